import type { GoodsLine, Parcel } from '../delivery/request';

/** How goods become parcels. Weight and volume are defaults for one parcel, for shops that give none. */
export type ParcelRule =
	| { rule: 'one'; type: string | null; weightGrams: number | null; volumeLitres: number | null }
	| { rule: 'per_line'; type: string | null; weightGrams: number | null; volumeLitres: number | null }
	| { rule: 'per_piece'; type: string | null; weightGrams: number | null; volumeLitres: number | null }
	| { rule: 'type_by_sku'; types: Readonly<Record<string, string>>; otherwise: string };

const nameOf = (line: GoodsLine) => line.name ?? line.sku ?? 'Goods';

/** For a whole line. Unknown if any piece is unknown. */
const lineWeight = (line: GoodsLine, perPiece: number | null) => {
	const weight = line.weightGrams ?? perPiece;
	return weight === null ? null : weight * line.quantity;
};

function sum(weights: readonly (number | null)[]): number | null {
	return weights.reduce<number | null>(
		(total, weight) => (total === null || weight === null ? null : total + weight),
		0,
	);
}

const listed = (goods: readonly GoodsLine[]) =>
	goods.map((line) => (line.quantity === 1 ? nameOf(line) : `${line.quantity} × ${nameOf(line)}`)).join(', ');

function byType(goods: readonly GoodsLine[], types: Readonly<Record<string, string>>, otherwise: string): Parcel[] {
	const counts = new Map<string, number>();
	for (const line of goods) {
		const type = line.sku !== null && Object.hasOwn(types, line.sku) ? (types[line.sku] ?? otherwise) : otherwise;
		counts.set(type, (counts.get(type) ?? 0) + line.quantity);
	}
	return [...counts].map(([type, count]) => ({ name: type, count, type, weightGrams: null, volumeLitres: null }));
}

export function parcelsOf(goods: readonly GoodsLine[], rule: ParcelRule): Parcel[] {
	if (rule.rule === 'type_by_sku') return byType(goods, rule.types, rule.otherwise);
	const { type, weightGrams, volumeLitres } = rule;
	// Tills leave the lines out. Where a shop must have them, their lack is a problem of its own.
	if (goods.length === 0) return [{ name: 'Goods', count: 1, type, weightGrams, volumeLitres }];
	if (rule.rule === 'per_piece') {
		return goods.map((line) => ({
			name: nameOf(line),
			count: line.quantity,
			type,
			weightGrams: line.weightGrams ?? weightGrams,
			volumeLitres,
		}));
	}
	if (rule.rule === 'per_line') {
		return goods.map((line) => ({
			name: listed([line]),
			count: 1,
			type,
			weightGrams: lineWeight(line, null) ?? weightGrams,
			volumeLitres,
		}));
	}
	return [
		{
			name: listed(goods),
			count: 1,
			type,
			weightGrams: sum(goods.map((line) => lineWeight(line, null))) ?? weightGrams,
			volumeLitres,
		},
	];
}
