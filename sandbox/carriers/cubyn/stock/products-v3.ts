import type { Route } from '../../framework/carrier';
import { jsonResponse, pageOf } from '../requests/responses';
import { apiRoutes } from '../requests/guard';
import { matchesFilter, firstValue } from '../requests/query';
import type { CubynState } from '../state';
import { ownProduct, ownProducts } from './own-products';
import { quantitiesOf } from './products';
import { productViewV3 } from './view-v3';

export const productRoutesV3: Route<CubynState>[] = [
	...apiRoutes({
		name: 'productsV3.list',
		method: 'GET',
		paths: ['/v3/inventory/products'],
		effect: 'read',
		query: {
			filters: {
				productIds: 'texts',
				onlyWithAvailableQuantity: 'flag',
				type: 'text',
				reference: 'text',
				isArchived: 'flag',
				isCase: 'flag',
				isCasePacked: 'flag',
				isUnknown: 'flag',
			},
			allowFlatFilters: true,
			page: { defaultLimit: 1000, maxLimit: 1000 },
		},
		handle: (call) => {
			const { query, state, asOf } = call;
			const onlyAvailable = firstValue(query, 'onlyWithAvailableQuantity') === 'true';
			const found = ownProducts(call)
				.filter(({ id, type }) => matchesFilter(query, 'productIds', id) && matchesFilter(query, 'type', type))
				.filter(
					({ sku, archivedAt }) =>
						matchesFilter(query, 'reference', sku) && matchesFilter(query, 'isArchived', archivedAt !== null),
				)
				.filter(
					({ isCase, isCasePacked }) =>
						matchesFilter(query, 'isCase', isCase) && matchesFilter(query, 'isCasePacked', isCasePacked),
				)
				.filter(({ isUnknown }) => matchesFilter(query, 'isUnknown', isUnknown))
				.filter((product) => !onlyAvailable || quantitiesOf(state, product, undefined, asOf).available > 0);
			return jsonResponse(
				pageOf(found, query).map((product) => productViewV3(state, product, asOf)),
				found.length,
			);
		},
	}),
	...apiRoutes({
		name: 'productsV3.read',
		method: 'GET',
		paths: ['/v3/inventory/products/:id'],
		effect: 'read',
		handle: (call) => jsonResponse(productViewV3(call.state, ownProduct(call, call.asOf), call.asOf)),
	}),
];
