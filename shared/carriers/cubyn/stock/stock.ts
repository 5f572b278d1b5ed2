import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import { untouched, type JsonObject } from '../../../declare/json';
import { out } from '../../../delivery/delivery';
import { asText } from '../answered';
import { amount } from '../wire';

/** CU53: tables say `quantities`, samples `quantity`; either may be short of some counts. */
const counts = z.looseObject({
	available: z.number().nullish(),
	damaged: z.number().nullish(),
	reserved: z.number().nullish(),
	blocked: z.number().nullish(),
	total: z.number().nullish(),
});

const lotOfProduct = z.looseObject({
	id: z.string(),
	date: z.string().nullish(),
	reference: z.string().nullish(),
	isBlocked: z.boolean().nullish(),
	quantity: z.union([counts, z.number()]).nullish(),
	quantities: counts.nullish(),
});

/** A product as v3 and the event `product.stock.updated` give it. */
export const productAnswer = z.looseObject({
	id: z.string(),
	reference: amount.nullish(),
	name: z.string().nullish(),
	type: z.string().nullish(),
	archived: z.boolean().nullish(),
	archivedAt: z.string().nullish(),
	updatedAt: z.string().nullish(),
	quantity: counts.nullish(),
	quantities: counts.nullish(),
	lots: z.array(lotOfProduct).nullish(),
});

/** A row of v2: one product, of one group of warehouses or of all together. */
export const stockRowAnswer = z.looseObject({
	productId: z.string(),
	reference: amount.nullish(),
	name: z.string().nullish(),
	type: z.string().nullish(),
	warehouseGroupKey: z.string().nullish(),
	availableQuantity: z.number().nullish(),
	damagedQuantity: z.number().nullish(),
	reservedQuantity: z.number().nullish(),
});

/** The event `stock:updated`, which names itself nowhere. */
export const stockEventAnswer = z.looseObject({
	sku: amount,
	available: z.number(),
	reserved: z.number().nullish(),
	warehouse: z.string().nullish(),
});

export const productTypes = [
	{ value: 'STANDARD', label: 'Standard' },
	{ value: 'RECIPIENT_RETURN', label: 'Recipient Return' },
	{ value: 'BUNDLE', label: 'Bundle' },
	{ value: 'VIRTUAL', label: 'Virtual' },
	{ value: 'BLOCKED_LOT', label: 'Blocked Lot' },
	{ value: 'DAMAGED', label: 'Damaged' },
] as const;

/** One shape for the stock of a product, whichever call or event tells it. */
export const cubynProduct = z.object({
	id: out.id('ID'),
	carrier: out.id('Carrier'),
	productId: out.text('Product ID'),
	sku: out.text('SKU'),
	name: out.text('Product Name'),
	type: out.text('Product Type'),
	warehouse: out.text('Warehouse'),
	available: out.number('Available'),
	damaged: out.number('Damaged'),
	reserved: out.number('Reserved'),
	blocked: out.number('Blocked'),
	total: out.number('Total'),
	stock: out.text('Stock in Words'),
	archived: out.toggle('Is Archived'),
	updatedAt: out.moment('Updated At'),
	lots: out.objects(
		{
			id: out.text('Lot ID'),
			reference: out.text('Lot Reference'),
			date: out.moment('Lot Date'),
			isBlocked: out.toggle('Lot Is Blocked'),
			available: out.number('Available in Lot'),
			damaged: out.number('Damaged in Lot'),
		},
		'Lots',
	),
	carrierData: out.carrierData(),
});

interface Counts {
	available?: number | null;
	damaged?: number | null;
	reserved?: number | null;
	blocked?: number | null;
	total?: number | null;
}

/** Every count that is told, in one text: two looks at the same stock give the same one. */
const inWords = ({ available, damaged, reserved, blocked }: Counts) =>
	[
		[available, 'available'],
		[damaged, 'damaged'],
		[reserved, 'reserved'],
		[blocked, 'blocked'],
	]
		.flatMap(([count, word]) => (typeof count === 'number' ? [`${count} ${word}`] : []))
		.join(', ');

const stockItem = (told: JsonObject & { id: string }, { available, damaged, reserved, blocked, total }: Counts, carrierData: JsonObject): Item => ({
	...told,
	carrier: 'cubyn',
	available: available ?? null,
	damaged: damaged ?? null,
	reserved: reserved ?? null,
	blocked: blocked ?? null,
	total: total ?? null,
	stock: inWords({ available, damaged, reserved, blocked }),
	carrierData,
});

/** A count of its own beside the counts (CU49) says nothing that they do not. */
export const countsOf = (of: { quantity?: Counts | number | null; quantities?: Counts | null }): Counts => of.quantities ?? (typeof of.quantity === 'object' ? of.quantity : null) ?? {};

export function productItem(answer: z.output<typeof productAnswer>): Item {
	const lots = (answer.lots ?? []).map((lot) => {
		const { available = null, damaged = null } = countsOf(lot);
		return { id: lot.id, reference: lot.reference ?? null, date: lot.date ?? null, isBlocked: lot.isBlocked ?? null, available, damaged };
	});
	return stockItem(
		{
			id: answer.id,
			productId: answer.id,
			sku: asText(answer.reference),
			name: answer.name ?? null,
			type: answer.type ?? null,
			warehouse: 'TOTAL',
			archived: answer.archived ?? null,
			updatedAt: answer.updatedAt ?? null,
			lots,
		},
		countsOf(answer),
		untouched(answer),
	);
}

export const rowItem = (row: z.output<typeof stockRowAnswer>): Item =>
	stockItem(
		{ id: row.productId, productId: row.productId, sku: asText(row.reference), name: row.name ?? null, type: row.type ?? null, warehouse: row.warehouseGroupKey ?? 'TOTAL' },
		{ available: row.availableQuantity, damaged: row.damagedQuantity, reserved: row.reservedQuantity },
		untouched(row),
	);

/** The event knows the product by its SKU alone. */
export const stockEventItem = (event: z.output<typeof stockEventAnswer>): Item =>
	stockItem(
		{ id: String(event.sku), productId: null, sku: String(event.sku), name: null, type: null, warehouse: event.warehouse ?? 'TOTAL' },
		{ available: event.available, reserved: event.reserved },
		untouched(event),
	);
