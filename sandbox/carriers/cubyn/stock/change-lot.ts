import type { CubynState } from '../state';
import { lotId, lotsOf } from './lots';
import type { CubynCounts, CubynLot } from './stock.types';

export type LotChange = Partial<Pick<CubynLot, 'date' | 'reference' | 'isBlocked'>>;

/** A new date or reference is a new id; where a lot has that id already, this one becomes part of it. */
export function changeLot(state: CubynState, lot: CubynLot, change: LotChange): CubynLot {
	const updatedAt = state.context.clock.now();
	const changed: CubynLot = { ...lot, ...change, updatedAt };
	const target = lotsOf(state, lot.productId).find(
		(other) => other.number !== lot.number && lotId(other) === lotId(changed),
	);
	const after = target === undefined ? changed : mergeLots(target, lot, updatedAt);
	if (target !== undefined) state.lots.put(lot.number, { ...lot, mergedInto: target.number, updatedAt });
	state.lots.put(after.number, after);
	// Merging and blocking may take goods off sale or put them on again.
	if (target !== undefined || after.isBlocked !== lot.isBlocked) state.webhooks.emitStockEvents(state, lot.productId);
	return after;
}

/** Quantities add up; whether it is blocked is for the lot that was there. */
function mergeLots(target: CubynLot, lot: CubynLot, updatedAt: number): CubynLot {
	const sum = (a: CubynCounts, b: CubynCounts): CubynCounts => ({
		available: a.available + b.available,
		damaged: a.damaged + b.damaged,
	});
	const counts = { FR: sum(target.counts.FR, lot.counts.FR), ES: sum(target.counts.ES, lot.counts.ES) };
	return { ...target, counts, updatedAt };
}
