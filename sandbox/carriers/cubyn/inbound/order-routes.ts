import { z } from 'zod/v4';
import type { Route } from '../../framework/carrier';
import { jsonResponse, listResponse, emptyResponse } from '../requests/responses';
import { check } from '../requests/check';
import { apiRoutes } from '../requests/guard';
import { matchesFilter, firstValue } from '../requests/query';
import { badRequest, forbidden, invalid } from '../requests/api-error';
import type { CubynState } from '../state';
import { createOrder } from './create-order';
import { orderCreatedView, orderViewV2, orderViewV3 } from './inbound-view';
import { readOrder } from './order-body';
import { anyOwnOrder, ownOrder } from './own-order';
import { assertDraft, setDraft } from './transitions';
import { warehouse, WAREHOUSES } from './warehouses';

const STATUSES = ['CREATED', 'VALIDATED', 'RECEIVING', 'COMPLETED'];
const draft = z.strictObject({ status: z.enum(['VALIDATED', 'CREATED']) });

export const orderRoutes: Route<CubynState>[] = [
	...apiRoutes({
		name: 'inbound.list',
		method: 'GET',
		paths: ['/v2/storage-inbound/orders'],
		effect: 'read',
		query: { filters: { status: 'text' }, sort: ['createdAt'], page: { defaultLimit: 500, maxLimit: 500 } },
		handle: ({ state, account, query, asOf }) => {
			const status = firstValue(query, 'status');
			if (status !== undefined && !STATUSES.includes(status)) throw invalid({ field: 'status', rule: 'isIn' });
			const found = state.orders
				.all(asOf)
				.filter(
					(order) =>
						order.ownerId === account.id && order.deletedAt === null && matchesFilter(query, 'status', order.status),
				)
				.sort((a, b) => (query.sort?.descending === false ? 1 : -1) * (a.createdAt - b.createdAt));
			return listResponse(found, query, (order) => orderViewV2(state, order));
		},
	}),
	...apiRoutes({
		name: 'inbound.create',
		method: 'POST',
		paths: ['/v2/storage-inbound/orders'],
		effect: 'write',
		bodyType: 'json',
		query: { filters: { warehouseId: 'number' }, allowEmptyParameter: true },
		handle: ({ state, account, query, body }) => {
			const id = firstValue(query, 'warehouseId');
			if (id === undefined) throw badRequest('Missing parameter: filters[warehouseId]');
			if (warehouse(Number(id)) === undefined) throw invalid({ field: 'warehouseId', rule: 'isIn' });
			return jsonResponse(orderCreatedView(createOrder(state, account.id, Number(id), readOrder(body))));
		},
	}),
	...apiRoutes({
		name: 'inbound.read',
		method: 'GET',
		paths: ['/v2/storage-inbound/orders/:id'],
		effect: 'read',
		handle: (call) => jsonResponse(orderViewV2(call.state, ownOrder(call, call.params.id ?? '', call.asOf))),
	}),
	...apiRoutes({
		name: 'inboundV3.read',
		method: 'GET',
		paths: ['/v3/storage-inbound/orders/:id'],
		effect: 'read',
		handle: (call) => jsonResponse(orderViewV3(call.state, anyOwnOrder(call, call.params.id ?? '', call.asOf))),
	}),
	// A POST that changes: out of draft, or back into it.
	...apiRoutes({
		name: 'inbound.validate',
		method: 'POST',
		paths: ['/v2/storage-inbound/orders/:id'],
		effect: 'write',
		bodyType: 'json',
		handle: (call) => {
			const order = ownOrder(call, call.params.id ?? '');
			const { status } = check(draft, call.body);
			assertDraft(order);
			setDraft(call.state, order, status);
			return jsonResponse({ updated: 1 });
		},
	}),
	...apiRoutes({
		name: 'inbound.delete',
		method: 'DELETE',
		paths: ['/v2/storage-inbound/orders/:id'],
		effect: 'write',
		query: { flat: { ownerId: 'number' } },
		handle: (call) => {
			const order = ownOrder(call, call.params.id ?? '');
			const owner = firstValue(call.query, 'ownerId');
			if (owner === undefined) throw badRequest('Missing parameter: ownerId');
			if (owner !== String(order.ownerId)) throw forbidden('The inbound order belongs to somebody else');
			assertDraft(order);
			const now = call.state.context.clock.now();
			call.state.orders.put(order.id, { ...order, deletedAt: now, updatedAt: now });
			return emptyResponse();
		},
	}),
	...apiRoutes({
		name: 'warehouses.list',
		method: 'GET',
		paths: ['/v2/storage-inbound/warehouses'],
		effect: 'read',
		handle: () => jsonResponse(WAREHOUSES.map(({ id, name, group }) => ({ id, name, country: group }))),
	}),
];
