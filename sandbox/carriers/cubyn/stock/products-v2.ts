import type { Route } from '../../framework/carrier';
import type { Moment } from '../../framework/clock.types';
import type { CubynWarehouseGroup } from '../parcels/parcel.types';
import { jsonResponse, pageOf } from '../requests/responses';
import { apiRoutes } from '../requests/guard';
import { matchesFilter, firstValue } from '../requests/query';
import { invalid } from '../requests/api-error';
import type { CubynState } from '../state';
import { GROUPS } from './lots';
import { ownProduct, ownProducts } from './own-products';
import { quantitiesOf } from './products';
import type { CubynProduct } from './stock.types';

export const productRoutesV2: Route<CubynState>[] = [
	...apiRoutes({
		name: 'products.list',
		method: 'GET',
		paths: ['/v2/inventory/products'],
		effect: 'read',
		query: {
			flat: {
				productId: 'text',
				query: 'text',
				types: 'texts',
				isCase: 'flag',
				isCasePacked: 'flag',
				isUnknown: 'flag',
				isUnscannable: 'flag',
				warehouseGroupKeys: 'texts',
			},
			page: { defaultLimit: 1000, maxLimit: 1000 },
		},
		handle: (call) => {
			const { query, state, asOf } = call;
			const words = firstValue(query, 'query')?.toLowerCase() ?? '';
			const rows = rowsOf(query.values.get('warehouseGroupKeys'));
			const found = ownProducts(call)
				.filter(({ id, type }) => matchesFilter(query, 'productId', id) && matchesFilter(query, 'types', type))
				.filter(({ sku, name }) => sku.toLowerCase().includes(words) || name.toLowerCase().includes(words))
				.filter((product) => FLAGS.every((flag) => matchesFilter(query, flag, product[flag])));
			const views = found.flatMap((product) => rows.map((row) => productViewV2(state, product, row, asOf)));
			// A merchant with several warehouses gets a row for each, so a page holds fewer products.
			return jsonResponse({ products: pageOf(views, query) });
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
			return jsonResponse(barcodes.map(({ barcode, quantity }) => ({ skuIds: [], barcodeSet: [barcode], quantity })));
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
