import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import { asJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { passThroughFields, passThrough } from '../../../delivery/pass-through';
import { isTerminal, rankOf, statuses, type Status } from '../../../delivery/status';
import { asText } from '../as-text';
import { amount } from '../wire';

const mirroredLine = passThroughFields({
	id: passThrough.text('Line ID'),
	sku: passThrough.name('SKU'),
	name: passThrough.text('Product Name'),
	barcode: passThrough.name('Barcode'),
	declared: passThrough.number('Declared Quantity', 'quantities.declared'),
	labeled: passThrough.number('Labelled Quantity', 'quantities.labeled'),
	stored: passThrough.number('Stored Quantity', 'quantities.stored'),
	lotReference: passThrough.text('Lot Reference', 'lotInformation.reference'),
	lotDate: passThrough.moment('Lot Date', 'lotInformation.date'),
});

export const inboundLine = () => mirroredLine.outputShape;
export const lineResponse = z.looseObject({
	...mirroredLine.inputShape,
	id: z.string(),
	orderId: z.string().nullish(),
});
export const lineItem = (line: z.output<typeof lineResponse>) => ({ ...mirroredLine.toFields(line), id: line.id });

const mirrored = passThroughFields({
	warehouseId: passThrough.name('Warehouse ID'),
	ownerId: passThrough.name('Owner ID'),
	declaredItems: passThrough.number('Declared Items'),
	storedItems: passThrough.number('Stored Items'),
	declaredPackingUnits: passThrough.number('Declared Boxes'),
	receivedPackingUnits: passThrough.number('Received Boxes'),
	completedPackingUnits: passThrough.number('Completed Boxes'),
	createdAt: passThrough.moment('Created At'),
	updatedAt: passThrough.moment('Updated At'),
	validatedAt: passThrough.moment('Validated At'),
	receiptStartedAt: passThrough.moment('Receipt Started At'),
	completedAt: passThrough.moment('Completed At'),
});

/**
 * An order in the v3 format (CU34), or in the shorter v2 format. Only the v2 response to a create is documented (CU25).
 */
export const inboundOrderResponse = z.looseObject({
	id: z.string(),
	pid: amount.nullish(),
	status: z.string().nullish(),
	isDeleted: z.boolean().nullish(),
	lines: z.array(lineResponse).nullish(),
	deletedAt: z.string().nullish(),
	...mirrored.inputShape,
});

export type InboundOrderResponse = z.output<typeof inboundOrderResponse>;

/** Goods on their way to the warehouse, in the words for a delivery. */
const statusMap: Readonly<Record<string, Status>> = {
	CREATED: 'created',
	VALIDATED: 'scheduled',
	RECEIVING: 'at_dropoff',
	COMPLETED: 'delivered',
};

export const inboundStatuses = [
	{ value: 'CREATED', label: 'Draft' },
	{ value: 'VALIDATED', label: 'Validated' },
	{ value: 'RECEIVING', label: 'Being Received' },
	{ value: 'COMPLETED', label: 'Completed' },
] as const;

const deliveryLine = () => ({
	id: outputField.text('Delivery ID'),
	shippingCarrier: outputField.text('Shipping Carrier'),
	trackingNumber: outputField.text('Tracking Number'),
	carrierStatus: outputField.text("Delivery's Own Status"),
	declaredPackingUnits: outputField.number('Declared Boxes of Delivery'),
	estimatedAt: outputField.moment('Expected At'),
});

const status = z.enum(statuses);

export const cubynInboundOrder = outputItem(() => ({
	id: outputField.id('Inbound Order ID'),
	carrier: outputField.id('Carrier'),
	number: outputField.text('WIO Number'),
	status,
	carrierStatus: outputField.text("Carrier's Own Status"),
	terminal: outputField.toggle('Is Finished'),
	rank: outputField.number('Progress Rank'),
	...mirrored.outputShape,
	lines: outputField.objects(inboundLine(), 'Lines'),
	deliveries: outputField.objects(deliveryLine(), 'Deliveries'),
	files: outputField.files(),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

/** The meaning of an order's status words. A deleted order will not arrive. */
export function inboundStatus(carrierStatus: string | null | undefined, isDeleted = false) {
	const mapped = isDeleted ? 'cancelled' : (statusMap[carrierStatus ?? ''] ?? 'unknown');
	return { status: mapped, carrierStatus: carrierStatus ?? null, terminal: isTerminal(mapped), rank: rankOf(mapped) };
}

export function orderItem(response: InboundOrderResponse) {
	return {
		id: response.id,
		carrier: 'cubyn',
		number: asText(response.pid),
		...inboundStatus(response.status, response.isDeleted ?? typeof response.deletedAt === 'string'),
		...mirrored.toFields(response),
		...(response.lines ? { lines: response.lines.map(lineItem) } : {}),
		carrierData: asJsonObject(response),
	};
}

/** v3 leaves out two fields of v2: the number that people write on boxes, and the warehouse. */
export const mergeOrderNumber = (candidate: Item, full: Item): Item => ({
	...full,
	number: full.number ?? candidate.number ?? null,
	warehouseId: full.warehouseId ?? candidate.warehouseId ?? null,
});
