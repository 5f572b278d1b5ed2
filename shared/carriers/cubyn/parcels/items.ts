import type { z } from 'zod/v4';

import type { Draft } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { decimal, integer, lines, text } from '../../../declare/field';
import type { JsonObject } from '../../../declare/json';

export const itemLines = () =>
	lines(
		{
			reference: text({ label: 'SKU', placeholder: 'TSHIRT-RED-M', help: 'Your reference of the product, as Cubyn holds it in stock.', common: true }).optional(),
			count: integer({ label: 'Quantity', common: true }, { min: 1 }).default(1),
			name: text({ label: 'Name', help: 'Older product alone, where Cubyn collects goods at your place: what it is.' }).optional(),
			value: decimal({ label: 'Unit Price', unit: 'EUR', help: 'Older product alone, beside Name.' }, { min: 0 }).optional(),
			width: decimal({ label: 'Width', unit: 'm', help: 'Older product alone, beside Name.' }, { min: 0 }).optional(),
			height: decimal({ label: 'Height', unit: 'm', help: 'Older product alone, beside Name.' }, { min: 0 }).optional(),
			depth: decimal({ label: 'Depth', unit: 'm', help: 'Older product alone, beside Name.' }, { min: 0 }).optional(),
			weight: decimal({ label: 'Weight', unit: 'g', help: 'Older product alone, beside Name.' }, { min: 0 }).optional(),
		},
		{ label: 'Items', line: 'Item', help: 'What goes into the parcel: one line for each product of the order.', common: true },
	);

type Items = z.output<ReturnType<typeof itemLines>>;

const declared = ['value', 'width', 'height', 'depth', 'weight'] as const;

/** Goods in stock are named by SKU; goods that Cubyn has never seen by name and value. */
export function checkItems(items: Draft<Items> | undefined): Problem[] {
	return (items ?? []).flatMap((item, line): Problem[] => {
		const at = (key: keyof Items[number], message: string): Problem => ({ path: ['items', line, key], message });
		if (item.name === undefined) {
			const missing = item.reference === undefined ? [at('reference', 'is missing')] : [];
			return [...missing, ...declared.filter((key) => item[key] !== undefined).map((key) => at(key, 'must be empty for an item of the stock; it belongs beside a Name'))];
		}
		return item.value === undefined ? [at('value', 'is missing; an item with a Name needs it')] : [];
	});
}

const asText = (number: number | undefined) => (number === undefined ? undefined : String(number));

/** The older document types every measure as text; the samples of the current one send the count as a number. */
export const itemsBody = (items: Items | undefined): JsonObject[] | undefined =>
	items?.map(({ reference, count, name, value, width, height, depth, weight }) => ({
		reference,
		count,
		name,
		value: asText(value),
		width: asText(width),
		height: asText(height),
		depth: asText(depth),
		weight: asText(weight),
	}));
