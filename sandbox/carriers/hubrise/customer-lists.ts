import type { HubriseConnection, HubriseCustomer, HubriseCustomerList } from './backoffice.types';
import { forbidden, notFound } from './api-error';
import { apiRoute, type ApiRoute, type AuthenticatedCall } from './guard';
import { locationRoutes } from './scoped-routes';
import { allows, coversResource } from './scope';
import { PAGE_QUERY, pageOf } from './paging';
import type { HubriseState } from './state';
import { writeTime } from './time';
import { zoneOfList } from './customer-view';

type Reader = Pick<HubriseConnection, 'account' | 'location' | 'scope'>;

/** The list that was picked when the connection was made, or with `all_customer_lists` every one of its place. */
export function reachableLists(state: HubriseState, { account, location, scope }: Reader): HubriseCustomerList[] {
	const own = state.customerLists.filter((list) => list.account === account);
	const place = state.locations.find((other) => other.id === location);
	const picked = coversResource(scope, 'customer_list')
		? own.filter(({ id }) => (place === undefined ? true : id === place.customerList.id)).slice(0, 1)
		: [];
	const all = coversResource(scope, 'all_customer_lists')
		? own.filter((list) => location === null || list.location === location)
		: [];
	return [...new Set([...picked, ...all])];
}

export interface ListCall extends AuthenticatedCall {
	list: HubriseCustomerList;
}

export interface CustomerCall extends ListCall {
	customer: HubriseCustomer;
}

/** `path` is what comes behind the id of the list. */
export function listRoute({ path, handle, effect, ...route }: ApiRoute<ListCall>) {
	return apiRoute({
		...route,
		effect,
		path: `/customer_lists/:customer_list_id${path}`,
		handle: (call) => {
			if (!allows(call.connection.scope, effect === 'read' ? 'customers.read' : 'customers.write')) {
				throw forbidden('The scope must include customer_list');
			}
			const list = reachableLists(call.state, call.connection).find(({ id }) => id === call.params.customer_list_id);
			if (list === undefined) throw notFound();
			return handle({ ...call, list });
		},
	});
}

/** `path` is what comes behind the id of the customer. */
export const customerRoute = ({ path, handle, ...route }: ApiRoute<CustomerCall>) =>
	listRoute({
		...route,
		path: `/customers/:customer_id${path}`,
		handle: (call) => {
			const customer = call.state.customers.get(call.params.customer_id ?? '');
			if (customer?.list !== call.list.id) throw notFound();
			return handle({ ...call, customer });
		},
	});

function listsResponse(call: AuthenticatedCall, belongs: (list: HubriseCustomerList) => boolean): Response {
	const { state } = call;
	const lists = state.customerLists
		.filter((list) => list.account === call.connection.account && belongs(list))
		.map((list, seq) => ({ ...list, seq }));
	const { page, headers } = pageOf(call.exchange, lists);
	const view = ({ id, name, createdAt }: HubriseCustomerList) => ({
		id,
		name,
		created_at: writeTime(createdAt, zoneOfList(state, id)),
	});
	return Response.json(page.map(view), { headers });
}

function accountLists(call: AuthenticatedCall, account: string): Response {
	if (account !== call.connection.account) throw notFound();
	if (call.connection.location !== null) throw forbidden('An access token for the account is needed');
	return listsResponse(call, ({ location }) => location === null);
}

const LISTS = {
	name: 'customerLists.list',
	method: 'GET',
	effect: 'read',
	right: 'customers.read',
	query: PAGE_QUERY,
} as const;

/** HR26 and HR27. Those of a location are its own and the account's. */
export const customerListRoutes = [
	...locationRoutes({
		...LISTS,
		path: '/customer_lists',
		handle: (call) => listsResponse(call, ({ location }) => location === null || location === call.location.id),
	}),
	apiRoute({
		...LISTS,
		path: '/accounts/:account_id/customer_lists',
		handle: (call) => accountLists(call, call.params.account_id ?? ''),
	}),
	apiRoute({
		...LISTS,
		path: '/account/customer_lists',
		handle: (call) => accountLists(call, call.connection.account),
	}),
	listRoute({
		name: 'customerLists.read',
		method: 'GET',
		path: '',
		effect: 'read',
		handle: (call) => {
			const { id, name } = call.list;
			return { id, name };
		},
	}),
];
