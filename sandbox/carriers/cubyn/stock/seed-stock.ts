import type { StockState } from './stock-state';
import { storeLot } from './lots';
import { newProduct } from './products';
import type { CubynProduct } from './stock.types';

const SINCE = Date.parse('2026-09-01T00:00:00.000Z');

interface Goods {
	sku: string;
	name: string;
	barcode: string;
	available: number;
	damaged?: number;
	/** Also in the Spanish warehouse. */
	spanish?: number;
	more?: Partial<CubynProduct>;
}

const SHOP: Goods[] = [
	{ sku: 'product_name', name: 'Product one', barcode: 'L8A2PZJ91K7J9D0062EIMFMZ', available: 40 },
	{ sku: 'product_name_2', name: 'Product two', barcode: 'L8A2PZJ91K7J9D0062EIMFMZ4', available: 25, damaged: 1 },
	{ sku: 'iphone-XR', name: 'iPhone XR', barcode: '0190198771056', available: 6, damaged: 1, spanish: 4 },
	{ sku: 'product_0', name: 'Product 0', barcode: '3760000000000', available: 0 },
	{
		sku: 'bundle phone 1',
		name: 'Bundle test phone',
		barcode: '3760000000017',
		available: 4,
		more: { type: 'BUNDLE' },
	},
	{ sku: 'gift card', name: 'Gift card', barcode: '3760000000024', available: 0, more: { type: 'VIRTUAL' } },
	{ sku: 'case of 12', name: 'Case of twelve', barcode: '3760000000031', available: 3, more: { isCase: true } },
	{
		sku: 'discontinued',
		name: 'Old model',
		barcode: '3760000000048',
		available: 0,
		more: { archivedAt: Date.parse('2026-10-01T00:00:00.000Z') },
	},
];

const OTHER: Goods[] = [{ sku: 'product_name', name: 'Somebody else’s', barcode: '8410000000000', available: 9 }];

export function seedStock(state: StockState): void {
	const [shop, other] = state.accounts;
	for (const goods of SHOP) if (shop !== undefined) seedProduct(state, shop.id, goods);
	for (const goods of OTHER) if (other !== undefined) seedProduct(state, other.id, goods);
}

function seedProduct(state: StockState, ownerId: number, goods: Goods): void {
	const { sku, name, barcode, available, damaged = 0, spanish = 0, more } = goods;
	const product = newProduct(state, {
		ownerId,
		sku,
		name,
		barcodes: [{ barcode, quantity: available + spanish }],
		hadStockInbounded: available > 0,
		createdAt: SINCE,
		updatedAt: SINCE,
		...more,
	});
	if (available + damaged + spanish === 0) return;
	const lot = { ownerId, productId: product.id, reference: 'WIO 123', date: SINCE };
	storeLot(state, lot, 'FR', { available, damaged });
	if (spanish > 0) storeLot(state, lot, 'ES', { available: spanish });
}
