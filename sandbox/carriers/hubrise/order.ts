import { check } from './check';
import type { HubriseElement, HubriseLocation, HubriseOrder, HubriseWriter } from './backoffice.types';
import { clientOf, currencyOf } from './by-id';
import { moveLoyaltyPoints } from './loyalty';
import { emitOrderEvent } from './emit-events';
import { newOrder, orderChange, type NewOrderInput } from './order-body';
import type { ElementChange } from './order-elements';
import { orderCustomer } from './order-customer';
import { assertCurrency } from './order-total';
import { validationFailed } from './api-error';
import type { HubriseState } from './state';
import { inZone } from './time';
import { mergeCustomFields } from './values';

/** HR8. `id` is for tests that replay an example to the letter. */
export function createOrder(
	state: HubriseState,
	writer: HubriseWriter,
	location: HubriseLocation,
	body: unknown,
	id = state.newId(),
): HubriseOrder {
	const input = check(newOrder, body);
	const { client } = writer;
	const {
		private_ref,
		customer,
		customer_id,
		customer_list_id,
		customer_private_ref,
		items,
		discounts,
		charges,
		payments,
		deals = {},
		custom_fields,
		...rest
	} = input;
	assertUniqueReference(state, location.id, client, private_ref);
	const dealKeys = Object.keys(deals);
	const order: HubriseOrder = {
		...rest,
		...timesInZone(input, location),
		id,
		seq: state.nextSeq(),
		location: location.id,
		createdAt: state.context.clock.now(),
		createdBy: clientOf(state, client).name,
		privateRefs: referenceOf(client, private_ref),
		items: (items ?? []).map((item) => withRenumberedDeal(newElement(state, client, item), dealKeys)),
		discounts: (discounts ?? []).map((discount) => newElement(state, client, discount)),
		charges: (charges ?? []).map((charge) => newElement(state, client, charge)),
		payments: (payments ?? []).map((payment) => newElement(state, client, payment)),
		deals: Object.fromEntries(Object.values(deals).map((deal, index) => [String(index), deal])),
		customer: orderCustomer(state, writer, input),
		custom_fields: mergeCustomFields({}, custom_fields),
		isGuestUnknown: customer == null && customer_id == null && customer_list_id == null,
	};
	if (state.settings.otherCurrencies === 'refuse') assertCurrency(order, currencyOf(state, location.account));
	state.orders.put(order.id, order);
	if (order.customer.id !== null) moveLoyaltyPoints(state, order, order.customer.id, input.loyalty_operations ?? []);
	emitOrderEvent(state, client, undefined, order);
	return order;
}

/** HR12: only the fields in the request change. */
export function changeOrder(
	state: HubriseState,
	client: string,
	location: HubriseLocation,
	before: HubriseOrder,
	body: unknown,
): HubriseOrder {
	const input = check(orderChange, body);
	const { private_ref, items, discounts, charges, payments, custom_fields, ...rest } = input;
	assertUniqueReference(state, location.id, client, private_ref, before.id);
	const dealKeys = Object.keys(before.deals ?? {});
	const lists = {
		items: mergeElements(state, client, 'items', before.items, items).map((item) => withDealOf(item, dealKeys)),
		discounts: mergeElements(state, client, 'discounts', before.discounts, discounts),
		charges: mergeElements(state, client, 'charges', before.charges, charges),
		payments: mergeElements(state, client, 'payments', before.payments, payments),
	};
	const order: HubriseOrder = {
		...before,
		...rest,
		...timesInZone(input, location),
		...lists,
		custom_fields: mergeCustomFields(before.custom_fields, custom_fields),
		privateRefs: private_ref === undefined ? before.privateRefs : changedReferences(before, client, private_ref),
	};
	if (state.settings.otherCurrencies === 'refuse') assertCurrency(order, currencyOf(state, location.account));
	state.orders.put(order.id, order);
	emitOrderEvent(state, client, before, order);
	return order;
}

/** Unique if given. The scope is undocumented: here, the client's orders at the location. */
function assertUniqueReference(
	state: HubriseState,
	location: string,
	client: string,
	reference: string | null | undefined,
	own?: string,
): void {
	if (reference == null || !state.settings.uniquePrivateRefs) return;
	const isTaken = state.orders
		.all()
		.some((order) => order.location === location && order.id !== own && order.privateRefs[client] === reference);
	if (isTaken) throw validationFailed([{ field: 'private_ref', message: 'has already been taken' }]);
}

const timesInZone = (
	{ expected_time, confirmed_time }: Pick<NewOrderInput, 'expected_time' | 'confirmed_time'>,
	{ timeZone }: HubriseLocation,
) => ({
	...(expected_time != null && { expected_time: inZone(expected_time, timeZone) }),
	...(confirmed_time != null && { confirmed_time: inZone(confirmed_time, timeZone) }),
});

const referenceOf = (client: string, reference: string | null | undefined): Record<string, string> =>
	reference == null ? {} : { [client]: reference };

function changedReferences(
	{ privateRefs }: Pick<HubriseOrder, 'privateRefs'>,
	client: string,
	reference: string | null,
): Record<string, string> {
	const { [client]: _replaced, ...others } = privateRefs;
	return { ...others, ...referenceOf(client, reference) };
}

function newElement<T extends { private_ref?: string | null }>(
	state: HubriseState,
	client: string,
	{ private_ref, ...element }: T,
): HubriseElement<T> {
	return { ...element, id: state.newId(), deleted: false, privateRefs: referenceOf(client, private_ref) };
}

type Item = HubriseOrder['items'][number];

/** HubRise renumbers the deals and ignores their original keys. */
const withRenumberedDeal = (item: Item, keys: readonly string[]): Item =>
	item.deal_line == null
		? item
		: { ...item, deal_line: { ...item.deal_line, deal_key: String(keys.indexOf(item.deal_line.deal_key)) } };

/** Deals cannot be added later: a new item joins one that is there. */
function withDealOf(item: Item, keys: readonly string[]): Item {
	if (item.deal_line != null && !keys.includes(item.deal_line.deal_key)) {
		throw validationFailed([{ field: 'items.deal_line.deal_key', message: 'is not a key of deals' }]);
	}
	return item;
}

/** An element with an id is deleted or named. An element without one is added. */
function mergeElements<T extends { private_ref?: string | null }>(
	state: HubriseState,
	client: string,
	field: string,
	before: readonly HubriseElement<T>[],
	changes: readonly (T | ElementChange)[] = [],
): HubriseElement<T>[] {
	const isChange = (change: T | ElementChange): change is ElementChange => 'id' in change;
	const named = new Map(changes.filter(isChange).map((change) => [change.id, change]));
	const unknown = [...named.keys()].filter((id) => !before.some((element) => element.id === id));
	if (unknown.length > 0) throw validationFailed(unknown.map((id) => ({ field, message: `has no element ${id}` })));
	const kept = before.map((element) => {
		const change = named.get(element.id);
		if (change === undefined) return element;
		return 'deleted' in change
			? { ...element, deleted: true }
			: { ...element, privateRefs: changedReferences(element, client, change.private_ref) };
	});
	const added = changes.filter((change): change is T => !isChange(change));
	return [...kept, ...added.map((element) => newElement(state, client, element))];
}
