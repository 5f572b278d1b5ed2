import { z } from 'zod/v4';
import type { Route } from '../../frame/carrier';
import { answer, listed, nothing } from '../requests/answer';
import { check } from '../requests/check';
import { apiRoutes } from '../requests/guard';
import { fits, one } from '../requests/query';
import { badRequest, forbidden, invalid } from '../requests/refusal';
import type { CubynState } from '../state';
import { createOrder } from './createOrder';
import { orderCreatedView, orderViewV2, orderViewV3 } from './inboundView';
import { readOrder } from './orderBody';
import { anyOwnOrder, ownOrder } from './ownOrder';
import { assertDraft, setDraft } from './progress';
import { warehouse, WAREHOUSES } from './warehouses';

const STATUSES = ['CREATED', 'VALIDATED', 'RECEIVING', 'COMPLETED'];
const draft = z.strictObject({ status: z.enum(['VALIDATED', 'CREATED']) });

export const orderRoutes: Route<CubynState>[] = [
	...apiRoutes({
		name: 'inbound.list',
		method: 'GET',
		paths: ['/v2/storage-inbound/orders'],
		effect: 'read',
		query: { filters: { status: 'text' }, sort: ['createdAt'], page: { usual: 500, most: 500 } },
		handle: ({ state, account, query, asOf }) => {
			const status = one(query, 'status');
			if (status !== undefined && !STATUSES.includes(status)) throw invalid({ field: 'status', rule: 'isIn' });
			const found = state.orders
				.all(asOf)
				.filter((order) => order.ownerId === account.id && order.deletedAt === null && fits(query, 'status', order.status))
				.sort((a, b) => (query.sort?.descending === false ? 1 : -1) * (a.createdAt - b.createdAt));
			return listed(found, query, (order) => orderViewV2(state, order));
		},
	}),
	...apiRoutes({
		name: 'inbound.create',
		method: 'POST',
		paths: ['/v2/storage-inbound/orders'],
		effect: 'write',
		takes: 'json',
		query: { filters: { warehouseId: 'number' }, stray: true },
		handle: ({ state, account, query, body }) => {
			const id = one(query, 'warehouseId');
			if (id === undefined) throw badRequest('Missing parameter: filters[warehouseId]');
			if (warehouse(Number(id)) === undefined) throw invalid({ field: 'warehouseId', rule: 'isIn' });
			return answer(orderCreatedView(createOrder(state, account.id, Number(id), readOrder(body))));
		},
	}),
	...apiRoutes({
		name: 'inbound.read',
		method: 'GET',
		paths: ['/v2/storage-inbound/orders/:id'],
		effect: 'read',
		handle: (call) => answer(orderViewV2(call.state, ownOrder(call, call.params.id ?? '', call.asOf))),
	}),
	...apiRoutes({
		name: 'inboundV3.read',
		method: 'GET',
		paths: ['/v3/storage-inbound/orders/:id'],
		effect: 'read',
		handle: (call) => answer(orderViewV3(call.state, anyOwnOrder(call, call.params.id ?? '', call.asOf))),
	}),
	// A POST that changes: out of draft, or back into it.
	...apiRoutes({
		name: 'inbound.validate',
		method: 'POST',
		paths: ['/v2/storage-inbound/orders/:id'],
		effect: 'write',
		takes: 'json',
		handle: (call) => {
			const order = ownOrder(call, call.params.id ?? '');
			const { status } = check(draft, call.body);
			assertDraft(order);
			setDraft(call.state, order, status);
			return answer({ updated: 1 });
		},
	}),
	...apiRoutes({
		name: 'inbound.delete',
		method: 'DELETE',
		paths: ['/v2/storage-inbound/orders/:id'],
		effect: 'write',
		query: { plain: { ownerId: 'number' } },
		handle: (call) => {
			const order = ownOrder(call, call.params.id ?? '');
			const owner = one(call.query, 'ownerId');
			if (owner === undefined) throw badRequest('Missing parameter: ownerId');
			if (owner !== String(order.ownerId)) throw forbidden('The inbound order belongs to somebody else');
			assertDraft(order);
			const now = call.state.house.clock.now();
			call.state.orders.put(order.id, { ...order, deletedAt: now, updatedAt: now });
			return nothing();
		},
	}),
	...apiRoutes({
		name: 'warehouses.list',
		method: 'GET',
		paths: ['/v2/storage-inbound/warehouses'],
		effect: 'read',
		handle: () => answer(WAREHOUSES.map(({ id, name, group }) => ({ id, name, country: group }))),
	}),
];
