import type { CubynWarehouseGroup } from '../parcels/parcel.types';
import { revalidateParcels } from '../parcels/validation';
import type { CubynState } from '../state';
import { storeLot } from './lots';
import { newProduct, productBySku } from './products';
import type { CubynProduct } from './stock.types';

interface Goods {
	sku: string;
	available: number;
	damaged?: number;
	reference?: string;
	date?: string;
	warehouse?: CubynWarehouseGroup;
}

/** Stock that appears without an inbound order, for tests and the demo. */
export function addStock(state: CubynState, ownerId: number, goods: Goods): CubynProduct {
	const {
		sku,
		available,
		damaged = 0,
		reference = 'WIO 1',
		date = '2026-11-01T00:00:00.000Z',
		warehouse = 'FR',
	} = goods;
	const product = productBySku(state, ownerId, sku) ?? newProduct(state, { ownerId, sku, name: sku });
	const lot = { ownerId, productId: product.id, reference, date: Date.parse(date) };
	storeLot(state, lot, warehouse, { available, damaged });
	const updatedAt = state.context.clock.now();
	const stocked = state.products.put(product.id, { ...product, hadStockInbounded: true, updatedAt });
	state.webhooks.emitStockEvents(state, product.id);
	revalidateParcels(state, ownerId);
	return stocked;
}
