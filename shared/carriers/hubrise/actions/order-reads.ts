import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { ConnectionFacts } from '../../../declare/facts';
import { choice, moment, text } from '../../../declare/field';
import { cursorPages } from '../../../declare/pages';
import { notFound, order } from '../documented';
import { documentedOrder } from '../documented-order';
import { HEAVY_PATIENCE_MS } from '../limits';
import { hubriseOrder, orderStatuses, toOrderItem } from '../order';
import { checkLocation, locationField, locationPath, orderField, orderPath, withoutFraction } from '../paths';
import { notFoundReading } from '../errors';
import { hubriseItem, hubriseItems } from '../read-response';
import { orderResponse } from '../wire';

export const orderNotFound = notFoundReading('There is no such order at this location');

export const getOrder = action({
	resource: 'order',
	verb: 'get',
	title: 'Get Order',
	description: 'Reads one order with its customer, items and delivery.',
	covers: ['HR9'],
	effect: 'read',
	input: z.object({ location_id: locationField(), order_id: orderField() }),
	output: hubriseOrder,
	check: checkLocation,
	request: (input) => ({ method: 'GET', path: orderPath(input) }),
	readings: { 200: hubriseItem(orderResponse, toOrderItem), 404: orderNotFound },
	samples: [
		{
			title: 'Of this location',
			input: { order_id: '5dpm9' },
			request: { method: 'GET', path: '/v1/location/orders/5dpm9' },
			response: { status: 200, body: order },
		},
		{
			title: 'By account, with its delivery (documented)',
			connection: 'account',
			input: { location_id: '3r4s3-1', order_id: '5dpm9' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1/orders/5dpm9' },
			response: { status: 200, body: documentedOrder },
		},
	],
	responses: [{ title: 'Not there', input: { order_id: 'nope1' }, response: notFound, expected: 'not_found' }],
	antiSamples: [{ reason: 'No order', input: {}, mentions: ['Order'] }],
});

/** HR11 reaches every location of an account; with one of them named, and with a connection of one, it is HR10. */
const listPath = (input: { location_id?: string }, { access }: Pick<ConnectionFacts, 'access'>) =>
	access.version === 'account' && input.location_id === undefined ? '/account/orders' : `${locationPath(input)}/orders`;

export const listOrders = action({
	resource: 'order',
	verb: 'getAll',
	title: 'Get Many Orders',
	description: 'Lists the orders of a location, or of a whole account.',
	covers: ['HR10', 'HR11'],
	effect: 'read',
	isList: true,
	heavy: true,
	patienceMs: HEAVY_PATIENCE_MS,
	input: z.object({
		location_id: locationField(),
		private_ref: text(
			{
				reference: true,
				label: 'Reference',
				placeholder: 'WC-1042',
				help: 'Only the order with exactly this number of your own.',
			},
			{ max: 255 },
		).optional(),
		status: choice(orderStatuses, { label: 'Status', help: 'Only orders that stand there now.' }).optional(),
		created_by: text({
			label: 'Created By',
			placeholder: 'Sandbox Till',
			help: 'Only orders of the app with this name.',
		}).optional(),
		after: moment({ label: 'Created From', help: 'Only orders made at this moment or later.' }).optional(),
		before: moment({ label: 'Created Before', help: 'Only orders made before this moment.' }).optional(),
		customer_id: text({ label: 'Customer ID', placeholder: 'c1', help: 'Only orders of this customer.' }).optional(),
	}),
	output: hubriseOrder,
	request: (input, facts) => ({
		method: 'GET',
		path: listPath(input, facts),
		query: {
			private_ref: input.private_ref,
			status: input.status,
			created_by: input.created_by,
			after: withoutFraction(input.after),
			before: withoutFraction(input.before),
			customer_id: input.customer_id,
		},
	}),
	pages: cursorPages(100, 'x-cursor-next'),
	readings: {
		// By reference, whether an order exists is read from the list.
		200: hubriseItems(orderResponse, toOrderItem, {
			isExact: ({ private_ref }: { private_ref?: string }) => private_ref !== undefined,
		}),
		404: notFoundReading('There is no such location in the reach of this connection'),
	},
	samples: [
		{
			title: 'Of this location',
			input: {},
			request: { method: 'GET', path: '/v1/location/orders' },
			response: { status: 200, body: [order] },
		},
		{
			title: 'Those of a morning that wait to be sent',
			input: { status: 'awaiting_shipment', after: '2030-05-21 08:00', before: '2030-05-21T12:00:00+02:00' },
			request: {
				method: 'GET',
				path: '/v1/location/orders',
				query: { status: 'awaiting_shipment', after: '2030-05-21T08:00:00+02:00', before: '2030-05-21T12:00:00+02:00' },
			},
			response: { status: 200, body: [{ ...order, status: 'awaiting_shipment' }] },
		},
		{
			title: 'Of one customer (documented)',
			connection: 'account',
			input: { location_id: '3r4s3-1', customer_id: 'wbq93' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1/orders', query: { customer_id: 'wbq93' } },
			response: { status: 200, body: [documentedOrder] },
		},
		{
			title: 'Of one customer, made by one app',
			input: { created_by: 'Sandbox Till', customer_id: 'c1' },
			request: { method: 'GET', path: '/v1/location/orders', query: { created_by: 'Sandbox Till', customer_id: 'c1' } },
			response: { status: 200, body: [order] },
		},
		{
			title: 'Of all locations of an account',
			connection: 'account',
			input: {},
			request: { method: 'GET', path: '/v1/account/orders' },
			response: { status: 200, body: [order, { ...order, id: '5dpm8', location_id: '3r4s3-2', private_ref: null }] },
		},
		{
			title: 'Of one location of an account, by reference',
			connection: 'account',
			input: { location_id: '3r4s3-1', private_ref: 'WC-1042' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1/orders', query: { private_ref: 'WC-1042' } },
			response: { status: 200, body: [order] },
		},
	],
	responses: [
		{
			title: 'Another account',
			connection: 'account',
			input: { location_id: 'k2m9z-1' },
			response: notFound,
			expected: 'not_found',
		},
	],
	antiSamples: [
		{ reason: 'A status of a delivery', input: { status: 'pickup_enroute' }, mentions: ['Status'] },
		{ reason: 'No time', input: { after: 'yesterday' }, mentions: ['Created From'] },
	],
});
