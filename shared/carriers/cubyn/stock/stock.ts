import { z } from 'zod/v4';

import { asJsonObject, type JsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { asText } from '../as-text';
import { amount } from '../wire';

/** CU53: tables use `quantities`, samples use `quantity`; either may lack some counts. */
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
export const productResponse = z.looseObject({
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
export const stockRowResponse = z.looseObject({
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
export const stockEventPayload = z.looseObject({
	sku: amount,
	available: z.number().nullish(),
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

/** One format for a product's stock, for every call and event. */
export const cubynProduct = outputItem(() => ({
	id: outputField.id('ID'),
	carrier: outputField.id('Carrier'),
	productId: outputField.text('Product ID'),
	sku: outputField.text('SKU'),
	name: outputField.text('Product Name'),
	type: outputField.text('Product Type'),
	warehouse: outputField.text('Warehouse'),
	available: outputField.number('Available'),
	damaged: outputField.number('Damaged'),
	reserved: outputField.number('Reserved'),
	blocked: outputField.number('Blocked'),
	total: outputField.number('Total'),
	stock: outputField.text('Stock in Words'),
	archived: outputField.toggle('Is Archived'),
	updatedAt: outputField.moment('Updated At'),
	lots: outputField.objects(
		{
			id: outputField.text('Lot ID'),
			reference: outputField.text('Lot Reference'),
			date: outputField.moment('Lot Date'),
			isBlocked: outputField.toggle('Lot Is Blocked'),
			available: outputField.number('Available in Lot'),
			damaged: outputField.number('Damaged in Lot'),
		},
		'Lots',
	),
	carrierData: outputField.carrierData(),
}));

interface Counts {
	available?: number | null;
	damaged?: number | null;
	reserved?: number | null;
	blocked?: number | null;
	total?: number | null;
}

/** All reported counts in one text. Two reads of the same stock give the same text. */
const stockSummary = ({ available, damaged, reserved, blocked }: Counts) =>
	[
		[available, 'available'],
		[damaged, 'damaged'],
		[reserved, 'reserved'],
		[blocked, 'blocked'],
	]
		.flatMap(([count, label]) => (typeof count === 'number' ? [`${count} ${label}`] : []))
		.join(', ');

const stockItem = <F extends JsonObject & { id: string }>(
	fields: F,
	{ available, damaged, reserved, blocked, total }: Counts,
	carrierData: JsonObject,
) => ({
	...fields,
	carrier: 'cubyn',
	available: available ?? null,
	damaged: damaged ?? null,
	reserved: reserved ?? null,
	blocked: blocked ?? null,
	total: total ?? null,
	stock: stockSummary({ available, damaged, reserved, blocked }),
	carrierData,
});

/** A separate count next to the counts (CU49) adds no information. */
export const countsOf = (source: { quantity?: Counts | number | null; quantities?: Counts | null }): Counts =>
	source.quantities ?? (typeof source.quantity === 'object' ? source.quantity : null) ?? {};

export function productItem(response: z.output<typeof productResponse>) {
	const lots = (response.lots ?? []).map((lot) => {
		const { available = null, damaged = null } = countsOf(lot);
		return {
			id: lot.id,
			reference: lot.reference ?? null,
			date: lot.date ?? null,
			isBlocked: lot.isBlocked ?? null,
			available,
			damaged,
		};
	});
	return stockItem(
		{
			id: response.id,
			productId: response.id,
			sku: asText(response.reference),
			name: response.name ?? null,
			type: response.type ?? null,
			warehouse: 'TOTAL',
			archived: response.archived ?? null,
			updatedAt: response.updatedAt ?? null,
			lots,
		},
		countsOf(response),
		asJsonObject(response),
	);
}

export const rowItem = (row: z.output<typeof stockRowResponse>) =>
	stockItem(
		{
			id: row.productId,
			productId: row.productId,
			sku: asText(row.reference),
			name: row.name ?? null,
			type: row.type ?? null,
			warehouse: row.warehouseGroupKey ?? 'TOTAL',
		},
		{ available: row.availableQuantity, damaged: row.damagedQuantity, reserved: row.reservedQuantity },
		asJsonObject(row),
	);

/** The event identifies the product only by its SKU. */
export const stockEventItem = (event: z.output<typeof stockEventPayload>) =>
	stockItem(
		{
			id: String(event.sku),
			productId: null,
			sku: String(event.sku),
			name: null,
			type: null,
			warehouse: event.warehouse ?? 'TOTAL',
		},
		{ available: event.available, reserved: event.reserved },
		asJsonObject(event),
	);
