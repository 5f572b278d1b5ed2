import { z } from 'zod/v4';
import type { Route } from '../../frame/carrier';
import type { Moment } from '../../frame/clock.types';
import { answer, paged } from '../requests/answer';
import { check } from '../requests/check';
import { apiRoutes } from '../requests/guard';
import { one } from '../requests/query';
import { invalid } from '../requests/refusal';
import { atLeastOne, text } from '../requests/shapes';
import { iso } from '../requests/time';
import type { CubynState } from '../state';
import { ownProduct, ownProducts, productBySku, quantitiesOf, rename } from './products';
import type { CubynProduct } from './stock.types';

const PAGE = 1000;
const change = z.strictObject({ sku: text.optional(), name: text.optional() }).refine(atLeastOne, 'atLeastOne');

/** The older way to look at products; still the only one to rename them. */
export const catalogueRoutes: Route<CubynState>[] = [
	...apiRoutes({
		name: 'catalogue.list',
		method: 'GET',
		paths: ['/v2/product-catalog/products'],
		effect: 'read',
		query: { filters: { sku: 'text', isBundle: 'bit' }, plain: { offset: 'number' } },
		handle: (call) => {
			const { query, state, asOf } = call;
			const found = ownProducts(call)
				.filter(({ sku }) => [undefined, sku].includes(one(query, 'sku')))
				.filter(({ type }) => [undefined, type === 'BUNDLE' ? '1' : '0'].includes(one(query, 'isBundle')));
			const offset = Number(one(query, 'offset') ?? 0);
			return answer(paged(found, { ...query, limit: PAGE, offset }).map((product) => catalogueView(state, product, asOf)));
		},
	}),
	...apiRoutes({
		name: 'catalogue.read',
		method: 'GET',
		paths: ['/v2/product-catalog/products/:id'],
		effect: 'read',
		handle: (call) => answer(catalogueView(call.state, ownProduct(call, call.asOf), call.asOf)),
	}),
	...apiRoutes({
		name: 'catalogue.update',
		method: 'PUT',
		paths: ['/v2/product-catalog/products/:id'],
		effect: 'write',
		takes: 'json',
		handle: (call) => {
			const before = ownProduct(call);
			const sent = check(change, call.body);
			const other = sent.sku === undefined ? undefined : productBySku(call.state, call.account.id, sent.sku);
			if (other !== undefined && other.id !== before.id) throw invalid({ field: 'sku', rule: 'isUnique' });
			return answer(catalogueView(call.state, rename(call.state, before, sent)));
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
