import type { Moment } from '../../framework/clock.types';
import type { CubynWarehouseGroup } from '../parcels/parcel.types';
import { iso } from '../requests/time';
import type { StockState } from './stock-state';
import type { CubynCounts, CubynLot } from './stock.types';

export const GROUPS: readonly CubynWarehouseGroup[] = ['FR', 'ES'];

/** The form of v3: the reference without its "WIO ", the full date, the product. */
export function lotId({ reference, date, productId }: Pick<CubynLot, 'reference' | 'date' | 'productId'>): string {
	return `${reference.replace(/^WIO /, '')}_${iso(date)}_${productId}`;
}

/** The form of v2: the reference with its "WIO", the day alone. */
export function lotIdV2({ reference, date, productId }: CubynLot): string {
	return `${reference.replaceAll(' ', '_')}_${iso(date).slice(0, 10)}_${productId}`;
}

export function totals({ counts }: CubynLot): CubynCounts {
	return {
		available: counts.FR.available + counts.ES.available,
		damaged: counts.FR.damaged + counts.ES.damaged,
	};
}

export function lotsOf(state: StockState, productId: string, asOf?: Moment): CubynLot[] {
	const numbers = state.lotsByProduct.get(productId) ?? [];
	return numbers
		.flatMap((number) => state.lots.get(number, asOf) ?? [])
		.filter(({ mergedInto }) => mergedInto === null);
}

/** Follows a lot into the one that it was merged into. */
export function lotOf(state: StockState, number: number): CubynLot {
	const lot = state.lots.get(number);
	if (lot === undefined) throw new Error(`Cubyn has no lot ${number}`);
	return lot.mergedInto === null ? lot : lotOf(state, lot.mergedInto);
}

export function changeCounts(
	state: StockState,
	number: number,
	group: CubynWarehouseGroup,
	delta: Partial<CubynCounts>,
): void {
	const lot = lotOf(state, number);
	const { available, damaged } = lot.counts[group];
	const counts = { available: available + (delta.available ?? 0), damaged: damaged + (delta.damaged ?? 0) };
	state.lots.put(lot.number, {
		...lot,
		counts: { ...lot.counts, [group]: counts },
		updatedAt: state.context.clock.now(),
	});
}

/** Goods that come in join the lot of the same reference and date, or begin one. */
export function storeLot(
	state: StockState,
	lot: Pick<CubynLot, 'ownerId' | 'productId' | 'reference' | 'date'>,
	group: CubynWarehouseGroup,
	delta: Partial<CubynCounts>,
): void {
	const existing = lotsOf(state, lot.productId).find((other) => lotId(other) === lotId(lot));
	const number = existing?.number ?? state.newLotNumber();
	if (existing === undefined) {
		state.lotsByProduct.set(lot.productId, [...(state.lotsByProduct.get(lot.productId) ?? []), number]);
		const empty = { available: 0, damaged: 0 };
		state.lots.put(number, {
			...lot,
			number,
			isBlocked: false,
			counts: { FR: empty, ES: empty },
			updatedAt: state.context.clock.now(),
			mergedInto: null,
		});
	}
	changeCounts(state, number, group, delta);
}
