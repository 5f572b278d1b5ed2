import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Given } from '../../../declare/facts';
import { choice, moment, text } from '../../../declare/field';
import { cursorPages } from '../../../declare/pages';
import { gives, givesMany } from '../../../declare/reading';
import { documentedDelivery, notFound, order } from '../documented';
import { hubriseOrder, orderStatuses, toOrderItem } from '../order';
import { checkLocation, locationField, locationPath, orderField, orderPath, seconds } from '../place';
import { missing } from '../refusals';
import { orderAnswer } from '../wire';

export const noOrder = missing('There is no such order at this location');

export const getOrder = action({
	resource: 'order',
	verb: 'get',
	title: 'Get Order',
	does: 'Reads one order with its customer, items and delivery.',
	covers: ['HR9'],
	effect: 'read',
	input: z.object({ location_id: locationField(), order_id: orderField() }),
	output: hubriseOrder,
	check: checkLocation,
	request: (given) => ({ method: 'GET', path: orderPath(given) }),
	readings: { 200: gives(orderAnswer, toOrderItem), 404: noOrder },
	samples: [
		{ title: 'Of this location', input: { order_id: '5dpm9' }, request: { method: 'GET', path: '/v1/location/orders/5dpm9' }, answer: { status: 200, body: order } },
		{
			title: 'By account, with its delivery',
			connection: 'account',
			input: { location_id: '3r4s3-1', order_id: '5dpm9' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1/orders/5dpm9' },
			answer: { status: 200, body: { ...order, status: 'in_delivery', delivery: documentedDelivery } },
		},
	],
	answers: [{ title: 'There is none', input: { order_id: 'nope1' }, answer: notFound, comesTo: 'not_found' }],
	antiSamples: [{ why: 'No order', input: {}, names: ['Order'] }],
});

/** HR11 reaches every location of an account; with one of them named, and with a connection of one, it is HR10. */
const listPath = (given: { location_id?: string }, { access }: Pick<Given, 'access'>) =>
	access.version === 'account' && given.location_id === undefined ? '/account/orders' : `${locationPath(given)}/orders`;

export const listOrders = action({
	resource: 'order',
	verb: 'getAll',
	title: 'Get Many Orders',
	does: 'Lists the orders of a location, or of a whole account.',
	covers: ['HR10', 'HR11'],
	effect: 'read',
	many: true,
	heavy: true,
	input: z.object({
		location_id: locationField(),
		private_ref: text({ label: 'Reference', placeholder: 'WC-1042', help: 'Only the order with exactly this number of your own.' }, { max: 255 }).optional(),
		status: choice(orderStatuses, { label: 'Status', help: 'Only orders that stand there now.' }).optional(),
		created_by: text({ label: 'Created By', placeholder: 'Sandbox Till', help: 'Only orders of the app with this name.' }).optional(),
		after: moment({ label: 'Created From', help: 'Only orders made at this moment or later.' }).optional(),
		before: moment({ label: 'Created Before', help: 'Only orders made before this moment.' }).optional(),
		customer_id: text({ label: 'Customer ID', placeholder: 'c1', help: 'Only orders of this customer.' }).optional(),
	}),
	output: hubriseOrder,
	request: (given, facts) => ({
		method: 'GET',
		path: listPath(given, facts),
		query: {
			private_ref: given.private_ref,
			status: given.status,
			created_by: given.created_by,
			after: seconds(given.after),
			before: seconds(given.before),
			customer_id: given.customer_id,
		},
	}),
	pages: cursorPages(100, 'x-cursor-next'),
	readings: { 200: givesMany(z.array(orderAnswer), (body) => body.map(toOrderItem)), 404: missing('There is no such location in the reach of this connection') },
	samples: [
		{ title: 'Of this location', input: {}, request: { method: 'GET', path: '/v1/location/orders' }, answer: { status: 200, body: [order] } },
		{
			title: 'Those of a morning that wait to be sent',
			input: { status: 'awaiting_shipment', after: '2030-05-21 08:00', before: '2030-05-21T12:00:00+02:00' },
			request: {
				method: 'GET',
				path: '/v1/location/orders',
				query: { status: 'awaiting_shipment', after: '2030-05-21T08:00:00+02:00', before: '2030-05-21T12:00:00+02:00' },
			},
			answer: { status: 200, body: [{ ...order, status: 'awaiting_shipment' }] },
		},
		{
			title: 'Of one customer, made by one app',
			input: { created_by: 'Sandbox Till', customer_id: 'c1' },
			request: { method: 'GET', path: '/v1/location/orders', query: { created_by: 'Sandbox Till', customer_id: 'c1' } },
			answer: { status: 200, body: [order] },
		},
		{
			title: 'Of all locations of an account',
			connection: 'account',
			input: {},
			request: { method: 'GET', path: '/v1/account/orders' },
			answer: { status: 200, body: [order, { ...order, id: '5dpm8', location_id: '3r4s3-2', private_ref: null }] },
		},
		{
			title: 'Of one location of an account, by reference',
			connection: 'account',
			input: { location_id: '3r4s3-1', private_ref: 'WC-1042' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1/orders', query: { private_ref: 'WC-1042' } },
			answer: { status: 200, body: [order] },
		},
	],
	answers: [{ title: 'Another account', connection: 'account', input: { location_id: 'k2m9z-1' }, answer: notFound, comesTo: 'not_found' }],
	antiSamples: [
		{ why: 'A status of a delivery', input: { status: 'pickup_enroute' }, names: ['Status'] },
		{ why: 'No time', input: { after: 'yesterday' }, names: ['Created From'] },
	],
});
