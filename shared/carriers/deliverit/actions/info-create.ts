import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { JsonObject } from '../../../json';
import { itemReading } from '../../../declare/reading';
import { checkContact, eightDigits } from '../contact';
import { infoLinks, notAllowed, loginReads } from '../documented';
import { checkPosition, infoBody, infoFields, infoItem, infoShape, unreadInfoItem } from '../info';
import { infoResponse } from '../wire';
import { companyNeed, companyOf } from './account';

const customer: JsonObject = {
	ordernumber: 'WC-1042',
	name: 'Customer 1',
	telephone: '12345678',
	street: 'Hovedgaden 1',
	zip: '5000',
	city: 'Odense C',
	paid: true,
	latitude: 55.3957969,
	longitude: 10.3912053,
};

const wireBody: JsonObject = { ...customer, latitude: '55.3957969', longitude: '10.3912053' };
const sampleRequest = { method: 'POST', path: '/api/v1/orderinfo/14/create' };
const refusedSample = (message: string) => ({
	input: customer,
	otherResponses: loginReads,
	response: { status: 400, body: { error: true, message } },
});

/** DI7 */
export const createInfo = action({
	resource: 'customerInfo',
	verb: 'create',
	title: 'Create Customer Info',
	description: "Sends an order's customer to DeliverIt's screen, where staff book a driver later.",
	covers: ['DI7'],
	effect: 'booking',
	input: z.object({ ...infoFields, paid: infoFields.paid.default(false), delivery: infoFields.delivery.default(true) }),
	output: infoShape,
	check: (draft) => [...checkContact(draft), ...checkPosition(draft)],
	needs: { company: companyNeed() },
	request: (input, facts) => ({
		method: 'POST',
		path: `/api/v1/orderinfo/${companyOf(facts)}/create`,
		body: {
			...infoBody(input),
			telephone: eightDigits(input.telephone),
			zip: input.zip,
			delivery: input.delivery ? 1 : 0,
		},
	}),
	readings: { 200: itemReading(infoResponse, infoItem) },
	booking: {
		foundBy: 'refusal',
		reference: 'ordernumber',
		item: (input, _facts, outcome) => unreadInfoItem(input, outcome),
		warning:
			"DeliverIt has no call that reads customer info, so its links are unknown, and it may have been cancelled. Look for it in DeliverIt's own screen.",
	},
	samples: [
		{
			title: 'For delivery (documented)',
			input: customer,
			request: { ...sampleRequest, body: { ...wireBody, paid: '1', delivery: '1' } },
			otherResponses: loginReads,
			response: {
				status: 201,
				body: {
					error: false,
					message: 'ok,This order is for delivery',
					distance_in_km: 10.35,
					price_with_vat: 125,
					...infoLinks('q2cJv7WQt0516eh'),
				},
			},
		},
		{
			title: 'The customer collects it (documented)',
			input: { ...customer, paid: '', delivery: 'false' },
			request: { ...sampleRequest, body: { ...wireBody, paid: '0', delivery: '0' } },
			otherResponses: loginReads,
			response: {
				status: 201,
				body: {
					error: false,
					message: 'ok,The customer will pick up this order',
					distance_in_km: 10.35,
					...infoLinks('hqlONswckVx44Q0'),
				},
			},
		},
		{
			title: 'JSON, and DeliverIt works out the position',
			connection: 'json',
			input: { ...customer, telephone: '+4512345678', latitude: '', longitude: '', remarks: 'Ring twice' },
			request: {
				...sampleRequest,
				body: {
					ordernumber: 'WC-1042',
					name: 'Customer 1',
					telephone: '12345678',
					street: 'Hovedgaden 1',
					zip: '5000',
					city: 'Odense C',
					remarks: 'Ring twice',
					paid: 1,
					delivery: 1,
				},
			},
			otherResponses: loginReads,
			response: {
				status: 201,
				body: {
					error: false,
					message: 'ok,This order is for delivery',
					distance_in_km: 10.35,
					price_with_vat: 125,
					...infoLinks('q2cJv7WQt0516eh'),
				},
			},
		},
	],
	responses: [
		{
			title: 'Something is missing (documented)',
			...refusedSample("Variable 'variable-name' cannot be empty"),
			expected: 'refused',
		},
		{
			title: 'No position for the address (documented)',
			...refusedSample('Address is too messy. Cannot find latitude and longitude.'),
			expected: 'refused',
		},
		{
			title: 'The number is taken, and is handed on (documented)',
			...refusedSample('Order with that number exist. Please use unique number'),
			expected: 'items',
		},
		{
			title: 'Not saved (documented)',
			...refusedSample(
				'Some strange error has occured. Please try again. If the error remains, please contact DeliverIt',
			),
			expected: 'unavailable',
		},
		{
			title: "Another shop's company (documented)",
			input: customer,
			otherResponses: loginReads,
			response: { status: 401, body: notAllowed },
			expected: 'not_authorised',
		},
	],
	antiSamples: [
		{
			reason: 'Nothing is filled in',
			input: {},
			mentions: ['Order Number', 'Name', 'Phone', 'Street', 'Postal Code', 'City'],
		},
		{
			reason: 'A French phone, half a position, a value that is not yes or no',
			input: { ...customer, telephone: '+33612345678', longitude: '', paid: 'soon' },
			mentions: ['Phone', 'Longitude', 'Paid'],
		},
	],
});
