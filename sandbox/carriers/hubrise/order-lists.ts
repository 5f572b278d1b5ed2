import type { HubriseOrder } from './backoffice.types';
import { apiRoute, type AuthenticatedCall } from './guard';
import { locationRoutes } from './scoped-routes';
import { isOrderStatus } from './order-body';
import { orderView } from './order-view';
import { PAGE_QUERY, pageOf } from './paging';
import { forbidden, invalidRequest, notFound } from './api-error';
import { readTime } from './time';

const LIST = {
	method: 'GET',
	effect: 'read',
	right: 'orders.read',
	heavy: true,
	query: [...PAGE_QUERY, 'private_ref', 'status', 'created_by', 'after', 'before', 'customer_id'],
} as const;

/** In the order of creation. The documentation does not define the order. */
function list(call: AuthenticatedCall, inScope: (order: HubriseOrder) => boolean): Response {
	const { state, exchange, connection } = call;
	const at = call.exchange.asOf;
	const matchesQuery = filterOf(exchange.url.searchParams, connection.client);
	const found = state.orders.all(at).filter((order) => inScope(order) && matchesQuery(order));
	const { page, headers } = pageOf(exchange, found);
	const view = (order: HubriseOrder) =>
		orderView(state, order, state.deliveries.get(order.id, at)?.resource, connection.client);
	return Response.json(page.map(view), { headers });
}

function filterOf(query: URLSearchParams, client: string): (order: HubriseOrder) => boolean {
	const matches = (name: string, value: string | undefined) => !query.has(name) || query.get(name) === value;
	const status = query.get('status');
	if (status !== null && !isOrderStatus(status)) throw invalidRequest('status is invalid');
	const after = momentOf(query, 'after') ?? -Infinity;
	const before = momentOf(query, 'before') ?? Infinity;
	return (order) =>
		matches('private_ref', order.privateRefs[client]) &&
		matches('status', order.status) &&
		matches('created_by', order.createdBy) &&
		matches('customer_id', order.customer.id ?? undefined) &&
		order.createdAt >= after &&
		order.createdAt < before;
}

function momentOf(query: URLSearchParams, name: string): number | undefined {
	const text = query.get(name);
	const moment = text === null ? undefined : readTime(text);
	if (text !== null && moment === undefined) throw invalidRequest(`${name} must be a time with offset`);
	return moment;
}

function listAccount(call: AuthenticatedCall, account: string): Response {
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
		handle: (call) => listAccount(call, call.params.account_id ?? ''),
	}),
	apiRoute({
		...LIST,
		name: 'orders.listAccount',
		path: '/account/orders',
		handle: (call) => listAccount(call, call.connection.account),
	}),
];
