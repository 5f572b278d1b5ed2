import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { text } from '../../../declare/field';
import { notFound, quote } from '../documented';
import { checkLocation, locationField, orderField, quotePath } from '../paths';
import { hubriseQuote, toQuoteItem } from '../quote';
import { notFoundReading } from '../errors';
import { hubriseItem, hubriseItems } from '../read-response';
import { quoteResponse } from '../wire';

export const quoteField = () =>
	text({ label: 'Quote', placeholder: 'q8x2k', help: 'The ID that HubRise gave the quote.' });

export const quoteNotFound = notFoundReading('There is no such quote, or no such order at this location');

export const getQuote = action({
	resource: 'quote',
	verb: 'get',
	title: 'Get Delivery Quote',
	description: 'Reads one quote of an order.',
	covers: ['HR6'],
	effect: 'read',
	input: z.object({ location_id: locationField(), order_id: orderField(), quote_id: quoteField() }),
	output: hubriseQuote,
	check: checkLocation,
	request: (input) => ({ method: 'GET', path: quotePath(input, input.quote_id) }),
	readings: { 200: hubriseItem(quoteResponse, toQuoteItem), 404: quoteNotFound },
	samples: [
		{
			title: 'Of an order of this location',
			input: { order_id: '5dpm9', quote_id: 'q8x2k' },
			request: { method: 'GET', path: '/v1/location/orders/5dpm9/delivery_quotes/q8x2k' },
			response: { status: 200, body: quote },
		},
		{
			title: 'By account, accepted',
			connection: 'account',
			input: { location_id: '3r4s3-1', order_id: '5dpm9', quote_id: 'q8x2k' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery_quotes/q8x2k' },
			response: { status: 200, body: { ...quote, accepted_at: '2030-05-21T11:30:00+02:00' } },
		},
	],
	responses: [
		{
			title: 'Not there',
			input: { order_id: '5dpm9', quote_id: 'nope1' },
			response: notFound,
			expected: 'not_found',
		},
	],
	antiSamples: [{ reason: 'No quote', input: { order_id: '5dpm9' }, mentions: ['Quote'] }],
});

export const listQuotes = action({
	resource: 'quote',
	verb: 'getAll',
	title: 'Get Many Delivery Quotes',
	description: 'Lists what carriers have offered for one order.',
	covers: ['HR7'],
	effect: 'read',
	isList: true,
	input: z.object({ location_id: locationField(), order_id: orderField() }),
	output: hubriseQuote,
	check: checkLocation,
	request: (input) => ({ method: 'GET', path: quotePath(input) }),
	readings: {
		200: hubriseItems(quoteResponse, toQuoteItem),
		404: notFoundReading('There is no such order at this location'),
	},
	samples: [
		{
			title: 'Of an order of this location',
			input: { order_id: '5dpm9' },
			request: { method: 'GET', path: '/v1/location/orders/5dpm9/delivery_quotes' },
			response: {
				status: 200,
				body: [
					quote,
					{ ...quote, id: 'q8x2l', carrier: 'Cargo Bikes', carrier_ref: 'bikes', ref: null, fee: '5.20 EUR' },
				],
			},
		},
		{
			title: 'By account, one of them accepted',
			connection: 'account',
			input: { location_id: '3r4s3-1', order_id: '5dpm9' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery_quotes' },
			response: { status: 200, body: [{ ...quote, accepted_at: '2030-05-21T11:30:00+02:00' }] },
		},
	],
	responses: [
		{ title: 'There is no such order', input: { order_id: 'nope1' }, response: notFound, expected: 'not_found' },
	],
	antiSamples: [{ reason: 'No order', input: {}, mentions: ['Order'] }],
});
