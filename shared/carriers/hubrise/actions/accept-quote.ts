import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { notFound, quote, validationFailed } from '../documented';
import { checkLocation, locationField, orderField, quotePath, type AtOrder } from '../paths';
import { hubriseQuote, toQuoteItem } from '../quote';
import { quoteResponse } from '../wire';
import { readAfterWrite, writeReading } from '../write-responses';
import { getQuote, quoteNotFound, quoteField } from './quote-reads';

const acceptedQuote = { ...quote, accepted_at: '2030-05-21T11:30:00+02:00' };

/** HR5: several quotes of one order may be accepted, should the first carrier fall through. */
export const acceptQuote = action({
	resource: 'quote',
	verb: 'accept',
	title: 'Accept Delivery Quote',
	description: 'Accepts the offer of a carrier, who then attaches the delivery.',
	covers: ['HR5'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({ location_id: locationField(), order_id: orderField(), quote_id: quoteField() }),
	output: hubriseQuote,
	check: checkLocation,
	request: (input) => ({ method: 'POST', path: `${quotePath(input, input.quote_id)}/accept` }),
	readings: {
		200: writeReading(quoteResponse, toQuoteItem, ({ order_id, location_id }: AtOrder) =>
			toQuoteItem({ id: '', order_id, location_id }),
		),
		404: quoteNotFound,
	},
	alreadyDone: {
		action: getQuote,
		input: ({ location_id, order_id, quote_id }) => ({ location_id, order_id, quote_id }),
		isDone: (item) => item.accepted === true,
	},
	followUp: (item, { location_id, order_id, quote_id }) =>
		readAfterWrite(getQuote, item, { location_id, order_id, quote_id }, ({ accepted }) => accepted === true),
	samples: [
		{
			title: 'Of an order of this location',
			input: { order_id: '5dpm9', quote_id: 'q8x2k' },
			request: { method: 'POST', path: '/v1/location/orders/5dpm9/delivery_quotes/q8x2k/accept' },
			response: { status: 200, body: acceptedQuote },
		},
		{
			title: 'By account',
			connection: 'account',
			input: { location_id: '3r4s3-1', order_id: '5dpm9', quote_id: 'q8x2k' },
			request: { method: 'POST', path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery_quotes/q8x2k/accept' },
			response: { status: 200, body: acceptedQuote },
		},
	],
	responses: [
		{
			title: 'Not there',
			input: { order_id: '5dpm9', quote_id: 'nope1' },
			response: notFound,
			expected: 'not_found',
		},
		{
			title: 'It was accepted before',
			input: { order_id: '5dpm9', quote_id: 'q8x2k' },
			otherResponses: { 'GET /v1/location/orders/5dpm9/delivery_quotes/q8x2k': { status: 200, body: acceptedQuote } },
			response: validationFailed('accepted_at', 'is set already'),
			expected: 'items',
		},
	],
	antiSamples: [{ reason: 'No quote', input: { order_id: '5dpm9' }, mentions: ['Quote'] }],
});
