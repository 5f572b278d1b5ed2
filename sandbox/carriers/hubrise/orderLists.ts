import type { HubriseOrder } from './desk.types';
import { apiRoute, assertNoBody, type Admitted } from './guard';
import { locationRoutes, seenAt } from './here';
import { newOrder } from './orderBody';
import { orderView } from './orderView';
import { PAGE_QUERY, pageOf } from './paging';
import { forbidden, invalidRequest, notFound } from './refusal';
import { readTime } from './time';

const LIST = {
	method: 'GET',
	effect: 'read',
	right: 'orders.read',
	heavy: true,
	query: [...PAGE_QUERY, 'private_ref', 'status', 'created_by', 'after', 'before', 'customer_id'],
} as const;

/** In the order of creation; no page says in which. */
function list(call: Admitted, isIn: (order: HubriseOrder) => boolean): Response {
	assertNoBody(call);
	const { state, visit, connection } = call;
	const at = seenAt(call);
	const wanted = filterOf(visit.url.searchParams, connection.client);
	const found = state.orders.all(at).filter((order) => isIn(order) && wanted(order));
	const { page, headers } = pageOf(visit, found);
	const view = (order: HubriseOrder) =>
		orderView(state, order, state.deliveries.get(order.id, at)?.resource, connection.client);
	return Response.json(page.map(view), { headers });
}

function filterOf(query: URLSearchParams, client: string): (order: HubriseOrder) => boolean {
	const is = (name: string, value: string | undefined) => !query.has(name) || query.get(name) === value;
	const status = query.get('status');
	if (status !== null && !newOrder.shape.status.safeParse(status).success) throw invalidRequest('status is invalid');
	const after = momentOf(query, 'after') ?? -Infinity;
	const before = momentOf(query, 'before') ?? Infinity;
	return (order) =>
		is('private_ref', order.privateRefs[client]) &&
		is('status', order.status) &&
		is('created_by', order.createdBy) &&
		is('customer_id', order.customer?.id) &&
		order.createdAt >= after &&
		order.createdAt < before;
}

function momentOf(query: URLSearchParams, name: string): number | undefined {
	const text = query.get(name);
	const moment = text === null ? undefined : readTime(text);
	if (text !== null && moment === undefined) throw invalidRequest(`${name} must be a time with offset`);
	return moment;
}

function ofAccount(call: Admitted, account: string): Response {
	const { connection, state } = call;
	if (account !== connection.account) throw notFound();
	if (connection.location !== null) throw forbidden('An access token for the account is needed');
	const locations = state.locations.filter((location) => location.account === account).map(({ id }) => id);
	return list(call, ({ location }) => locations.includes(location));
}

export const orderListRoutes = [
	...locationRoutes({
		...LIST,
		name: 'orders.list',
		path: '/orders',
		handle: (call) => list(call, ({ location }) => location === call.location.id),
	}),
	apiRoute({
		...LIST,
		name: 'orders.listAccount',
		path: '/accounts/:account_id/orders',
		handle: (call) => ofAccount(call, call.params.account_id ?? ''),
	}),
	apiRoute({
		...LIST,
		name: 'orders.listAccount',
		path: '/account/orders',
		handle: (call) => ofAccount(call, call.connection.account),
	}),
];
