import type { HubriseDelivery, HubriseEvent, HubriseOrder } from './desk.types';
import type { Story } from './eventOffice';
import { locationOf } from './known';
import { orderView } from './orderView';
import type { HubriseState } from './state';

/** The same order twice is news all the same: something about it changed that it does not show. */
export function tellOrder(state: HubriseState, by: string, before: HubriseOrder | undefined, after: HubriseOrder): void {
	const delivery = state.deliveries.get(after.id)?.resource;
	const old = before && { order: before, delivery };
	state.events.tell(state, orderStory(state, by, old, { order: after, delivery }, before === after));
}

/** A position alone is news of the delivery; anything else in it is news of the order, too. */
export function tellDelivery(
	state: HubriseState,
	by: string,
	order: HubriseOrder,
	before: HubriseDelivery | undefined,
	after: HubriseDelivery,
): void {
	const named = state.settings.eventDeliveryId ? { delivery_id: after.id } : {};
	state.events.tell(state, {
		by,
		location: locationOf(state, order.location),
		resource: 'delivery',
		type: before === undefined ? 'create' : 'update',
		ids: { order_id: order.id, ...named },
		states: () => statesOf(before, after),
	});
	state.events.tell(state, orderStory(state, by, { order, delivery: before }, { order, delivery: after }));
}

interface Version {
	order: HubriseOrder;
	delivery: HubriseDelivery | undefined;
}

function orderStory(state: HubriseState, by: string, before: Version | undefined, after: Version, always = false): Story {
	const view = ({ order, delivery }: Version, client: string) => {
		const { items, ...rest } = orderView(state, order, delivery, client);
		return state.settings.eventItems ? { ...rest, items } : rest;
	};
	return {
		by,
		location: locationOf(state, after.order.location),
		resource: 'order',
		type: before === undefined ? 'create' : 'update',
		ids: { order_id: after.order.id },
		states: (client) => statesOf(before && view(before, client), view(after, client)),
		always,
	};
}

function statesOf(before: object | undefined, after: object): Pick<HubriseEvent, 'previous_state' | 'new_state'> {
	return { ...(before !== undefined && { previous_state: { ...before } }), new_state: { ...after } };
}
