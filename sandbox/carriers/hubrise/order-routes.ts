import type { HubriseOrder } from './backoffice.types';
import { locationRoutes, orderRoutes, type LocationCall } from './scoped-routes';
import { changeOrder, createOrder } from './order';
import { orderView } from './order-view';

function view({ state, connection }: LocationCall, order: HubriseOrder, asOf?: number): object {
	return orderView(state, order, state.deliveries.get(order.id, asOf)?.resource, connection.client);
}

/** Older documentation uses PUT, newer PATCH. Both change only the fields in the request. */
const update = (method: 'PATCH' | 'PUT') =>
	orderRoutes({
		name: 'orders.update',
		method,
		path: '',
		effect: 'write',
		right: 'orders.write',
		takesBody: true,
		handle: (call) => {
			const order = changeOrder(call.state, call.connection.client, call.location, call.order, call.body);
			return view(call, order);
		},
	});

export const orderApiRoutes = [
	...locationRoutes({
		name: 'orders.create',
		method: 'POST',
		path: '/orders',
		effect: 'write',
		right: 'orders.write',
		takesBody: true,
		handle: (call) => {
			const order = createOrder(call.state, call.connection, call.location, call.body);
			return view(call, order);
		},
	}),
	...orderRoutes({
		name: 'orders.read',
		method: 'GET',
		path: '',
		effect: 'read',
		right: 'orders.read',
		handle: (call) => view(call, call.order, call.exchange.asOf),
	}),
	...update('PATCH'),
	...update('PUT'),
];
