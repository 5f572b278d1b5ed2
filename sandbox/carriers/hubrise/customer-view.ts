import type { HubriseCustomer, HubriseLoyaltyCard, HubriseLoyaltyOperation } from './customer.types';
import { currencyOf, locationOf } from './by-id';
import { totalOf, writeMoney } from './order-total';
import type { HubriseState } from './state';
import { writeTime } from './time';

const POINT = 10_000;

export const pointsOf = (decimal: string): number => Math.round(Number(decimal) * POINT);

/** At least one digit after the point. */
export function writePoints(points: number): string {
	const text = String(points / POINT);
	return text.includes('.') ? text : `${text}.0`;
}

const listOf = (state: HubriseState, id: string) => state.customerLists.find((list) => list.id === id);

/** The zone and the currency of a list are those of its account's first location. */
function placeOf(state: HubriseState, account: string) {
	const location = state.locations.find((other) => other.account === account);
	return { timeZone: location?.timeZone ?? 'Europe/Paris', currency: currencyOf(state, account) };
}

export const zoneOfList = (state: HubriseState, list: string): string =>
	placeOf(state, listOf(state, list)?.account ?? '').timeZone;

/** The figures that HubRise works out for a customer; a guest has none. */
export function orderFigures(state: HubriseState, customer: string | null) {
	const orders = customer === null ? [] : state.orders.all().filter((order) => order.customer.id === customer);
	const [first, last] = [orders[0], orders.at(-1)];
	const at = (order: typeof first) =>
		order === undefined ? null : writeTime(order.createdAt, locationOf(state, order.location).timeZone);
	const currency = first === undefined ? '' : currencyOf(state, locationOf(state, first.location).account);
	const cents = orders.reduce((sum, order) => sum + Math.round(Number.parseFloat(totalOf(order, currency)) * 100), 0);
	return {
		nb_orders: orders.length,
		order_total: first === undefined ? null : writeMoney(cents, currency),
		first_order_date: at(first),
		last_order_date: at(last),
	};
}

export const cardsView = (state: HubriseState, customer: string | null) =>
	state.cards
		.all()
		.filter((card) => card.customer === customer)
		.map(({ id, ref, name, balance }) => ({ id, ref, name, balance: writePoints(balance) }));

export function customerView(state: HubriseState, customer: HubriseCustomer, client: string) {
	const { id, seq, list, createdAt, anonymised, privateRefs, custom_fields, ...fields } = customer;
	const { timeZone, currency } = placeOf(state, listOf(state, list)?.account ?? '');
	const figures = orderFigures(state, id);
	return {
		id,
		customer_list_id: list,
		anonymised,
		private_ref: privateRefs[client] ?? null,
		...fields,
		created_at: writeTime(createdAt, timeZone),
		...figures,
		order_total: figures.order_total ?? `0.00 ${currency}`,
		loyalty_cards: cardsView(state, id),
		custom_fields,
	};
}

export const cardView = ({ id, customer, name, ref, balance }: HubriseLoyaltyCard) => ({
	id,
	customer_id: customer,
	name,
	ref,
	balance: writePoints(balance),
});

export const operationView = (state: HubriseState, list: string, operation: HubriseLoyaltyOperation) => ({
	id: operation.id,
	customer_id: operation.customer,
	created_at: writeTime(operation.createdAt, zoneOfList(state, list)),
	order_location_id: operation.order?.location ?? null,
	order_id: operation.order?.id ?? null,
	reason: operation.reason,
	delta: operation.delta,
	new_balance: writePoints(operation.newBalance),
});
