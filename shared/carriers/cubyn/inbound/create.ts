import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Facts, Item } from '../../../declare/facts';
import { integer } from '../../../declare/field';
import { cubynInboundOrder, inboundOrderResponse, orderItem, mergeOrderNumber } from './order';
import { createOrderResponses, createOrderSamples } from './create-samples';
import {
	checkItems,
	totalQuantity,
	itemLines,
	itemsBody,
	identityOfLines,
	isSameLines,
	type ItemLine,
} from './shipment';
import { deleteInboundOrder } from './change';
import { getInboundOrder, listInboundOrders } from './list';
import { warehouseField } from './warehouse-field';
import { cubynItem } from '../read-response';

/** CU25: where goods go that no warehouse was chosen for. */
const HOME_WAREHOUSE: Readonly<Record<string, string>> = { FR: '3628042', ES: '193543585' };

export interface OrderInput {
	warehouseId?: string;
	items: ItemLine[];
	packingUnits?: number;
}

const warehouseOf = ({ warehouseId }: Pick<OrderInput, 'warehouseId'>, { access }: Pick<Facts, 'access'>) =>
	warehouseId ?? HOME_WAREHOUSE[access.country ?? 'FR'];

export const orderRequest = (input: OrderInput, facts: Pick<Facts, 'access'>) => ({
	method: 'POST' as const,
	path: '/v2/storage-inbound/orders',
	query: { 'filters[warehouseId]': warehouseOf(input, facts) },
	body: { packingUnits: input.packingUnits, items: itemsBody(input.items) },
});

/** Compares only the fields that a short row of the list has. */
export const isPossibleMatch = (candidate: Item, input: OrderInput, facts: Pick<Facts, 'access'>): boolean =>
	candidate.terminal !== true &&
	(candidate.declaredItems === null || candidate.declaredItems === totalQuantity(input.items)) &&
	(candidate.warehouseId === null || candidate.warehouseId === warehouseOf(input, facts));

export const cancelOrder = {
	action: deleteInboundOrder,
	input: (booking: Item) => ({ id: booking.id, ...(booking.ownerId ? { ownerId: booking.ownerId } : {}) }),
	// Another run may be announcing its boxes on its order already.
	ownOnly: true,
};

export const orderReadings = {
	200: cubynItem(inboundOrderResponse, orderItem),
};

export const createInboundOrder = action({
	resource: 'inboundOrder',
	verb: 'create',
	title: 'Create Inbound Order',
	twin: 'advanced',
	description: 'Announces goods to the warehouse, as a draft that you validate later.',
	covers: ['CU25'],
	effect: 'booking',
	input: z.object({
		items: itemLines(),
		warehouseId: warehouseField().optional(),
		packingUnits: integer(
			{ label: 'Boxes', placeholder: '2', help: 'Number of boxes or pallets. Not needed where you add deliveries.' },
			{ min: 1 },
		).optional(),
	}),
	output: cubynInboundOrder,
	check: ({ items }) => checkItems(items),
	request: orderRequest,
	readings: orderReadings,
	booking: {
		foundBy: 'identity',
		// CU25: no reference, and nothing unique. A draft with the same lines is taken to be the same.
		identity: ({ warehouseId, items }) => identityOfLines(warehouseId, items),
		action: listInboundOrders,
		input: () => ({ status: 'CREATED', sort: 'desc' }),
		isCandidate: (candidate, _lines, input, facts) =>
			candidate.carrierStatus === 'CREATED' && isPossibleMatch(candidate, input, facts),
		readFull: { action: getInboundOrder, input: (candidate) => ({ id: candidate.id }), merge: mergeOrderNumber },
		isSameBooking: (full, { items }) => isSameLines(full, items),
		cancel: cancelOrder,
	},
	samples: createOrderSamples,
	responses: createOrderResponses,
	antiSamples: [
		{ reason: 'Nothing announced', input: {}, mentions: ['Products'] },
		{
			reason: 'A line without a barcode',
			input: { items: [{ productName: 'Shirt', sku: 'S', quantity: 1 }] },
			mentions: ['Barcode'],
		},
		{
			reason: 'No objects',
			input: { items: [{ productName: 'Shirt', sku: 'S', barcode: 'B', quantity: 0 }] },
			mentions: ['Quantity'],
		},
		{
			reason: 'One barcode for two SKUs (documented)',
			input: {
				items: [
					{ productName: 'Shirt', sku: 'S', barcode: 'B', quantity: 1 },
					{ productName: 'Skirt', sku: 'K', barcode: 'B', quantity: 1 },
				],
			},
			mentions: ['Barcode'],
		},
	],
});
