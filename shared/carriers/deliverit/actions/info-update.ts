import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { JsonObject } from '../../../json';
import { itemReading } from '../../../declare/reading';
import { checkContact, eightDigits } from '../contact';
import { infoLinks, loginReads, unknownNumber } from '../documented';
import { checkPosition, infoBody, infoFields, infoItem, infoShape } from '../info';
import { namedOrderReadings } from '../errors';
import { infoResponse } from '../wire';
import { checkInfoTarget, infoRequest, infoNeeds, infoTarget } from './customer-info-target';

const customer: JsonObject = {
	ordernumber: 'WC-1042',
	name: 'Customer 1',
	telephone: '12345678',
	street: 'Hovedgaden 1',
	zip: '5000',
	city: 'Odense C',
};
const updated: JsonObject = {
	error: true,
	message: 'Update ok,This order is for delivery',
	distance_in_km: 1.93,
	price_with_vat: 50,
	...infoLinks('NP15eLVptYSvRU0'),
};
const byNumber = { order_number: 'NP15eLVptYSvRU0' };

/** DI8: it wants the whole record again. */
export const updateInfo = action({
	resource: 'customerInfo',
	verb: 'update',
	title: 'Update Customer Info',
	description: 'Replaces the customer info of an order, for example once it is paid.',
	covers: ['DI8'],
	effect: 'repeatable',
	input: z.object({ ...infoTarget, ...infoFields }),
	output: infoShape,
	check: (draft) => [...checkInfoTarget(draft), ...checkContact(draft), ...checkPosition(draft)],
	needs: infoNeeds,
	request: (input, facts) =>
		infoRequest('update', input, facts, {
			...infoBody(input),
			telephone: Number(eightDigits(input.telephone)),
			zip: input.zip.startsWith('0') ? input.zip : Number(input.zip),
			delivery: input.delivery ? '1' : '0',
		}),
	// Its page documents `error: true` on success; the status decides.
	readings: { ...namedOrderReadings, 200: itemReading(infoResponse, infoItem) },
	samples: [
		{
			title: 'Paid by now (documented)',
			input: { ...customer, ...byNumber, paid: true, delivery: true },
			request: {
				method: 'POST',
				path: '/api/v1/orderinfo/14/NP15eLVptYSvRU0/update',
				body: { ...customer, paid: '1', delivery: '1' },
			},
			otherResponses: loginReads,
			response: { status: 200, body: updated },
		},
		{
			title: 'By link, JSON',
			connection: 'json',
			input: {
				...customer,
				url: 'https://butik.deliverit.dk/api/v1/orderinfo/14/NP15eLVptYSvRU0/update',
				paid: '1',
				delivery: '0',
				latitude: '55.3957969',
				longitude: '10.3912053',
			},
			request: {
				method: 'POST',
				path: '/api/v1/orderinfo/14/NP15eLVptYSvRU0/update',
				body: {
					...customer,
					telephone: 12345678,
					zip: 5000,
					paid: 1,
					delivery: '0',
					latitude: '55.3957969',
					longitude: '10.3912053',
				},
			},
			response: { status: 200, body: { ...updated, error: false } },
		},
	],
	responses: [
		{
			title: 'Something is missing (documented)',
			input: { ...customer, ...byNumber, paid: true, delivery: true },
			otherResponses: loginReads,
			response: { status: 400, body: { error: true, message: 'Variable ordernumber cannot be empty' } },
			expected: 'refused',
		},
		{
			title: 'No such order (documented)',
			input: { ...customer, ...byNumber, paid: true, delivery: true },
			otherResponses: loginReads,
			response: { status: 400, body: unknownNumber },
			expected: 'not_found',
		},
	],
	antiSamples: [
		{
			reason: 'Nothing is filled in',
			input: {},
			mentions: ["DeliverIt's Order Number", 'Order Number', 'Name', 'Phone', 'Street', 'Postal Code', 'City'],
		},
		{ reason: 'Neither paid nor unpaid', input: { ...customer, ...byNumber }, mentions: ['Paid', 'Delivery'] },
		{
			reason: 'A link to somebody else',
			input: {
				...customer,
				paid: true,
				delivery: true,
				url: 'https://evil.example/api/v1/orderinfo/14/NP15eLVptYSvRU0/update',
			},
			mentions: ['Update or Cancel Link'],
		},
	],
});
