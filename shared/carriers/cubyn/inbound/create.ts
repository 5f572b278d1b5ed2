import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Facts, Item } from '../../../declare/facts';
import { integer } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { cubynInboundOrder, inboundOrderAnswer, orderItem, withNumber } from './order';
import { createOrderAnswers, createOrderSamples } from './create-samples';
import { checkItems, countOf, itemLines, itemsBody, namedByLines, sameLines, type ItemLine } from './shipment';
import { deleteInboundOrder } from './change';
import { getInboundOrder, listInboundOrders } from './list';
import { warehouseField } from './warehouse-field';

/** CU25: where goods go that no warehouse was chosen for. */
const HOME: Readonly<Record<string, string>> = { FR: '3628042', ES: '193543585' };

export interface OrderInput {
	warehouseId?: string;
	items: ItemLine[];
	packingUnits?: number;
}

const warehouseOf = ({ warehouseId }: Pick<OrderInput, 'warehouseId'>, { access }: Pick<Facts, 'access'>) => warehouseId ?? HOME[access.country ?? 'FR'];

export const orderRequest = (given: OrderInput, facts: Pick<Facts, 'access'>) => ({
	method: 'POST' as const,
	path: '/v2/storage-inbound/orders',
	query: { 'filters[warehouseId]': warehouseOf(given, facts) },
	body: { packingUnits: given.packingUnits, items: itemsBody(given.items) },
});

/** As far as a short line of the list tells. */
export const mayBe = (candidate: Item, given: OrderInput, facts: Pick<Facts, 'access'>): boolean =>
	candidate.terminal !== true &&
	(candidate.declaredItems === null || candidate.declaredItems === countOf(given.items)) &&
	(candidate.warehouseId === null || candidate.warehouseId === warehouseOf(given, facts));

export const undoOrder = { action: deleteInboundOrder, input: (booking: Item) => ({ id: booking.id, ...(booking.ownerId ? { ownerId: booking.ownerId } : {}) }) };
export const orderReadings = { 200: gives(inboundOrderAnswer, orderItem), 201: gives(inboundOrderAnswer, orderItem) };

export const createInboundOrder = action({
	resource: 'inboundOrder',
	verb: 'create',
	title: 'Create Inbound Order',
	does: 'Announces goods to the warehouse, as a draft that you validate later.',
	covers: ['CU25'],
	effect: 'booking',
	input: z.object({
		items: itemLines(),
		warehouseId: warehouseField().optional(),
		packingUnits: integer({ label: 'Boxes', placeholder: '2', help: 'Number of boxes or pallets. Not needed where you add deliveries.' }, { min: 1 }).optional(),
	}),
	output: cubynInboundOrder,
	check: ({ items }) => checkItems(items),
	request: orderRequest,
	readings: orderReadings,
	find: {
		// CU25: no reference, and nothing unique. A draft with the same lines is taken to be the same.
		identity: ({ warehouseId, items }) => namedByLines(warehouseId, items),
		action: listInboundOrders,
		input: () => ({ status: 'CREATED', sort: 'desc' }),
		matches: (candidate, _lines, input, facts) => candidate.carrierStatus === 'CREATED' && mayBe(candidate, input, facts),
		whole: { action: getInboundOrder, input: (candidate) => ({ id: candidate.id }), merge: withNumber },
		same: (whole, { items }) => sameLines(whole, items),
		undo: undoOrder,
	},
	samples: createOrderSamples,
	answers: createOrderAnswers,
	antiSamples: [
		{ why: 'Nothing announced', input: {}, names: ['Products'] },
		{ why: 'A line without a barcode', input: { items: [{ productName: 'Shirt', sku: 'S', quantity: 1 }] }, names: ['Barcode'] },
		{ why: 'No objects', input: { items: [{ productName: 'Shirt', sku: 'S', barcode: 'B', quantity: 0 }] }, names: ['Quantity'] },
		{
			why: 'One barcode for two SKUs (documented)',
			input: {
				items: [
					{ productName: 'Shirt', sku: 'S', barcode: 'B', quantity: 1 },
					{ productName: 'Skirt', sku: 'K', barcode: 'B', quantity: 1 },
				],
			},
			names: ['Barcode'],
		},
	],
});
