import type { CubynHeld, CubynWarehouseGroup } from '../parcels/parcel.types';
import type { CubynState } from '../state';
import { changeCounts, GROUPS, lotsOf } from './lots';
import type { CubynProduct } from './stock.types';

export interface Wish {
	product: CubynProduct | undefined;
	count: number;
}

/** Takes the objects out of what is for sale, oldest lot first; undefined, and nothing taken, where one is short. */
export function hold(state: CubynState, wishes: readonly Wish[]): CubynHeld[] | undefined {
	const held: CubynHeld[] = [];
	for (const { product, count } of wishes) {
		const taken = product && takeFrom(state, product, count, held);
		if (taken === undefined) return undefined;
		held.push(...taken);
	}
	for (const { lot, warehouse, quantity } of held) changeCounts(state, lot, warehouse, { available: -quantity });
	changeProducts(state, held, (product, { warehouse, quantity }) => reserve(product, warehouse, quantity));
	return held;
}

function takeFrom(
	state: CubynState,
	product: CubynProduct,
	count: number,
	before: readonly CubynHeld[],
): CubynHeld[] | undefined {
	// Virtual products are sold without a single object.
	if (product.type === 'VIRTUAL') return [];
	const taken: CubynHeld[] = [];
	let missing = count;
	const lots = lotsOf(state, product.id)
		.filter(({ isBlocked }) => !isBlocked)
		.sort((a, b) => a.date - b.date);
	for (const { number, counts } of lots) {
		for (const warehouse of GROUPS) {
			const already = before.filter((held) => held.lot === number && held.warehouse === warehouse);
			const free = counts[warehouse].available - already.reduce((sum, { quantity }) => sum + quantity, 0);
			const quantity = Math.min(missing, free);
			if (quantity > 0) taken.push({ productId: product.id, lot: number, warehouse, quantity });
			missing -= Math.max(0, quantity);
		}
	}
	return missing > 0 ? undefined : taken;
}

/** Back on sale, as after a cancellation. */
export function release(state: CubynState, held: readonly CubynHeld[]): void {
	for (const { lot, warehouse, quantity } of held) changeCounts(state, lot, warehouse, { available: quantity });
	changeProducts(state, held, (product, { warehouse, quantity }) => reserve(product, warehouse, -quantity));
}

/** Out of the house. */
export function ship(state: CubynState, held: readonly CubynHeld[]): void {
	changeProducts(state, held, (product, { warehouse, quantity }) => ({
		...reserve(product, warehouse, -quantity),
		outbounded: product.outbounded + quantity,
	}));
}

/** In the house again, after a return. */
export function takeBack(state: CubynState, held: readonly CubynHeld[]): void {
	for (const { lot, warehouse, quantity } of held) changeCounts(state, lot, warehouse, { available: quantity });
	changeProducts(state, held, (product, { quantity }) => ({
		...product,
		outbounded: product.outbounded - quantity,
	}));
}

function reserve(product: CubynProduct, group: CubynWarehouseGroup, by: number): CubynProduct {
	return { ...product, reserved: { ...product.reserved, [group]: product.reserved[group] + by } };
}

/** One event a product, however many lots it came from. */
function changeProducts(
	state: CubynState,
	held: readonly CubynHeld[],
	change: (product: CubynProduct, held: CubynHeld) => CubynProduct,
): void {
	const touched = new Set<string>();
	for (const one of held) {
		const product = state.products.get(one.productId);
		if (product === undefined) continue;
		touched.add(product.id);
		state.products.put(product.id, { ...change(product, one), updatedAt: state.house.clock.now() });
	}
	for (const id of touched) state.webhooks.stockEvents(state, id);
}
