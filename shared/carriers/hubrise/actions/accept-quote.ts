import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { notFound, quote, validationFailed } from '../documented';
import { checkLocation, locationField, orderField, quotePath, type AtOrder } from '../place';
import { hubriseQuote, toQuoteItem } from '../quote';
import { quoteAnswer } from '../wire';
import { readUp, taken, written } from '../written';
import { getQuote, noQuote, quoteField } from './quote-reads';

const accepted = { ...quote, accepted_at: '2030-05-21T11:30:00+02:00' };

/** HR5: several quotes of one order may be accepted, should the first carrier fall through. */
export const acceptQuote = action({
	resource: 'quote',
	verb: 'accept',
	title: 'Accept Delivery Quote',
	does: 'Accepts the offer of a carrier, who then attaches the delivery.',
	covers: ['HR5'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({ location_id: locationField(), order_id: orderField(), quote_id: quoteField() }),
	output: hubriseQuote,
	check: checkLocation,
	request: (given) => ({ method: 'POST', path: `${quotePath(given, given.quote_id)}/accept` }),
	readings: {
		...taken(written(quoteAnswer, toQuoteItem, ({ order_id, location_id }: AtOrder) => toQuoteItem({ id: '', order_id, location_id }))),
		404: noQuote,
	},
	already: {
		action: getQuote,
		input: ({ location_id, order_id, quote_id }) => ({ location_id, order_id, quote_id }),
		isDone: (item) => item.accepted === true,
	},
	followUp: (item, { location_id, order_id, quote_id }) => readUp(getQuote, item, { location_id, order_id, quote_id }),
	samples: [
		{
			title: 'Of an order of this location',
			input: { order_id: '5dpm9', quote_id: 'q8x2k' },
			request: { method: 'POST', path: '/v1/location/orders/5dpm9/delivery_quotes/q8x2k/accept' },
			answer: { status: 200, body: accepted },
		},
		{
			title: 'By account',
			connection: 'account',
			input: { location_id: '3r4s3-1', order_id: '5dpm9', quote_id: 'q8x2k' },
			request: { method: 'POST', path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery_quotes/q8x2k/accept' },
			answer: { status: 200, body: accepted },
		},
	],
	answers: [
		{ title: 'There is none', input: { order_id: '5dpm9', quote_id: 'nope1' }, answer: notFound, comesTo: 'not_found' },
		{
			title: 'It was accepted before',
			input: { order_id: '5dpm9', quote_id: 'q8x2k' },
			reads: { 'GET /v1/location/orders/5dpm9/delivery_quotes/q8x2k': { status: 200, body: accepted } },
			answer: validationFailed('accepted_at', 'is set already'),
			comesTo: 'items',
		},
	],
	antiSamples: [{ why: 'No quote', input: { order_id: '5dpm9' }, names: ['Quote'] }],
});
