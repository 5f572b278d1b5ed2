import { check } from './check';
import type { HubriseLocation, HubriseOrder } from './desk.types';
import { clientOf, currencyOf } from './known';
import { tellOrder } from './news';
import { newOrder, orderChange, type Gone } from './orderBody';
import { assertCurrency } from './orderTotal';
import { validationFailed } from './refusal';
import type { HubriseState } from './state';
import { inZone } from './time';

/** HR8. `id` is for tests that replay an example to the letter. */
export function createOrder(
	state: HubriseState,
	by: string,
	location: HubriseLocation,
	body: unknown,
	id = state.newId(),
): HubriseOrder {
	const { private_ref, items, discounts, charges, payments, customer, expected_time, confirmed_time, ...rest } = check(newOrder, body);
	const numbered = <T>(list: T[] = []) => list.map((one) => ({ id: state.newId(), ...one }));
	const order: HubriseOrder = {
		...rest,
		id,
		seq: state.nextSeq(),
		location: location.id,
		createdAt: state.house.clock.now(),
		createdBy: clientOf(state, by).name,
		...(expected_time !== undefined && { expected_time: inZone(expected_time, location.timeZone) }),
		...(confirmed_time !== undefined && { confirmed_time: inZone(confirmed_time, location.timeZone) }),
		privateRefs: private_ref === undefined ? {} : { [by]: private_ref },
		items: numbered(items),
		discounts: numbered(discounts),
		charges: numbered(charges),
		payments: numbered(payments),
		customer: customer === undefined ? null : { id: state.newId(), ...customer },
	};
	assertCurrency(order, currencyOf(state, location.account));
	state.orders.put(order.id, order);
	tellOrder(state, by, undefined, order);
	return order;
}

/** HR12: custom fields that are not named stay, by their first name; what is documented says neither that nor otherwise. */
export function changeOrder(
	state: HubriseState,
	by: string,
	location: HubriseLocation,
	before: HubriseOrder,
	body: unknown,
): HubriseOrder {
	const { private_ref, items, discounts, charges, payments, custom_fields, confirmed_time, ...rest } = check(orderChange, body);
	const order: HubriseOrder = {
		...before,
		...rest,
		...(confirmed_time !== undefined && { confirmed_time: inZone(confirmed_time, location.timeZone) }),
		...(custom_fields !== undefined && { custom_fields: { ...before.custom_fields, ...custom_fields } }),
		privateRefs: private_ref === undefined ? before.privateRefs : { ...before.privateRefs, [by]: private_ref },
		items: merged(state, 'items', before.items, items),
		discounts: merged(state, 'discounts', before.discounts, discounts),
		charges: merged(state, 'charges', before.charges, charges),
		payments: merged(state, 'payments', before.payments, payments),
	};
	assertCurrency(order, currencyOf(state, location.account));
	state.orders.put(order.id, order);
	tellOrder(state, by, before, order);
	return order;
}

/** What has an id is flagged as deleted, what has none is added. */
function merged<T extends object>(
	state: HubriseState,
	field: string,
	before: (T & { id: string; deleted?: true })[],
	changes: (T | Gone)[] = [],
): (T & { id: string; deleted?: true })[] {
	const isGone = (change: T | Gone): change is Gone => 'deleted' in change;
	const gone = changes.filter(isGone).map(({ id }) => id);
	const unknown = gone.filter((id) => !before.some((one) => one.id === id));
	if (unknown.length > 0) throw validationFailed(unknown.map((id) => ({ field, message: `has no entry ${id}` })));
	const added = changes.filter((change): change is T => !isGone(change)).map((one) => ({ ...one, id: state.newId() }));
	return [...before.map((one) => (gone.includes(one.id) ? { ...one, deleted: true as const } : one)), ...added];
}
