import type { z } from 'zod/v4';

import type { Draft } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { choice, decimal, integer, lines, text } from '../../../declare/field';
import type { JsonObject } from '../../../json';
import { priceNames, productNames, quantityNames, skuNames } from '../../../declare/list-names';

/** Where the goods come from. It is not sent: what an item must hold hangs on it. */
export const goodsField = () =>
	choice(
		[
			{ value: 'stock', label: 'Your Stock at Cubyn', help: 'Each item is a SKU and a quantity' },
			{
				value: 'collected',
				label: 'Collected at Your Place (Legacy)',
				help: 'Only for legacy accounts. Each item is a name, a quantity and a price, and items may be left out',
			},
		],
		{ label: 'Goods Come From' },
	).default('stock');

const legacyHelp = 'Only for legacy accounts, whose goods Cubyn collects.';

export const itemLines = () =>
	lines(
		{
			reference: text({
				label: 'SKU',
				placeholder: 'TSHIRT-RED-M',
				help: 'Your reference of the product, as Cubyn holds it in stock.',
				common: true,
				listNames: skuNames,
			}).optional(),
			count: integer({ label: 'Quantity', common: true, listNames: quantityNames }, { min: 1 }),
			name: text({ label: 'Name', help: `What it is. ${legacyHelp}`, listNames: productNames }).optional(),
			value: decimal(
				{ label: 'Unit Price', unit: 'EUR', help: legacyHelp, listNames: priceNames },
				{ min: 0 },
			).optional(),
			width: decimal({ label: 'Width', unit: 'm', help: legacyHelp }, { min: 0 }).optional(),
			height: decimal({ label: 'Height', unit: 'm', help: legacyHelp }, { min: 0 }).optional(),
			depth: decimal({ label: 'Depth', unit: 'm', help: legacyHelp }, { min: 0 }).optional(),
			weight: decimal({ label: 'Weight', unit: 'g', help: legacyHelp }, { min: 0 }).optional(),
		},
		{
			label: 'Items',
			line: 'Item',
			help: 'What goes into the parcel: one line for each product of the order.',
			common: true,
		},
	);

export type Items = z.output<ReturnType<typeof itemLines>>;
export type Goods = z.output<ReturnType<typeof goodsField>>;

/** Stock goods are identified by SKU, goods new to Cubyn by name and price. An empty parcel is never sent. */
export function checkItems({ goods, items }: { goods?: Goods; items?: Draft<Items> }): Problem[] {
	if (goods === 'collected') return (items ?? []).flatMap(checkCollectedItem);
	if (items === undefined || items.length === 0)
		return [{ path: ['items'], message: 'needs at least one item; a parcel without goods is not sent' }];
	return items.flatMap((item, line) =>
		item.reference === undefined ? [{ path: ['items', line, 'reference'], message: 'is missing' }] : [],
	);
}

function checkCollectedItem(item: Draft<Items>[number], line: number): Problem[] {
	if (item.reference !== undefined && item.name === undefined) return [];
	const missing = (['name', 'value'] as const).filter((key) => item[key] === undefined);
	return missing.map((key) => ({ path: ['items', line, key], message: 'is missing; collected goods need it' }));
}

const asText = (number: number | undefined) => (number === undefined ? undefined : String(number));

/**
 * Stock is picked only by SKU. The older document types every measure as text; current samples send a number as count.
 */
export const itemsBody = (items: Items | undefined, goods: Goods): JsonObject[] | undefined =>
	items?.map(({ reference, count, name, value, width, height, depth, weight }) =>
		goods === 'stock'
			? { reference, count }
			: {
					reference,
					count,
					name,
					value: asText(value),
					width: asText(width),
					height: asText(height),
					depth: asText(depth),
					weight: asText(weight),
				},
	);
