import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { JsonObject } from '../../../declare/json';
import { gives } from '../../../declare/reading';
import { checkContact, eightDigits } from '../contact';
import { infoLinks, notHere, signsIn } from '../documented';
import { checkPosition, infoBody, infoFields, infoItem, infoShape, unseenInfoItem } from '../info';
import { infoAnswer } from '../wire';
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

const onTheWire: JsonObject = { ...customer, latitude: '55.3957969', longitude: '10.3912053' };
const sent = { method: 'POST', path: '/api/v1/orderinfo/14/create' };
const refusal = (message: string) => ({ input: customer, reads: signsIn, answer: { status: 400, body: { error: true, message } } });

/** DI7 */
export const createInfo = action({
	resource: 'customerInfo',
	verb: 'create',
	title: 'Create Customer Info',
	does: "Hands over an order's customer, for whom a driver is booked later in DeliverIt's own screen.",
	covers: ['DI7'],
	effect: 'booking',
	input: z.object({ ...infoFields, paid: infoFields.paid.default(false), delivery: infoFields.delivery.default(true) }),
	output: infoShape,
	check: (draft) => [...checkContact(draft), ...checkPosition(draft)],
	needs: { company: companyNeed() },
	request: (given, facts) => ({
		method: 'POST',
		path: `/api/v1/orderinfo/${companyOf(facts)}/create`,
		body: { ...infoBody(given), telephone: eightDigits(given.telephone), zip: given.zip, delivery: given.delivery ? 1 : 0 },
	}),
	readings: { 200: gives(infoAnswer, infoItem), 201: gives(infoAnswer, infoItem) },
	guardedBy: 'carrier',
	repeated: {
		reference: 'ordernumber',
		item: (given, _facts, outcome) => unseenInfoItem(given, outcome),
		unseen: "DeliverIt gives no way to read customer info, so the links to change or cancel it are unknown, and it may have been cancelled since: look into DeliverIt's own screen.",
	},
	samples: [
		{
			title: 'For delivery (documented)',
			input: customer,
			request: { ...sent, body: { ...onTheWire, paid: '1', delivery: '1' } },
			reads: signsIn,
			answer: { status: 201, body: { error: false, message: 'ok,This order is for delivery', distance_in_km: 10.35, price_with_vat: 125, ...infoLinks('q2cJv7WQt0516eh') } },
		},
		{
			title: 'The customer collects it (documented)',
			input: { ...customer, paid: '', delivery: 'false' },
			request: { ...sent, body: { ...onTheWire, paid: '0', delivery: '0' } },
			reads: signsIn,
			answer: { status: 201, body: { error: false, message: 'ok,The customer will pick up this order', distance_in_km: 10.35, ...infoLinks('hqlONswckVx44Q0') } },
		},
		{
			title: 'JSON, and DeliverIt works out the position',
			connection: 'json',
			input: { ...customer, telephone: '+4512345678', latitude: '', longitude: '', remarks: 'Ring twice' },
			request: {
				...sent,
				body: { ordernumber: 'WC-1042', name: 'Customer 1', telephone: '12345678', street: 'Hovedgaden 1', zip: '5000', city: 'Odense C', remarks: 'Ring twice', paid: 1, delivery: 1 },
			},
			reads: signsIn,
			answer: { status: 201, body: { error: false, message: 'ok,This order is for delivery', distance_in_km: 10.35, price_with_vat: 125, ...infoLinks('q2cJv7WQt0516eh') } },
		},
	],
	answers: [
		{ title: 'Something is missing (documented)', ...refusal("Variable 'variable-name' cannot be empty"), comesTo: 'refused' },
		{ title: 'No position for the address (documented)', ...refusal('Address is too messy. Cannot find latitude and longitude.'), comesTo: 'refused' },
		{ title: 'The number is taken, and is handed on (documented)', ...refusal('Order with that number exist. Please use unique number'), comesTo: 'items' },
		{
			title: 'Not saved (documented)',
			...refusal('Some strange error has occured. Please try again. If the error remains, please contact DeliverIt'),
			comesTo: 'unavailable',
		},
		{ title: "Another shop's company (documented)", input: customer, reads: signsIn, answer: { status: 401, body: notHere }, comesTo: 'not_authorised' },
	],
	antiSamples: [
		{ why: 'Nothing is filled in', input: {}, names: ['Order Number', 'Name', 'Phone', 'Street', 'Postal Code', 'City'] },
		{
			why: 'A French phone, half a position, a truth value that is none',
			input: { ...customer, telephone: '+33612345678', longitude: '', paid: 'soon' },
			names: ['Phone', 'Longitude', 'Paid'],
		},
	],
});
