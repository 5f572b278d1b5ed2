import type { CubynWarehouseGroup } from '../parcels/parcel.types';
import type { CubynState } from '../state';
import { GROUPS, lotsOf } from '../stock/lots';
import type { CubynProduct } from '../stock/stock.types';

interface StockRow {
	warehouse: 'TOTAL' | CubynWarehouseGroup;
	groups: readonly CubynWarehouseGroup[];
}

/** The total, France, and Spain only for what lies there or is held back there. */
export function stockRows(state: CubynState, product: CubynProduct): StockRow[] {
	const lots = lotsOf(state, product.id);
	const spanish = product.reserved.ES > 0 || lots.some(({ counts: { ES } }) => ES.available + ES.damaged > 0);
	return [
		{ warehouse: 'TOTAL', groups: GROUPS },
		{ warehouse: 'FR', groups: ['FR'] },
		...(spanish ? [{ warehouse: 'ES', groups: ['ES'] } as const] : []),
	];
}
