import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, Given } from '../../../declare/facts';
import { moment, text } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { accountCurrency, checkCurrency, inCurrency } from '../currency';
import { feeBody, feeField, lacksCurrency } from '../delivery-fields';
import { location, notFound, quote, validationFailed } from '../documented';
import { checkLocation, locationField, orderField, quotePath, seconds } from '../place';
import { hubriseQuote, isSameQuote, quoteIdentity, toQuoteItem } from '../quote';
import { missing, orderRefuses } from '../refusals';
import { quoteAnswer } from '../wire';
import { taken } from '../written';
import { listQuotes } from './quote-reads';

const input = z.object({
	location_id: locationField(),
	order_id: orderField(),
	carrier: text({ label: 'Carrier Name', placeholder: 'UPS', help: 'Who would carry it, as the business reads it.' }),
	fee: feeField('What the carrier would charge the business.'),
	carrier_ref: text({ label: 'Carrier Code', placeholder: 'ups', help: 'A short code that names the carrier for software.', common: true }).optional(),
	ref: text({ label: 'Quote Number', placeholder: 'Q-77', help: "The carrier's own number of this offer.", common: true }).optional(),
	estimated_pickup_at: moment({ label: 'Estimated Pick-Up', help: 'When the courier would be at the shop.', common: true }).optional(),
	estimated_dropoff_at: moment({ label: 'Estimated Drop-Off', help: 'When the courier would be at the customer.', common: true }).optional(),
});

type Input = z.output<typeof input>;

const check = (draft: Draft<Input>, facts: Given) => [...checkLocation(draft, facts), ...checkCurrency(draft.fee?.currency, ['fee', 'currency'])];

const quoteInput = {
	order_id: '5dpm9',
	carrier: 'UPS',
	carrier_ref: 'ups',
	ref: 'Q-77',
	fee: { amount: '4.5', currency: 'eur' },
	estimated_pickup_at: '2030-05-21T12:00:00+02:00',
	estimated_dropoff_at: '2030-05-21T10:30:00Z',
};

const quoteBody = {
	carrier: 'UPS',
	carrier_ref: 'ups',
	ref: 'Q-77',
	fee: '4.50 EUR',
	estimated_pickup_at: '2030-05-21T12:00:00+02:00',
	estimated_dropoff_at: '2030-05-21T10:30:00+00:00',
};

/** HR4: the documented example sends a status beside these, though a quote has none. */
export const createQuote = action({
	resource: 'quote',
	verb: 'create',
	title: 'Create Delivery Quote',
	does: 'Offers to deliver an order for a fee; the business accepts one of the offers.',
	covers: ['HR4'],
	effect: 'booking',
	input,
	output: hubriseQuote,
	check,
	needs: { location: accountCurrency<Input>(lacksCurrency) },
	request: (given, facts) =>
		inCurrency({ currency: given.fee.currency, path: ['fee', 'currency'] }, facts, (currency) => ({
			method: 'POST',
			path: quotePath(given),
			body: {
				carrier: given.carrier,
				carrier_ref: given.carrier_ref,
				ref: given.ref,
				fee: feeBody(given.fee, currency),
				estimated_pickup_at: seconds(given.estimated_pickup_at),
				estimated_dropoff_at: seconds(given.estimated_dropoff_at),
			},
		})),
	readings: {
		...taken(gives(quoteAnswer, toQuoteItem)),
		404: missing('There is no such order at this location'),
		422: orderRefuses,
	},
	find: {
		identity: quoteIdentity,
		action: listQuotes,
		input: (_identity, { order_id, location_id }) => ({ order_id, location_id }),
		matches: (candidate, _identity, asked) => isSameQuote(candidate, asked),
	},
	samples: [
		{
			title: 'For an order of this location',
			input: quoteInput,
			request: { method: 'POST', path: '/v1/location/orders/5dpm9/delivery_quotes', body: quoteBody },
			reads: { 'GET /v1/location/orders/5dpm9/delivery_quotes': { status: 200, body: [] } },
			answer: { status: 200, body: quote },
		},
		{
			title: "By account, in the account's own currency",
			connection: 'account',
			input: { location_id: '3r4s3-1', order_id: '5dpm9', carrier: 'Cargo Bikes', fee: { amount: '6' } },
			request: { method: 'POST', path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery_quotes', body: { carrier: 'Cargo Bikes', fee: '6.00 EUR' } },
			reads: {
				'GET /v1/locations/3r4s3-1': { status: 200, body: location },
				'GET /v1/locations/3r4s3-1/orders/5dpm9/delivery_quotes': { status: 200, body: [quote] },
			},
			answer: { status: 200, body: { id: 'q8x2m', order_id: '5dpm9', location_id: '3r4s3-1', carrier: 'Cargo Bikes', fee: '6.00 EUR', accepted_at: null } },
		},
	],
	answers: [
		{
			title: 'The order is eaten in',
			input: quoteInput,
			reads: { 'GET /v1/location/orders/5dpm9/delivery_quotes': { status: 200, body: [] } },
			answer: validationFailed('service_type', 'must be delivery'),
			comesTo: 'refused',
		},
		{
			title: 'The same offer stands already',
			input: quoteInput,
			reads: { 'GET /v1/location/orders/5dpm9/delivery_quotes': { status: 200, body: [{ ...quote, estimated_dropoff_at: '2030-05-21T12:30:00+02:00' }] } },
			answer: notFound,
			comesTo: 'items',
		},
	],
	antiSamples: [
		{ why: 'No fee', input: { order_id: '5dpm9', carrier: 'UPS' }, names: ['Fee'] },
		{ why: 'No carrier', input: { order_id: '5dpm9', fee: { amount: '4', currency: 'EUR' } }, names: ['Carrier Name'] },
		{ why: 'A currency that is none', input: { order_id: '5dpm9', carrier: 'UPS', fee: { amount: '4', currency: 'E1R' } }, names: ['Fee Currency'] },
	],
});
