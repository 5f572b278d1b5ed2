import type { Moment } from '../../framework/clock.types';
import type { CubynWarehouseGroup } from '../parcels/parcel.types';
import type { StockState } from './stock-state';
import { GROUPS, lotsOf } from './lots';
import type { CubynProduct } from './stock.types';

export function productBySku(state: StockState, ownerId: number, sku: string): CubynProduct | undefined {
	const id = state.productsBySku.get(`${ownerId}/${sku}`);
	return id === undefined ? undefined : state.products.get(id);
}

/** A product is found by its new name alone. */
export function renameProduct(
	state: StockState,
	before: CubynProduct,
	changes: Partial<Pick<CubynProduct, 'sku' | 'name'>>,
): CubynProduct {
	const after = { ...before, ...changes, updatedAt: state.context.clock.now() };
	state.productsBySku.delete(`${before.ownerId}/${before.sku}`);
	state.productsBySku.set(`${after.ownerId}/${after.sku}`, after.id);
	return state.products.put(after.id, after);
}

export function newProduct(
	state: StockState,
	fields: Pick<CubynProduct, 'ownerId' | 'sku' | 'name'> & Partial<CubynProduct>,
): CubynProduct {
	const now = state.context.clock.now();
	const id = fields.id ?? state.newUuid();
	state.productsBySku.set(`${fields.ownerId}/${fields.sku}`, id);
	return state.products.put(id, {
		id,
		type: 'STANDARD',
		scubId: state.newUuid(),
		isUnknown: false,
		isUnscannable: false,
		isCase: false,
		isCasePacked: false,
		barcodes: [],
		reserved: { FR: 0, ES: 0 },
		outbounded: 0,
		hadStockInbounded: false,
		createdAt: now,
		updatedAt: now,
		archivedAt: null,
		...fields,
	});
}

export interface Quantities {
	available: number;
	damaged: number;
	reserved: number;
	/** On blocked lots, hence not for sale. */
	blocked: number;
}

export function quantitiesOf(
	state: StockState,
	product: CubynProduct,
	groups: readonly CubynWarehouseGroup[] = GROUPS,
	asOf?: Moment,
): Quantities {
	const sum: Quantities = { available: 0, damaged: 0, reserved: 0, blocked: 0 };
	for (const group of groups) sum.reserved += product.reserved[group];
	for (const { isBlocked, counts } of lotsOf(state, product.id, asOf)) {
		for (const group of groups) {
			sum[isBlocked ? 'blocked' : 'available'] += counts[group].available;
			sum.damaged += counts[group].damaged;
		}
	}
	return sum;
}
