import type { Moment } from '../../frame/clock.types';
import type { CubynWarehouseGroup } from '../parcels/parcel.types';
import type { Admitted } from '../requests/guard';
import { notFound } from '../requests/refusal';
import type { CubynState } from '../state';
import { GROUPS, lotsOf } from './lots';
import type { CubynProduct } from './stock.types';

export function productBySku(state: CubynState, ownerId: number, sku: string): CubynProduct | undefined {
	const id = state.productsBySku.get(`${ownerId}/${sku}`);
	return id === undefined ? undefined : state.products.get(id);
}

/** A product is found by its new name alone. */
export function rename(state: CubynState, before: CubynProduct, to: Partial<Pick<CubynProduct, 'sku' | 'name'>>): CubynProduct {
	const after = { ...before, ...to, updatedAt: state.house.clock.now() };
	state.productsBySku.delete(`${before.ownerId}/${before.sku}`);
	state.productsBySku.set(`${after.ownerId}/${after.sku}`, after.id);
	return state.products.put(after.id, after);
}

export function ownProducts({ state, account, asOf }: Pick<Admitted, 'state' | 'account' | 'asOf'>): CubynProduct[] {
	return state.products.all(asOf).filter(({ ownerId }) => ownerId === account.id);
}

export function ownProduct({ state, account, params }: Admitted, asOf?: Moment): CubynProduct {
	const product = state.products.get(params.id ?? '', asOf);
	if (product?.ownerId !== account.id) throw notFound('Product');
	return product;
}

export function newProduct(
	state: CubynState,
	given: Pick<CubynProduct, 'ownerId' | 'sku' | 'name'> & Partial<CubynProduct>,
): CubynProduct {
	const now = state.house.clock.now();
	const id = given.id ?? state.newUuid();
	state.productsBySku.set(`${given.ownerId}/${given.sku}`, id);
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
		...given,
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
	state: CubynState,
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
