import type { Moment } from '../../framework/clock.types';
import { iso, isoOrAbsent } from '../requests/time';
import type { StockState } from './stock-state';
import { lotId, lotsOf, totals } from './lots';
import { quantitiesOf } from './products';
import type { CubynLot, CubynProduct } from './stock.types';

/** Without quantities, as a change is answered. */
export function lotSummary(lot: CubynLot) {
	return {
		id: lotId(lot),
		productId: lot.productId,
		date: iso(lot.date),
		reference: lot.reference,
		isBlocked: lot.isBlocked,
	};
}

export function lotListView(state: StockState, lot: CubynLot) {
	const { available, damaged } = totals(lot);
	return { ...lotSummary(lot), [state.settings.v3Quantity]: { available, damaged, total: available + damaged } };
}

/** A single lot counts otherwise than one in a list: no total, and a `blocked` that stays 0. */
export function lotView(state: StockState, lot: CubynLot) {
	return { ...lotSummary(lot), [state.settings.v3Quantity]: { ...totals(lot), blocked: 0 } };
}

export function productViewV3(state: StockState, product: CubynProduct, asOf?: Moment) {
	const { available, damaged, blocked, reserved } = quantitiesOf(state, product, undefined, asOf);
	return {
		id: product.id,
		reference: product.sku,
		name: product.name,
		type: product.type,
		ownerId: product.ownerId,
		archived: product.archivedAt !== null,
		archivedAt: isoOrAbsent(product.archivedAt),
		updatedAt: iso(product.updatedAt),
		[state.settings.v3Quantity]: {
			available,
			damaged,
			blocked,
			reserved,
			total: available + damaged + blocked + reserved,
		},
		lots: lotsOf(state, product.id, asOf).map((lot) => {
			const { productId: _product, ...view } = lotListView(state, lot);
			return view;
		}),
	};
}
