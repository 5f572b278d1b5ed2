import type { CubynReservation, CubynWarehouseGroup } from '../parcels/parcel.types';
import type { CubynState } from '../state';
import { changeCounts, GROUPS, lotsOf } from './lots';
import type { CubynProduct } from './stock.types';

export interface StockRequest {
	product: CubynProduct | undefined;
	count: number;
}

/** Takes the objects out of what is for sale, oldest lot first; undefined, and nothing taken, where one is short. */
export function reserveStock(state: CubynState, requests: readonly StockRequest[]): CubynReservation[] | undefined {
	const reservations: CubynReservation[] = [];
	for (const { product, count } of requests) {
		const taken = product && reserveProduct(state, product, count, reservations);
		if (taken === undefined) return undefined;
		reservations.push(...taken);
	}
	for (const { lot, warehouse, quantity } of reservations)
		changeCounts(state, lot, warehouse, { available: -quantity });
	changeProducts(state, reservations, (product, { warehouse, quantity }) =>
		changeReserved(product, warehouse, quantity),
	);
	return reservations;
}

function reserveProduct(
	state: CubynState,
	product: CubynProduct,
	count: number,
	before: readonly CubynReservation[],
): CubynReservation[] | undefined {
	// Virtual products are sold without a single object.
	if (product.type === 'VIRTUAL') return [];
	const taken: CubynReservation[] = [];
	let missing = count;
	const lots = lotsOf(state, product.id)
		.filter(({ isBlocked }) => !isBlocked)
		.sort((a, b) => a.date - b.date);
	for (const { number, counts } of lots) {
		for (const warehouse of GROUPS) {
			const earlier = before.filter((reservation) => reservation.lot === number && reservation.warehouse === warehouse);
			const free = counts[warehouse].available - earlier.reduce((sum, { quantity }) => sum + quantity, 0);
			const quantity = Math.min(missing, free);
			if (quantity > 0) taken.push({ productId: product.id, lot: number, warehouse, quantity });
			missing -= Math.max(0, quantity);
		}
	}
	return missing > 0 ? undefined : taken;
}

/** Back on sale, as after a cancellation. */
export function releaseStock(state: CubynState, reservations: readonly CubynReservation[]): void {
	for (const { lot, warehouse, quantity } of reservations) changeCounts(state, lot, warehouse, { available: quantity });
	changeProducts(state, reservations, (product, { warehouse, quantity }) =>
		changeReserved(product, warehouse, -quantity),
	);
}

/** Out of the warehouse. */
export function shipStock(state: CubynState, reservations: readonly CubynReservation[]): void {
	changeProducts(state, reservations, (product, { warehouse, quantity }) => ({
		...changeReserved(product, warehouse, -quantity),
		outbounded: product.outbounded + quantity,
	}));
}

/** Back in the warehouse, after a return. */
export function restock(state: CubynState, reservations: readonly CubynReservation[]): void {
	for (const { lot, warehouse, quantity } of reservations) changeCounts(state, lot, warehouse, { available: quantity });
	changeProducts(state, reservations, (product, { quantity }) => ({
		...product,
		outbounded: product.outbounded - quantity,
	}));
}

function changeReserved(product: CubynProduct, group: CubynWarehouseGroup, delta: number): CubynProduct {
	return { ...product, reserved: { ...product.reserved, [group]: product.reserved[group] + delta } };
}

/** One event a product, however many lots it came from. */
function changeProducts(
	state: CubynState,
	reservations: readonly CubynReservation[],
	change: (product: CubynProduct, reservations: CubynReservation) => CubynProduct,
): void {
	const touched = new Set<string>();
	for (const reservation of reservations) {
		const product = state.products.get(reservation.productId);
		if (product === undefined) continue;
		touched.add(product.id);
		state.products.put(product.id, { ...change(product, reservation), updatedAt: state.context.clock.now() });
	}
	for (const id of touched) state.webhooks.emitStockEvents(state, id);
}
