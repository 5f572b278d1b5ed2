import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, ConnectionFacts } from '../../../declare/facts';
import { moment, text } from '../../../declare/field';
import { accountCurrency, checkCurrency, withCurrency } from '../currency';
import { feeBody, feeField, lacksCurrency } from '../delivery-fields';
import { location, notFound, quote, validationFailed } from '../documented';
import { checkLocation, locationField, orderField, quotePath, withoutFraction } from '../paths';
import { hubriseQuote, isSameQuote, quoteIdentity, toQuoteItem } from '../quote';
import { notFoundReading, deliveryUnprocessable } from '../errors';
import { hubriseItem } from '../read-response';
import { quoteResponse } from '../wire';
import { listQuotes } from './quote-reads';

const inputSchema = z.object({
	location_id: locationField(),
	order_id: orderField(),
	carrier: text({ label: 'Carrier Name', placeholder: 'UPS', help: 'Who would carry it, as the business reads it.' }),
	fee: feeField('What the carrier would charge the business.'),
	carrier_ref: text({
		label: 'Carrier Code',
		placeholder: 'ups',
		help: 'A short code that names the carrier for software.',
		common: true,
	}).optional(),
	ref: text({
		label: 'Quote Number',
		placeholder: 'Q-77',
		help: "The carrier's own number of this offer.",
		common: true,
	}).optional(),
	estimated_pickup_at: moment({
		label: 'Estimated Pick-Up',
		help: 'When the courier would be at the shop.',
		common: true,
	}).optional(),
	estimated_dropoff_at: moment({
		label: 'Estimated Drop-Off',
		help: 'When the courier would be at the customer.',
		common: true,
	}).optional(),
});

type Input = z.output<typeof inputSchema>;

const check = (draft: Draft<Input>, facts: ConnectionFacts) => [
	...checkLocation(draft, facts),
	...checkCurrency(draft.fee?.currency, ['fee', 'currency']),
];

const sampleInput = {
	order_id: '5dpm9',
	carrier: 'UPS',
	carrier_ref: 'ups',
	ref: 'Q-77',
	fee: { amount: '4.5', currency: 'eur' },
	estimated_pickup_at: '2030-05-21T12:00:00+02:00',
	estimated_dropoff_at: '2030-05-21T10:30:00Z',
};

const sampleBody = {
	carrier: 'UPS',
	carrier_ref: 'ups',
	ref: 'Q-77',
	fee: '4.50 EUR',
	estimated_pickup_at: '2030-05-21T12:00:00+02:00',
	estimated_dropoff_at: '2030-05-21T10:30:00+00:00',
};

/** HR4: the documented example also sends a status, though a quote has no status. */
export const createQuote = action({
	resource: 'quote',
	verb: 'create',
	title: 'Create Delivery Quote',
	description: 'Offers to deliver an order for a fee; the business accepts one of the offers.',
	covers: ['HR4'],
	effect: 'booking',
	input: inputSchema,
	output: hubriseQuote,
	check,
	needs: { location: accountCurrency<Input>(lacksCurrency) },
	request: (input, facts) =>
		withCurrency({ currency: input.fee.currency, path: ['fee', 'currency'] }, facts, (currency) => ({
			method: 'POST',
			path: quotePath(input),
			body: {
				carrier: input.carrier,
				carrier_ref: input.carrier_ref,
				ref: input.ref,
				fee: feeBody(input.fee, currency),
				estimated_pickup_at: withoutFraction(input.estimated_pickup_at),
				estimated_dropoff_at: withoutFraction(input.estimated_dropoff_at),
			},
		})),
	readings: {
		200: hubriseItem(quoteResponse, toQuoteItem),
		404: notFoundReading('There is no such order at this location'),
		422: deliveryUnprocessable,
	},
	booking: {
		foundBy: 'identity',
		identity: quoteIdentity,
		action: listQuotes,
		input: (_identity, { order_id, location_id }) => ({ order_id, location_id }),
		isCandidate: (candidate, _identity, requested) => isSameQuote(candidate, requested),
	},
	samples: [
		{
			title: 'For an order of this location',
			input: sampleInput,
			request: { method: 'POST', path: '/v1/location/orders/5dpm9/delivery_quotes', body: sampleBody },
			otherResponses: { 'GET /v1/location/orders/5dpm9/delivery_quotes': { status: 200, body: [] } },
			response: { status: 200, body: quote },
		},
		{
			title: "By account, in the account's own currency",
			connection: 'account',
			input: { location_id: '3r4s3-1', order_id: '5dpm9', carrier: 'Cargo Bikes', fee: { amount: '6' } },
			request: {
				method: 'POST',
				path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery_quotes',
				body: { carrier: 'Cargo Bikes', fee: '6.00 EUR' },
			},
			otherResponses: {
				'GET /v1/locations/3r4s3-1': { status: 200, body: location },
				'GET /v1/locations/3r4s3-1/orders/5dpm9/delivery_quotes': { status: 200, body: [quote] },
			},
			response: {
				status: 200,
				body: {
					id: 'q8x2m',
					order_id: '5dpm9',
					location_id: '3r4s3-1',
					carrier: 'Cargo Bikes',
					fee: '6.00 EUR',
					accepted_at: null,
				},
			},
		},
	],
	responses: [
		{
			title: 'The order is eaten in',
			input: sampleInput,
			otherResponses: { 'GET /v1/location/orders/5dpm9/delivery_quotes': { status: 200, body: [] } },
			response: validationFailed('service_type', 'must be delivery'),
			expected: 'refused',
		},
		{
			title: 'The same offer stands already',
			input: sampleInput,
			otherResponses: {
				'GET /v1/location/orders/5dpm9/delivery_quotes': {
					status: 200,
					body: [{ ...quote, estimated_dropoff_at: '2030-05-21T12:30:00+02:00' }],
				},
			},
			response: notFound,
			expected: 'items',
		},
	],
	antiSamples: [
		{ reason: 'No fee', input: { order_id: '5dpm9', carrier: 'UPS' }, mentions: ['Fee'] },
		{
			reason: 'No carrier',
			input: { order_id: '5dpm9', fee: { amount: '4', currency: 'EUR' } },
			mentions: ['Carrier Name'],
		},
		{
			reason: 'Not a currency',
			input: { order_id: '5dpm9', carrier: 'UPS', fee: { amount: '4', currency: 'E1R' } },
			mentions: ['Fee Currency'],
		},
	],
});
