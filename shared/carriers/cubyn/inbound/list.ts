import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { choice, text } from '../../../declare/field';
import { asJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { cubynInboundOrder, inboundOrderResponse, inboundStatuses, orderItem } from './order';
import { documentedCreated, documentedOrder } from './samples';
import { amount } from '../wire';
import { encodePathPart } from '../path';
import { errorResponse } from '../sample-errors';
import { creationSort } from '../filters';
import { cubynItem, cubynItems } from '../read-response';
import { cubynPages } from '../list-pages';
import { listNotFound } from '../errors';

/** No maximum is documented for this list: as many as other lists of Cubyn give at once. */
export const ORDERS_PAGE = 500;

export const inboundOrderId = (help = 'The inbound order, as Cubyn numbers it.') =>
	text({
		label: 'Inbound Order',
		choices: 'inboundOrders',
		placeholder: 'e4f007ae-4412-4f90-bc17-a7aa2679b7a6',
		help,
		common: true,
	});

export const listInboundOrders = action({
	resource: 'inboundOrder',
	verb: 'getAll',
	title: 'Get Many Inbound Orders',
	description: 'Lists what is on its way to the warehouse, in short.',
	covers: ['CU30'],
	effect: 'read',
	isList: true,
	input: z.object({
		status: choice(inboundStatuses, {
			label: 'Status',
			help: 'Only inbound orders of this status.',
			common: true,
		}).optional(),
		sort: creationSort('By the time they were made.'),
	}),
	output: cubynInboundOrder,
	request: ({ status, sort }) => ({
		method: 'GET',
		path: '/v2/storage-inbound/orders',
		query: { 'filters[status]': status, 'sort[createdAt]': sort, limit: ORDERS_PAGE },
	}),
	readings: { 200: cubynItems(inboundOrderResponse, orderItem), ...listNotFound },
	pages: cubynPages(ORDERS_PAGE, { isOpenEnded: true }),
	samples: [
		{
			title: 'Drafts (documented)',
			input: { status: 'CREATED' },
			request: {
				method: 'GET',
				path: '/v2/storage-inbound/orders',
				query: { 'filters[status]': 'CREATED', limit: '500' },
			},
			response: { status: 200, body: [documentedCreated] },
		},
		{
			title: 'Newest first',
			input: { sort: 'desc' },
			request: {
				method: 'GET',
				path: '/v2/storage-inbound/orders',
				query: { 'sort[createdAt]': 'desc', limit: '500' },
			},
			response: { status: 200, body: [documentedCreated], headers: { 'x-total-count': '1' } },
		},
	],
	antiSamples: [{ reason: 'Not a status', input: { status: 'DRAFT' }, mentions: ['Status'] }],
});

export const getInboundOrder = action({
	resource: 'inboundOrder',
	verb: 'get',
	title: 'Get Inbound Order',
	description: 'Reads one inbound order with its lines.',
	covers: ['CU34'],
	effect: 'read',
	input: z.object({ id: inboundOrderId() }),
	output: cubynInboundOrder,
	request: ({ id }) => ({ method: 'GET', path: `/v3/storage-inbound/orders/${encodePathPart(id)}` }),
	readings: { 200: cubynItem(inboundOrderResponse, orderItem) },
	samples: [
		{
			title: 'By ID (documented)',
			input: { id: 'b7b41188-ce8e-49bf-94be-b9a11e8c5846' },
			request: { method: 'GET', path: '/v3/storage-inbound/orders/b7b41188-ce8e-49bf-94be-b9a11e8c5846' },
			response: { status: 200, body: documentedOrder },
		},
	],
	antiSamples: [{ reason: 'No order', input: {}, mentions: ['Inbound Order'] }],
	responses: [
		{
			title: 'Unknown (documented)',
			input: { id: 'x' },
			response: errorResponse(404, 'Inbound order for this id is not found'),
			expected: 'not_found',
		},
	],
});

/** CU31: no sample shows the format of a warehouse. */
const warehouseResponse = z.looseObject({ id: amount, name: z.string().nullish(), country: z.string().nullish() });

export const listWarehouses = action({
	resource: 'warehouse',
	verb: 'getAll',
	title: 'Get Many Warehouses',
	description: 'Lists the warehouses that take in goods of the account.',
	covers: ['CU31'],
	effect: 'read',
	isList: true,
	input: z.object({}),
	output: outputItem(() => ({
		id: outputField.id('Warehouse ID'),
		carrier: outputField.id('Carrier'),
		name: outputField.text('Warehouse Name'),
		country: outputField.text('Country'),
		carrierData: outputField.carrierData(),
	})),
	request: () => ({ method: 'GET', path: '/v2/storage-inbound/warehouses' }),
	readings: {
		200: cubynItems(warehouseResponse, (warehouse) => ({
			id: String(warehouse.id),
			carrier: 'cubyn',
			name: warehouse.name ?? null,
			country: warehouse.country ?? null,
			carrierData: asJsonObject(warehouse),
		})),
		...listNotFound,
	},
	samples: [
		{
			title: 'All of the account',
			input: {},
			request: { method: 'GET', path: '/v2/storage-inbound/warehouses' },
			response: {
				status: 200,
				body: [
					{ id: 3628042, name: 'France' },
					{ id: 193543585, name: 'Spain' },
				],
			},
		},
	],
	antiSamples: [{ reason: 'A field that the step does not have', input: { country: 'FR' }, mentions: ['country'] }],
});
