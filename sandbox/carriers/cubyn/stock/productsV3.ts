import type { Route } from '../../frame/carrier';
import { answer, paged } from '../requests/answer';
import { apiRoutes } from '../requests/guard';
import { fits, one } from '../requests/query';
import type { CubynState } from '../state';
import { ownProduct, ownProducts, quantitiesOf } from './products';
import { productViewV3 } from './viewV3';

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
			filtersMayBeFlat: true,
			page: { usual: 1000, most: 1000 },
		},
		handle: (call) => {
			const { query, state, asOf } = call;
			const onlyAvailable = one(query, 'onlyWithAvailableQuantity') === 'true';
			const found = ownProducts(call)
				.filter(({ id, type }) => fits(query, 'productIds', id) && fits(query, 'type', type))
				.filter(({ sku, archivedAt }) => fits(query, 'reference', sku) && fits(query, 'isArchived', archivedAt !== null))
				.filter(({ isCase, isCasePacked }) => fits(query, 'isCase', isCase) && fits(query, 'isCasePacked', isCasePacked))
				.filter(({ isUnknown }) => fits(query, 'isUnknown', isUnknown))
				.filter((product) => !onlyAvailable || quantitiesOf(state, product, undefined, asOf).available > 0);
			return answer(
				paged(found, query).map((product) => productViewV3(state, product, asOf)),
				found.length,
			);
		},
	}),
	...apiRoutes({
		name: 'productsV3.read',
		method: 'GET',
		paths: ['/v3/inventory/products/:id'],
		effect: 'read',
		handle: (call) => answer(productViewV3(call.state, ownProduct(call, call.asOf), call.asOf)),
	}),
];
