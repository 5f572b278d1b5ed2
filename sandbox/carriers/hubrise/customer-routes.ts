import type { HubriseCustomer } from './backoffice.types';
import { check } from './check';
import { customerBody, customerFields, PERSONAL_FIELDS } from './customer-body';
import { customerRoute, listRoute, type ListCall } from './customer-lists';
import { customerView } from './customer-view';
import { emitCustomerEvent, emitOrderEvent } from './emit-events';
import { writeResponse } from './guard';
import { validationFailed } from './api-error';
import { PAGE_QUERY, pageOf } from './paging';
import { mergeCustomFields } from './values';

/** HR30 and HR31: the request's fields replace the stored ones. */
function save(call: ListCall, before: HubriseCustomer | undefined): HubriseCustomer {
	const { state, connection, list } = call;
	const { private_ref, custom_fields, ...input } = check(customerBody, call.body);
	assertUniqueReference(call, private_ref, before?.id);
	// An anonymised customer stays anonymous, and no event is sent.
	const changes = before?.anonymised === true ? withoutPersonal(input) : input;
	const { [connection.client]: reference, ...others } = before?.privateRefs ?? {};
	const kept = private_ref === undefined ? reference : private_ref;
	const customer: HubriseCustomer = {
		...customerFields(changes, before),
		id: before?.id ?? state.newId(),
		seq: before?.seq ?? state.nextSeq(),
		list: list.id,
		createdAt: before?.createdAt ?? state.context.clock.now(),
		anonymised: before?.anonymised ?? false,
		privateRefs: kept == null ? others : { ...others, [connection.client]: kept },
		custom_fields: mergeCustomFields(before?.custom_fields, custom_fields),
	};
	state.customers.put(customer.id, customer);
	emitCustomerEvent(state, connection.client, list, before, customer);
	return customer;
}

const withoutPersonal = <T extends object>(input: T): Partial<T> =>
	// Keys of the input, with its own values.
	Object.fromEntries(
		Object.entries(input).filter(([name]) => !PERSONAL_FIELDS.some((personal) => personal === name)),
	) as Partial<T>;

function assertUniqueReference(
	{ state, connection, list }: ListCall,
	reference: string | null | undefined,
	own?: string,
): void {
	if (reference == null) return;
	const isTaken = state.customers
		.all()
		.some(
			(customer) =>
				customer.list === list.id && customer.id !== own && customer.privateRefs[connection.client] === reference,
		);
	if (isTaken) throw validationFailed([{ field: 'private_ref', message: 'has already been taken' }]);
}

/** HR32: the customer is blanked, and so are the orders that were made. */
function anonymise({ state, connection, list, customer: before }: ListCall & { customer: HubriseCustomer }) {
	const blank = Object.fromEntries(PERSONAL_FIELDS.map((name) => [name, null]));
	const customer = { ...before, ...blank, anonymised: true };
	state.customers.put(customer.id, customer);
	emitCustomerEvent(state, connection.client, list, before, customer);
	for (const order of state.orders.all().filter((other) => other.customer.id === customer.id)) {
		const blanked = { ...order, customer: { ...order.customer, ...blank, anonymised: true } };
		state.orders.put(order.id, blanked);
		emitOrderEvent(state, connection.client, order, blanked);
	}
	return customer;
}

/** `*` matches any text. Case is ignored. */
function matches(pattern: string | null, value: string | null): boolean {
	if (pattern === null) return true;
	const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${parts.join('.*')}$`, 'i').test(value ?? '');
}

const update = (method: 'PATCH' | 'PUT') =>
	customerRoute({
		name: 'customers.update',
		method,
		path: '',
		effect: 'write',
		takesBody: true,
		handle: (call) => writeResponse(call, customerView(call.state, save(call, call.customer), call.connection.client)),
	});

export const customerRoutes = [
	listRoute({
		name: 'customers.list',
		method: 'GET',
		path: '/customers',
		effect: 'read',
		heavy: true,
		query: [...PAGE_QUERY, 'private_ref', 'email', 'phone'],
		handle: (call) => {
			const { state, exchange, connection, list } = call;
			const query = exchange.url.searchParams;
			const found = state.customers
				.all(call.exchange.asOf)
				.filter(
					(customer) =>
						customer.list === list.id &&
						(!query.has('private_ref') || customer.privateRefs[connection.client] === query.get('private_ref')) &&
						matches(query.get('email'), customer.email) &&
						matches(query.get('phone'), customer.phone),
				);
			const { page, headers } = pageOf(exchange, found);
			return Response.json(
				page.map((customer) => customerView(state, customer, connection.client)),
				{ headers },
			);
		},
	}),
	listRoute({
		name: 'customers.create',
		method: 'POST',
		path: '/customers',
		effect: 'write',
		takesBody: true,
		handle: (call) => writeResponse(call, customerView(call.state, save(call, undefined), call.connection.client)),
	}),
	customerRoute({
		name: 'customers.read',
		method: 'GET',
		path: '',
		effect: 'read',
		handle: (call) => customerView(call.state, call.customer, call.connection.client),
	}),
	update('PATCH'),
	update('PUT'),
	customerRoute({
		name: 'customers.anonymise',
		method: 'POST',
		path: '/anonymise',
		effect: 'write',
		handle: (call) => writeResponse(call, customerView(call.state, anonymise(call), call.connection.client)),
	}),
];
