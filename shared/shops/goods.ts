import { isJsonObject } from '../json';
import type { GoodsLine, Money, OrderProblem } from '../delivery/request';
import { quote, toNumber } from './read-json';

/** Where a shop keeps the parts of a line. */
export interface LineReader {
	sku: (line: unknown) => string | null;
	name: (line: unknown) => string | null;
	quantity: (line: unknown) => unknown;
	unitValue: (line: unknown, quantity: number) => Money | null;
	weightGrams: (line: unknown) => number | null;
}

/** Every line, in its order; one that cannot be read is a problem and never left out. */
export function readGoods(
	lines: readonly unknown[],
	reader: LineReader,
): { goods: GoodsLine[]; problems: OrderProblem[] } {
	const goods: GoodsLine[] = [];
	const problems: OrderProblem[] = [];
	lines.forEach((line, index) => {
		const quantity = isJsonObject(line) ? toNumber(reader.quantity(line)) : null;
		if (quantity === null || quantity <= 0) {
			const found = isJsonObject(line) ? reader.quantity(line) : line;
			const what = isJsonObject(line) ? (reader.name(line) ?? reader.sku(line)) : null;
			problems.push({
				field: `goods.${index}.quantity`,
				found: quote(found ?? null),
				message: `Quantity ${quote(found ?? null)} of line ${index + 1}${what === null ? '' : ` (${quote(what)})`} is not a number above 0.`,
			});
			return;
		}
		goods.push({
			sku: reader.sku(line),
			name: reader.name(line),
			quantity,
			unitValue: reader.unitValue(line, quantity),
			weightGrams: reader.weightGrams(line),
		});
	});
	return { goods, problems };
}

/** No order is empty: the lines are missing, or the key has no permission to read them. */
export function noLines(found: unknown): OrderProblem {
	const empty = found === undefined || found === null || (Array.isArray(found) && found.length === 0);
	return {
		field: 'goods',
		found: empty ? null : quote(found),
		message: `The order has no lines that can be seen here${empty ? '' : ` (${quote(found)})`}, so there is nothing to send. Check the order, and that the API key may read its lines.`,
	};
}
