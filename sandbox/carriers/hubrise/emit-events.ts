import type {
	HubriseConnection,
	HubriseCustomer,
	HubriseCustomerList,
	HubriseDelivery,
	HubriseEvent,
	HubriseLocation,
	HubriseOrder,
} from './backoffice.types';
import type { ResourceChange } from './event-dispatcher';
import { locationOf } from './by-id';
import { reachableLists } from './customer-lists';
import { customerView, zoneOfList } from './customer-view';
import { orderView } from './order-view';
import type { HubriseState } from './state';

/** The same order twice is an event as well: something about it changed that it does not show. */
export function emitOrderEvent(
	state: HubriseState,
	clientId: string,
	before: HubriseOrder | undefined,
	after: HubriseOrder,
): void {
	const delivery = state.deliveries.get(after.id)?.resource;
	const previous = before && { order: before, delivery };
	state.events.emit(
		state,
		describeOrderChange(state, clientId, previous, { order: after, delivery }, before === after),
	);
}

/** A position alone changes the delivery; anything else in it changes the order, too. */
export function emitDeliveryEvent(
	state: HubriseState,
	clientId: string,
	order: HubriseOrder,
	before: HubriseDelivery | undefined,
	after: HubriseDelivery,
): void {
	const deliveryIds = state.settings.eventDeliveryId ? { delivery_id: after.id } : {};
	state.events.emit(state, {
		clientId,
		...placeOf(locationOf(state, order.location)),
		resource: 'delivery',
		type: before === undefined ? 'create' : 'update',
		ids: { location_id: order.location, order_id: order.id, ...deliveryIds },
		states: () => statesOf(before, after),
	});
	state.events.emit(
		state,
		describeOrderChange(state, clientId, { order, delivery: before }, { order, delivery: after }),
	);
}

interface OrderVersion {
	order: HubriseOrder;
	delivery: HubriseDelivery | undefined;
}

function describeOrderChange(
	state: HubriseState,
	clientId: string,
	before: OrderVersion | undefined,
	after: OrderVersion,
	emitUnchanged = false,
): ResourceChange {
	const view = ({ order, delivery }: OrderVersion, client: string) => {
		const { items, ...rest } = orderView(state, order, delivery, client);
		return state.settings.eventItems ? { ...rest, items } : rest;
	};
	return {
		clientId,
		...placeOf(locationOf(state, after.order.location)),
		resource: 'order',
		type: before === undefined ? 'create' : 'update',
		ids: { location_id: after.order.location, order_id: after.order.id },
		states: (client) => statesOf(before && view(before, client), view(after, client)),
		emitUnchanged,
	};
}

export function emitCustomerEvent(
	state: HubriseState,
	clientId: string,
	list: HubriseCustomerList,
	before: HubriseCustomer | undefined,
	after: HubriseCustomer,
): void {
	state.events.emit(state, {
		clientId,
		account: list.account,
		timeZone: zoneOfList(state, list.id),
		covers: (connection) => reachableLists(state, connection).some(({ id }) => id === list.id),
		right: 'customers.read',
		resource: 'customer',
		type: before === undefined ? 'create' : 'update',
		ids: { customer_id: after.id, customer_list_id: list.id },
		states: (client) => statesOf(before && customerView(state, before, client), customerView(state, after, client)),
	});
}

export function emitLocationEvent(
	state: HubriseState,
	clientId: string,
	location: HubriseLocation,
	before: object,
	after: object,
): void {
	state.events.emit(state, {
		clientId,
		...placeOf(location),
		resource: 'location',
		type: 'update',
		ids: { location_id: location.id },
		states: () => statesOf(before, after),
	});
}

/** What is of a location is of its own connections and of those of its account. */
const placeOf = ({ id, account, timeZone }: HubriseLocation) => ({
	account,
	timeZone,
	covers: (connection: HubriseConnection) =>
		connection.location === null ? connection.account === account : connection.location === id,
	right: 'orders.read' as const,
});

function statesOf(before: object | undefined, after: object): Pick<HubriseEvent, 'previous_state' | 'new_state'> {
	return { ...(before !== undefined && { previous_state: { ...before } }), new_state: { ...after } };
}
