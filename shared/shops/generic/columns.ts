import type { OrderProblem } from '../../delivery/request';
import { quote, toText } from '../read-json';
import type { FlatFields } from './fields';

/** One line as columns give it. */
export interface ColumnLine {
	name: string | null;
	sku: string | null;
	quantity: string | null;
	price: string | null;
	weight: string | null;
}

const COLUMNS = {
	quantity: [
		'item_quantities',
		'item_quantity',
		'line_items_quantity',
		'items_quantity',
		'quantities',
		'quantity',
		'product_quantity',
	],
	sku: ['item_skus', 'item_sku', 'line_items_sku', 'items_sku', 'skus', 'sku', 'product_reference'],
	name: ['item_names', 'item_name', 'line_items_name', 'items_name', 'products', 'product_name', 'product'],
	price: ['item_prices', 'item_price', 'line_items_price', 'items_price', 'prices', 'price'],
	weight: ['item_weights', 'item_weight_grams', 'line_items_grams', 'items_weight', 'weight_grams'],
} as const;

type Column = keyof typeof COLUMNS;

/** Zapier joins a column with bare commas, so a comma before a space belongs to a name. */
function split(text: string, count: number | null): string[] {
	const tight = text.split(/,(?!\s)/).map((part) => part.trim());
	if (count === null || tight.length === count) return tight;
	const loose = text.split(',').map((part) => part.trim());
	return loose.length === count ? loose : count === 1 ? [text] : tight;
}

/** How many lines there are: quantities and SKUs hold no commas of their own. */
function countOf(columns: Record<Column, unknown>): number | null {
	for (const column of ['quantity', 'sku'] as const) {
		const value = columns[column];
		if (Array.isArray(value)) return value.length;
		const text = toText(value);
		if (text !== null) return text.split(',').length;
	}
	return Array.isArray(columns.name) ? columns.name.length : null;
}

const listOf = (value: unknown, count: number | null): (string | null)[] => {
	if (Array.isArray(value)) return value.map(toText);
	const text = toText(value);
	return text === null ? [] : split(text, count);
};

/** Goods given as one column per property: lists, or texts with commas. Names alone are one line each. */
export function columnLines(fields: FlatFields): { lines: ColumnLine[]; problems: OrderProblem[] } {
	const columns = {
		quantity: fields.value(...COLUMNS.quantity),
		sku: fields.value(...COLUMNS.sku),
		name: fields.value(...COLUMNS.name),
		price: fields.value(...COLUMNS.price),
		weight: fields.value(...COLUMNS.weight),
	};
	const count = countOf(columns);
	const names = listOf(columns.name, count);
	const length = count ?? names.length;
	const problems: OrderProblem[] = [];
	const column = (key: Column): (string | null)[] => {
		const list = key === 'name' ? names : listOf(columns[key], count);
		// One value for all lines is a constant.
		if (list.length === 0) return Array.from({ length }, () => null);
		if (list.length === 1 && length > 1 && key !== 'quantity') return Array.from({ length }, () => list[0] ?? null);
		if (list.length !== length) {
			problems.push({
				field: 'goods',
				found: quote(columns[key]),
				message: `The line items do not match: ${length} lines, but ${list.length} in ${key} (${quote(columns[key])}).`,
			});
		}
		return list;
	};
	const [quantity, sku, name, price, weight] = (['quantity', 'sku', 'name', 'price', 'weight'] as const).map(column);
	const lines = Array.from({ length }, (_, index) => ({
		quantity: quantity?.[index] ?? (columns.quantity === undefined ? '1' : null),
		sku: sku?.[index] ?? null,
		name: name?.[index] ?? null,
		price: price?.[index] ?? null,
		weight: weight?.[index] ?? null,
	}));
	return { lines, problems };
}
