import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { choice, text } from '../../../declare/field';
import { untouched } from '../../../declare/json';
import { offsetPages } from '../../../declare/pages';
import { gives, givesMany } from '../../../declare/reading';
import { out } from '../../../delivery/delivery';
import { cubynInboundOrder, inboundOrderAnswer, inboundStatuses, orderItem } from './order';
import { documentedCreated, documentedOrder } from './samples';
import { amount } from '../wire';
import { inPath } from '../path';
import { says } from '../says';
import { newestFirst } from '../filters';

/** No maximum is documented for this list: as many as other lists of Cubyn give at once. */
export const ORDERS_PAGE = 500;

export const inboundOrderId = (help = 'The inbound order, as Cubyn numbers it.') =>
	text({ label: 'Inbound Order', choices: 'inboundOrders', placeholder: 'e4f007ae-4412-4f90-bc17-a7aa2679b7a6', help, common: true });

export const ordersAnswer = z.array(inboundOrderAnswer);

export const listInboundOrders = action({
	resource: 'inboundOrder',
	verb: 'getAll',
	title: 'Get Many Inbound Orders',
	does: 'Lists what is on its way to the warehouse, in short.',
	covers: ['CU30'],
	effect: 'read',
	many: true,
	input: z.object({
		status: choice(inboundStatuses, { label: 'Status', help: 'Only inbound orders of this status.', common: true }).optional(),
		sort: newestFirst('By the time they were made.'),
	}),
	output: cubynInboundOrder,
	request: ({ status, sort }) => ({ method: 'GET', path: '/v2/storage-inbound/orders', query: { 'filters[status]': status, 'sort[createdAt]': sort, limit: ORDERS_PAGE } }),
	readings: { 200: givesMany(ordersAnswer, (body) => body.map(orderItem)) },
	pages: offsetPages(ORDERS_PAGE, 'x-total-count'),
	samples: [
		{
			title: 'Drafts (documented)',
			input: { status: 'CREATED' },
			request: { method: 'GET', path: '/v2/storage-inbound/orders', query: { 'filters[status]': 'CREATED', limit: '500' } },
			answer: { status: 200, body: [documentedCreated] },
		},
		{
			title: 'Newest first',
			input: { sort: 'desc' },
			request: { method: 'GET', path: '/v2/storage-inbound/orders', query: { 'sort[createdAt]': 'desc', limit: '500' } },
			answer: { status: 200, body: [documentedCreated], headers: { 'x-total-count': '1' } },
		},
	],
	antiSamples: [{ why: 'A status that is none', input: { status: 'DRAFT' }, names: ['Status'] }],
});

export const getInboundOrder = action({
	resource: 'inboundOrder',
	verb: 'get',
	title: 'Get Inbound Order',
	does: 'Reads one inbound order with its lines.',
	covers: ['CU34'],
	effect: 'read',
	input: z.object({ id: inboundOrderId() }),
	output: cubynInboundOrder,
	request: ({ id }) => ({ method: 'GET', path: `/v3/storage-inbound/orders/${inPath(id)}` }),
	readings: { 200: gives(inboundOrderAnswer, orderItem) },
	samples: [
		{
			title: 'By ID (documented)',
			input: { id: 'b7b41188-ce8e-49bf-94be-b9a11e8c5846' },
			request: { method: 'GET', path: '/v3/storage-inbound/orders/b7b41188-ce8e-49bf-94be-b9a11e8c5846' },
			answer: { status: 200, body: documentedOrder },
		},
	],
	antiSamples: [{ why: 'No order', input: {}, names: ['Inbound Order'] }],
	answers: [
		{ title: 'Unknown (documented)', input: { id: 'x' }, answer: says(404, 'Inbound order for this id is not found'), comesTo: 'not_found' },
	],
});

/** CU31: what a warehouse looks like is not shown. */
const warehouseAnswer = z.looseObject({ id: amount, name: z.string().nullish(), country: z.string().nullish() });

export const listWarehouses = action({
	resource: 'warehouse',
	verb: 'getAll',
	title: 'Get Many Warehouses',
	does: 'Lists the warehouses that take in goods of the account.',
	covers: ['CU31'],
	effect: 'read',
	many: true,
	input: z.object({}),
	output: z.object({
		id: out.id('Warehouse ID'),
		carrier: out.id('Carrier'),
		name: out.text('Warehouse Name'),
		country: out.text('Country'),
		carrierData: out.carrierData(),
	}),
	request: () => ({ method: 'GET', path: '/v2/storage-inbound/warehouses' }),
	readings: {
		200: givesMany(z.array(warehouseAnswer), (body) =>
			body.map((each) => ({ id: String(each.id), carrier: 'cubyn', name: each.name ?? null, country: each.country ?? null, carrierData: untouched(each) })),
		),
	},
	samples: [
		{
			title: 'All of the account',
			input: {},
			request: { method: 'GET', path: '/v2/storage-inbound/warehouses' },
			answer: { status: 200, body: [{ id: 3628042, name: 'France' }, { id: 193543585, name: 'Spain' }] },
		},
	],
	antiSamples: [{ why: 'A field that the step does not have', input: { country: 'FR' }, names: ['country'] }],
});
