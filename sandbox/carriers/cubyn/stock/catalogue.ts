import { z } from 'zod/v4';
import type { Route } from '../../framework/carrier';
import type { Moment } from '../../framework/clock.types';
import { jsonResponse, pageOf } from '../requests/responses';
import { check } from '../requests/check';
import { apiRoutes } from '../requests/guard';
import { firstValue } from '../requests/query';
import { invalid } from '../requests/api-error';
import { atLeastOne, text } from '../requests/field-schemas';
import { iso } from '../requests/time';
import type { CubynState } from '../state';
import { ownProduct, ownProducts } from './own-products';
import { productBySku, quantitiesOf, renameProduct } from './products';
import type { CubynProduct } from './stock.types';

const PAGE = 1000;
const change = z.strictObject({ sku: text.optional(), name: text.optional() }).refine(atLeastOne, 'atLeastOne');

/** The legacy way to read products, and still the only one to rename them. */
export const catalogueRoutes: Route<CubynState>[] = [
	...apiRoutes({
		name: 'catalogue.list',
		method: 'GET',
		paths: ['/v2/product-catalog/products'],
		effect: 'read',
		query: { filters: { sku: 'text', isBundle: 'bit' }, flat: { offset: 'number' } },
		handle: (call) => {
			const { query, state, asOf } = call;
			const found = ownProducts(call)
				.filter(({ sku }) => [undefined, sku].includes(firstValue(query, 'sku')))
				.filter(({ type }) => [undefined, type === 'BUNDLE' ? '1' : '0'].includes(firstValue(query, 'isBundle')));
			const offset = Number(firstValue(query, 'offset') ?? 0);
			return jsonResponse(
				pageOf(found, { ...query, limit: PAGE, offset }).map((product) => catalogueView(state, product, asOf)),
			);
		},
	}),
	...apiRoutes({
		name: 'catalogue.read',
		method: 'GET',
		paths: ['/v2/product-catalog/products/:id'],
		effect: 'read',
		handle: (call) => jsonResponse(catalogueView(call.state, ownProduct(call, call.asOf), call.asOf)),
	}),
	...apiRoutes({
		name: 'catalogue.update',
		method: 'PUT',
		paths: ['/v2/product-catalog/products/:id'],
		effect: 'write',
		bodyType: 'json',
		handle: (call) => {
			const before = ownProduct(call);
			const changes = check(change, call.body);
			const other = changes.sku === undefined ? undefined : productBySku(call.state, call.account.id, changes.sku);
			if (other !== undefined && other.id !== before.id) throw invalid({ field: 'sku', rule: 'isUnique' });
			return jsonResponse(catalogueView(call.state, renameProduct(call.state, before, changes)));
		},
	}),
];

function catalogueView(state: CubynState, product: CubynProduct, asOf?: Moment) {
	const { available, reserved, damaged } = quantitiesOf(state, product, undefined, asOf);
	const sanitized = product.sku.toUpperCase();
	return {
		id: product.id,
		ownerId: product.ownerId,
		sku: product.sku,
		sanitizedSku: sanitized,
		name: product.name,
		isVirtual: product.type === 'VIRTUAL',
		isBundle: product.type === 'BUNDLE',
		isUnknown: product.isUnknown,
		createdAt: iso(product.createdAt),
		updatedAt: iso(product.updatedAt),
		scubsIds: [product.scubId],
		stock: {
			hadStockInbounded: product.hadStockInbounded,
			quantityAvailable: available,
			quantityOutbounded: product.outbounded,
			quantityInbounding: 0,
			quantityOutbounding: reserved,
			quantityDamaged: damaged,
		},
		requiresItemIdentifiers: null,
		externalReferences: [{ value: sanitized, rawValue: product.sku }],
	};
}
