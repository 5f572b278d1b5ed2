import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import { untouched } from '../../../declare/json';
import { out } from '../../../delivery/delivery';
import { mirror, same } from '../../../delivery/mirror';
import { isTerminal, rankOf, statuses, type Status } from '../../../delivery/status';
import { asText } from '../answered';
import { amount } from '../wire';

const toldOfLine = mirror({
	id: same.text('Line ID'),
	sku: same.name('SKU'),
	name: same.text('Product Name'),
	barcode: same.name('Barcode'),
	declared: same.number('Declared Quantity', 'quantities.declared'),
	labeled: same.number('Labelled Quantity', 'quantities.labeled'),
	stored: same.number('Stored Quantity', 'quantities.stored'),
	lotReference: same.text('Lot Reference', 'lotInformation.reference'),
	lotDate: same.moment('Lot Date', 'lotInformation.date'),
});

export const inboundLine = toldOfLine.shape;
export const lineAnswer = z.looseObject({ ...toldOfLine.answers, id: z.string(), orderId: z.string().nullish() });
export const lineItem = (line: z.output<typeof lineAnswer>) => ({ ...toldOfLine.of(line), id: line.id });

const told = mirror({
	warehouseId: same.name('Warehouse ID'),
	ownerId: same.name('Owner ID'),
	declaredItems: same.number('Declared Items'),
	storedItems: same.number('Stored Items'),
	declaredPackingUnits: same.number('Declared Boxes'),
	receivedPackingUnits: same.number('Received Boxes'),
	completedPackingUnits: same.number('Completed Boxes'),
	createdAt: same.moment('Created At'),
	updatedAt: same.moment('Updated At'),
	validatedAt: same.moment('Validated At'),
	receiptStartedAt: same.moment('Receipt Started At'),
	completedAt: same.moment('Completed At'),
});

/** An order as v3 gives it (CU34), and the shorter ones of v2, of which only the answer to a create is documented (CU25). */
export const inboundOrderAnswer = z.looseObject({
	id: z.string(),
	pid: amount.nullish(),
	status: z.string().nullish(),
	isDeleted: z.boolean().nullish(),
	lines: z.array(lineAnswer).nullish(),
	deletedAt: z.string().nullish(),
	...told.answers,
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

const status = z.enum(statuses);

export const cubynInboundOrder = z.object({
	id: out.id('Inbound Order ID'),
	carrier: out.id('Carrier'),
	number: out.text('WIO Number'),
	status,
	carrierStatus: out.text("Carrier's Own Status"),
	terminal: out.toggle('Is Finished'),
	rank: out.number('Progress Rank'),
	...told.shape,
	lines: out.objects(inboundLine, 'Lines'),
	deliveries: out.objects(deliveryLine, 'Deliveries'),
	files: out.files(),
	outcome: out.text('Outcome'),
	warnings: out.texts('Warnings'),
	carrierData: out.carrierData(),
});

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
		...told.of(answer),
		...(answer.lines ? { lines: answer.lines.map(lineItem) } : {}),
		carrierData: untouched(answer),
	};
}

/** v3 leaves out what only v2 tells: the number that people write on boxes, and the warehouse. */
export const withNumber = (short: Item, whole: Item): Item => ({ ...whole, number: whole.number ?? short.number ?? null, warehouseId: whole.warehouseId ?? short.warehouseId ?? null });
