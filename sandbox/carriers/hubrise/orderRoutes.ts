import type { HubriseOrder } from './desk.types';
import { assertNoBody, readJson } from './guard';
import { locationRoutes, orderRoutes, seenAt, type AtLocation } from './here';
import { changeOrder, createOrder } from './order';
import { orderView } from './orderView';

function view({ state, connection }: AtLocation, order: HubriseOrder, asOf?: number): object {
	return orderView(state, order, state.deliveries.get(order.id, asOf)?.resource, connection.client);
}

/** Older documentation says PUT, newer PATCH; both change what is sent and nothing else. */
const update = (method: 'PATCH' | 'PUT') =>
	orderRoutes({
		name: 'orders.update',
		method,
		path: '',
		effect: 'write',
		right: 'orders.write',
		handle: (call) => {
			const order = changeOrder(call.state, call.connection.client, call.location, call.order, readJson(call));
			call.visit.entry.committed = true;
			return Response.json(view(call, order));
		},
	});

export const orderApiRoutes = [
	...locationRoutes({
		name: 'orders.create',
		method: 'POST',
		path: '/orders',
		effect: 'write',
		right: 'orders.write',
		handle: (call) => {
			const order = createOrder(call.state, call.connection.client, call.location, readJson(call));
			call.visit.entry.committed = true;
			return Response.json(view(call, order));
		},
	}),
	...orderRoutes({
		name: 'orders.read',
		method: 'GET',
		path: '',
		effect: 'read',
		right: 'orders.read',
		handle: (call) => {
			assertNoBody(call);
			return Response.json(view(call, call.order, seenAt(call)));
		},
	}),
	...update('PATCH'),
	...update('PUT'),
];
