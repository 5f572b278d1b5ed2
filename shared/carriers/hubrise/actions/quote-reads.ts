import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { text } from '../../../declare/field';
import { gives, givesMany } from '../../../declare/reading';
import { notFound, quote } from '../documented';
import { checkLocation, locationField, orderField, quotePath } from '../place';
import { hubriseQuote, toQuoteItem } from '../quote';
import { missing } from '../refusals';
import { quoteAnswer } from '../wire';

export const quoteField = () => text({ label: 'Quote', placeholder: 'q8x2k', help: 'The ID that HubRise gave the quote.' });

export const noQuote = missing('There is no such quote, or no such order at this location');

export const getQuote = action({
	resource: 'quote',
	verb: 'get',
	title: 'Get Delivery Quote',
	does: 'Reads one quote of an order.',
	covers: ['HR6'],
	effect: 'read',
	input: z.object({ location_id: locationField(), order_id: orderField(), quote_id: quoteField() }),
	output: hubriseQuote,
	check: checkLocation,
	request: (given) => ({ method: 'GET', path: quotePath(given, given.quote_id) }),
	readings: { 200: gives(quoteAnswer, toQuoteItem), 404: noQuote },
	samples: [
		{
			title: 'Of an order of this location',
			input: { order_id: '5dpm9', quote_id: 'q8x2k' },
			request: { method: 'GET', path: '/v1/location/orders/5dpm9/delivery_quotes/q8x2k' },
			answer: { status: 200, body: quote },
		},
		{
			title: 'By account, accepted',
			connection: 'account',
			input: { location_id: '3r4s3-1', order_id: '5dpm9', quote_id: 'q8x2k' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery_quotes/q8x2k' },
			answer: { status: 200, body: { ...quote, accepted_at: '2030-05-21T11:30:00+02:00' } },
		},
	],
	answers: [{ title: 'There is none', input: { order_id: '5dpm9', quote_id: 'nope1' }, answer: notFound, comesTo: 'not_found' }],
	antiSamples: [{ why: 'No quote', input: { order_id: '5dpm9' }, names: ['Quote'] }],
});

export const listQuotes = action({
	resource: 'quote',
	verb: 'getAll',
	title: 'Get Many Delivery Quotes',
	does: 'Lists what carriers have offered for one order.',
	covers: ['HR7'],
	effect: 'read',
	many: true,
	input: z.object({ location_id: locationField(), order_id: orderField() }),
	output: hubriseQuote,
	check: checkLocation,
	request: (given) => ({ method: 'GET', path: quotePath(given) }),
	readings: { 200: givesMany(z.array(quoteAnswer), (body) => body.map(toQuoteItem)), 404: missing('There is no such order at this location') },
	samples: [
		{
			title: 'Of an order of this location',
			input: { order_id: '5dpm9' },
			request: { method: 'GET', path: '/v1/location/orders/5dpm9/delivery_quotes' },
			answer: { status: 200, body: [quote, { ...quote, id: 'q8x2l', carrier: 'Cargo Bikes', carrier_ref: 'bikes', ref: null, fee: '5.20 EUR' }] },
		},
		{
			title: 'By account, one of them accepted',
			connection: 'account',
			input: { location_id: '3r4s3-1', order_id: '5dpm9' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery_quotes' },
			answer: { status: 200, body: [{ ...quote, accepted_at: '2030-05-21T11:30:00+02:00' }] },
		},
	],
	answers: [{ title: 'There is no such order', input: { order_id: 'nope1' }, answer: notFound, comesTo: 'not_found' }],
	antiSamples: [{ why: 'No order', input: {}, names: ['Order'] }],
});
