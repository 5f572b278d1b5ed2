import type { ResponseSample, Sample } from '../../../declare/sample';
import { documentedCreated, documentedItems, documentedOrder } from './samples';
import { fieldErrorResponse } from '../sample-errors';

const path = '/v2/storage-inbound/orders';
const noOrders = { [`GET ${path}`]: { status: 200, body: [] } };

export const createOrderSamples: readonly Sample[] = [
	{
		title: 'One product (documented)',
		input: { warehouseId: 24082363, items: documentedItems },
		request: { method: 'POST', path, query: { 'filters[warehouseId]': '24082363' }, body: { items: documentedItems } },
		otherResponses: noOrders,
		response: { status: 200, body: documentedCreated },
	},
	{
		title: 'With the number of boxes (documented), to the home warehouse',
		input: {
			packingUnits: '1',
			items: [{ productName: 'product33', sku: 'er1234', barcode: 'barcode74', quantity: '1' }],
		},
		request: {
			method: 'POST',
			path,
			query: { 'filters[warehouseId]': '3628042' },
			body: {
				packingUnits: 1,
				items: [{ productName: 'product33', sku: 'er1234', barcode: 'barcode74', quantity: 1 }],
			},
		},
		otherResponses: noOrders,
		response: { status: 200, body: { ...documentedCreated, declaredItems: 1 } },
	},
	{
		title: 'With lots',
		connection: 'sandbox',
		input: {
			items: [
				{
					productName: 'Milk',
					sku: 'MILK',
					barcode: '3760000000017',
					quantity: 12,
					lotNumber: 'L-7',
					lotDate: '2030-06-30T00:00:00+02:00',
					customPickingStrategyForProduct: true,
				},
			],
		},
		request: {
			method: 'POST',
			path,
			query: { 'filters[warehouseId]': '193543585' },
			body: {
				items: [
					{
						productName: 'Milk',
						sku: 'MILK',
						barcode: '3760000000017',
						quantity: 12,
						lotNumber: 'L-7',
						lotDate: '2030-06-30T00:00:00.000Z',
						customPickingStrategyForProduct: true,
					},
				],
			},
		},
		otherResponses: noOrders,
		response: { status: 200, body: { ...documentedCreated, declaredItems: 12 } },
	},
];

export const createOrderResponses: readonly ResponseSample[] = [
	{
		title: 'The barcode is known under another SKU',
		input: { items: documentedItems },
		otherResponses: noOrders,
		response: fieldErrorResponse('items.0.barcode', 'Validation isUnique failed'),
		expected: 'refused',
	},
	{
		title: 'A draft with the same lines is there',
		input: { items: [{ productName: 'Product 1', sku: 'SKU_1', barcode: 'barcode_1', quantity: 1 }] },
		otherResponses: {
			[`GET ${path}`]: {
				status: 200,
				body: [{ id: documentedOrder.id, pid: '290833', status: 'CREATED', declaredItems: 1 }],
			},
			[`GET /v3/storage-inbound/orders/${String(documentedOrder.id)}`]: { status: 200, body: documentedOrder },
		},
		response: { status: 500, body: {} },
		expected: 'items',
	},
];
