import type { Route } from '../../frame/carrier';
import type { Moment } from '../../frame/clock.types';
import type { CubynWarehouseGroup } from '../parcels/parcel.types';
import { answer, paged } from '../requests/answer';
import { apiRoutes } from '../requests/guard';
import { fits, one } from '../requests/query';
import { invalid } from '../requests/refusal';
import type { CubynState } from '../state';
import { GROUPS } from './lots';
import { ownProduct, ownProducts, quantitiesOf } from './products';
import type { CubynProduct } from './stock.types';

export const productRoutesV2: Route<CubynState>[] = [
	...apiRoutes({
		name: 'products.list',
		method: 'GET',
		paths: ['/v2/inventory/products'],
		effect: 'read',
		query: {
			plain: {
				productId: 'text',
				query: 'text',
				types: 'texts',
				isCase: 'flag',
				isCasePacked: 'flag',
				isUnknown: 'flag',
				isUnscannable: 'flag',
				warehouseGroupKeys: 'texts',
			},
			page: { usual: 1000, most: 1000 },
		},
		handle: (call) => {
			const { query, state, asOf } = call;
			const words = one(query, 'query')?.toLowerCase() ?? '';
			const rows = rowsOf(query.values.get('warehouseGroupKeys'));
			const found = ownProducts(call)
				.filter(({ id, type }) => fits(query, 'productId', id) && fits(query, 'types', type))
				.filter(({ sku, name }) => sku.toLowerCase().includes(words) || name.toLowerCase().includes(words))
				.filter((product) => FLAGS.every((flag) => fits(query, flag, product[flag])));
			const views = found.flatMap((product) => rows.map((row) => productViewV2(state, product, row, asOf)));
			// A merchant with several warehouses gets a row for each, so a page holds fewer products.
			return answer({ products: paged(views, query) });
		},
	}),
	...apiRoutes({
		name: 'barcodes.list',
		method: 'GET',
		paths: ['/v2/inventory/product-sku/:id'],
		effect: 'read',
		handle: (call) => {
			const { barcodes } = ownProduct(call, call.asOf);
			// Filled by the automated warehouse alone.
			return answer(barcodes.map(({ barcode, quantity }) => ({ skuIds: [], barcodeSet: [barcode], quantity })));
		},
	}),
];

const FLAGS = ['isCase', 'isCasePacked', 'isUnknown', 'isUnscannable'] as const;

type Row = CubynWarehouseGroup | 'TOTAL';

function rowsOf(keys: readonly string[] | undefined): Row[] {
	if (keys === undefined) return ['TOTAL'];
	return keys.map((key) => {
		const group = GROUPS.find((other) => other === key);
		if (group === undefined) throw invalid({ field: 'warehouseGroupKeys', rule: 'isIn' });
		return group;
	});
}

function productViewV2(state: CubynState, product: CubynProduct, row: Row, asOf: Moment) {
	const { available, damaged, reserved } = quantitiesOf(state, product, row === 'TOTAL' ? GROUPS : [row], asOf);
	return {
		name: product.name,
		reference: product.sku,
		merchantId: product.ownerId,
		type: product.type,
		isUnknown: product.isUnknown,
		isUnscannable: product.isUnscannable,
		isCase: product.isCase,
		isCasePacked: product.isCasePacked,
		scubId: product.scubId,
		productId: product.id,
		warehouseGroupKey: row,
		availableQuantity: available,
		damagedQuantity: damaged,
		reservedQuantity: reserved,
	};
}
