import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import { untouched } from '../../../declare/json';
import { out } from '../../../delivery/delivery';
import { isTerminal, rankOf, statuses, type Status } from '../../../delivery/status';
import { asText } from '../answered';
import { amount } from '../wire';

const lineAnswer = z.looseObject({
	id: z.string(),
	orderId: z.string().nullish(),
	name: z.string().nullish(),
	barcode: amount.nullish(),
	sku: amount.nullish(),
	quantities: z.looseObject({ declared: z.number().nullish(), labeled: z.number().nullish(), stored: z.number().nullish() }).nullish(),
	lotInformation: z.looseObject({ date: z.string().nullish(), reference: z.string().nullish() }).nullish(),
});

/** An order as v3 gives it (CU34), and the shorter ones of v2, of which only the answer to a create is documented (CU25). */
export const inboundOrderAnswer = z.looseObject({
	id: z.string(),
	pid: amount.nullish(),
	status: z.string().nullish(),
	warehouseId: amount.nullish(),
	ownerId: amount.nullish(),
	isDeleted: z.boolean().nullish(),
	lines: z.array(lineAnswer).nullish(),
	declaredItems: z.number().nullish(),
	storedItems: z.number().nullish(),
	declaredPackingUnits: z.number().nullish(),
	receivedPackingUnits: z.number().nullish(),
	completedPackingUnits: z.number().nullish(),
	createdAt: z.string().nullish(),
	updatedAt: z.string().nullish(),
	validatedAt: z.string().nullish(),
	receiptStartedAt: z.string().nullish(),
	completedAt: z.string().nullish(),
	deletedAt: z.string().nullish(),
});

export type InboundOrderAnswer = z.output<typeof inboundOrderAnswer>;

/** Goods on their way to the warehouse, in the words for a delivery. */
const statusOf: Readonly<Record<string, Status>> = { CREATED: 'created', VALIDATED: 'scheduled', RECEIVING: 'at_dropoff', COMPLETED: 'delivered' };

export const inboundStatuses = [
	{ value: 'CREATED', label: 'Draft' },
	{ value: 'VALIDATED', label: 'Validated' },
	{ value: 'RECEIVING', label: 'Being Received' },
	{ value: 'COMPLETED', label: 'Completed' },
] as const;

const deliveryLine = {
	id: out.text('Delivery ID'),
	shippingCarrier: out.text('Shipping Carrier'),
	trackingNumber: out.text('Tracking Number'),
	carrierStatus: out.text("Delivery's Own Status"),
	declaredPackingUnits: out.number('Declared Boxes of Delivery'),
	estimatedAt: out.moment('Expected At'),
};

export const inboundLine = {
	id: out.text('Line ID'),
	sku: out.text('SKU'),
	name: out.text('Product Name'),
	barcode: out.text('Barcode'),
	declared: out.number('Declared Quantity'),
	labeled: out.number('Labelled Quantity'),
	stored: out.number('Stored Quantity'),
	lotReference: out.text('Lot Reference'),
	lotDate: out.moment('Lot Date'),
};

export const fileList = out.objects({ key: out.text('File Key'), name: out.text('File Name'), url: out.text('File Link') }, 'Files');
const status = z.enum(statuses);

export const cubynInboundOrder = z.object({
	id: out.id('Inbound Order ID'),
	carrier: out.id('Carrier'),
	number: out.text('WIO Number'),
	status,
	carrierStatus: out.text("Carrier's Own Status"),
	terminal: out.toggle('Is Finished'),
	rank: out.number('Progress Rank'),
	warehouseId: out.text('Warehouse ID'),
	ownerId: out.text('Owner ID'),
	declaredItems: out.number('Declared Items'),
	storedItems: out.number('Stored Items'),
	declaredPackingUnits: out.number('Declared Boxes'),
	receivedPackingUnits: out.number('Received Boxes'),
	completedPackingUnits: out.number('Completed Boxes'),
	createdAt: out.moment('Created At'),
	updatedAt: out.moment('Updated At'),
	validatedAt: out.moment('Validated At'),
	receiptStartedAt: out.moment('Receipt Started At'),
	completedAt: out.moment('Completed At'),
	lines: out.objects(inboundLine, 'Lines'),
	deliveries: out.objects(deliveryLine, 'Deliveries'),
	files: fileList,
	outcome: out.text('Outcome'),
	warnings: out.texts('Warnings'),
	carrierData: out.carrierData(),
});

export const lineItem = (line: z.output<typeof lineAnswer>) => ({
	id: line.id,
	sku: asText(line.sku),
	name: line.name ?? null,
	barcode: asText(line.barcode),
	declared: line.quantities?.declared ?? null,
	labeled: line.quantities?.labeled ?? null,
	stored: line.quantities?.stored ?? null,
	lotReference: line.lotInformation?.reference ?? null,
	lotDate: line.lotInformation?.date ?? null,
});
export { lineAnswer };

/** What the status words of an order come to; a deleted order will not arrive. */
export function inboundStatus(carrierStatus: string | null | undefined, isDeleted = false) {
	const common = isDeleted ? 'cancelled' : (statusOf[carrierStatus ?? ''] ?? 'unknown');
	return { status: common, carrierStatus: carrierStatus ?? null, terminal: isTerminal(common), rank: rankOf(common) };
}

export function orderItem(answer: InboundOrderAnswer): Item {
	return {
		id: answer.id,
		carrier: 'cubyn',
		number: asText(answer.pid),
		...inboundStatus(answer.status, answer.isDeleted ?? typeof answer.deletedAt === 'string'),
		warehouseId: asText(answer.warehouseId),
		ownerId: asText(answer.ownerId),
		declaredItems: answer.declaredItems ?? null,
		storedItems: answer.storedItems ?? null,
		declaredPackingUnits: answer.declaredPackingUnits ?? null,
		receivedPackingUnits: answer.receivedPackingUnits ?? null,
		completedPackingUnits: answer.completedPackingUnits ?? null,
		createdAt: answer.createdAt ?? null,
		updatedAt: answer.updatedAt ?? null,
		validatedAt: answer.validatedAt ?? null,
		receiptStartedAt: answer.receiptStartedAt ?? null,
		completedAt: answer.completedAt ?? null,
		...(answer.lines ? { lines: answer.lines.map(lineItem) } : {}),
		carrierData: untouched(answer),
	};
}

/** v3 leaves out what only v2 tells: the number that people write on boxes, and the warehouse. */
export const withNumber = (short: Item, whole: Item): Item => ({ ...whole, number: whole.number ?? short.number ?? null, warehouseId: whole.warehouseId ?? short.warehouseId ?? null });
