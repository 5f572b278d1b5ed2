import { z } from 'zod/v4';

import type { Item } from '../../declare/facts';
import type { Fill, WebhookEvent } from '../../declare/trigger';
import { out } from '../../delivery/delivery';
import { getDelivery } from './actions/get-delivery';
import { getEvent } from './actions/event';
import { getOrder } from './actions/order-reads';
import { deliveryStatuses, hubriseDelivery, toDeliveryItem } from './delivery';
import { eventIn, nameOf, type EventAnswer } from './event';
import { closedOrderStatuses, hubriseOrder, orderStatuses, toOrderItem } from './order';
import { deliveryAnswer, orderAnswer } from './wire';

type State = NonNullable<EventAnswer['new_state']>;

/** Reads that have been made for an event already. */
interface Tried {
	event?: boolean;
	thing?: boolean;
}

const eventFields = { eventId: out.id('Event ID'), eventType: out.id('Event Type'), eventAt: out.moment('Event At') };
export const orderHappening = z.object({ ...hubriseOrder.shape, ...eventFields, previousOrderStatus: out.text('Previous Order Status') });
export const deliveryHappening = z.object({ ...hubriseDelivery.shape, ...eventFields, change: out.text('Change'), previousCarrierStatus: out.text('Previous Own Status of the Carrier') });

/** What has changed of a delivery. */
export const changes = [
	{ value: 'status', label: 'Status' },
	{ value: 'details', label: 'Details', help: 'Times, courier, links' },
	{ value: 'position', label: 'Position of the Courier' },
] as const;

/** HubRise's events by the name of the trigger that tells them. A delivery that moves is news of its order as well: that one shows no new status and is dropped. */
const typesOf: Readonly<Record<string, string>> = {
	'order.create': 'newOrder',
	'order.update': 'orderStatusChanged',
	'delivery.create': 'deliveryCreated',
	'delivery.update': 'deliveryUpdated',
};

export const typeOf = (event: EventAnswer): string | undefined => typesOf[nameOf(event)];

const indexOf = (statuses: readonly { value: string }[], status: unknown): number => statuses.findIndex(({ value }) => value === status) + 1;
const progress = {
	order: (status: unknown) => (closedOrderStatuses.includes(String(status)) ? orderStatuses.length : indexOf(orderStatuses, status)),
	delivery: (status: unknown) => (status === 'cancelled' ? indexOf(deliveryStatuses, 'delivered') : indexOf(deliveryStatuses, status)),
};

/** HubRise tells time by the second; within one, a status further along is the later one. A real step back has a later time. */
function rankAt(event: EventAnswer, step: number): number | undefined {
	const at = Date.parse(event.created_at ?? '');
	return Number.isNaN(at) ? undefined : Math.floor(at / 1_000) * 100 + step;
}

const at = ({ location_id, order_id }: EventAnswer) => ({ ...(location_id ? { location_id } : {}), order_id: order_id ?? '' });
const statusIn = (state: State | null | undefined): string | undefined => (typeof state?.status === 'string' ? state.status : undefined);

/** HR17 tells the states that HR16 leaves out, and some callbacks; what happened is told from there. */
const wholeEvent = (event: EventAnswer, tried: Tried): Fill[] =>
	tried.event ? [] : [{ action: getEvent, input: { event_id: event.id }, told: (item) => happening(eventIn(item) ?? event, { ...tried, event: true }) }];

/** Once HubRise has given the event up, the thing itself is all there is. What the event knows of it counts for more. */
function thing(event: EventAnswer, tried: Tried): Fill[] {
	if (tried.thing || !event.order_id) return [];
	const action = event.resource_type === 'order' ? getOrder : getDelivery;
	const told = (item: Item) => happening({ ...event, new_state: { ...stateOf(item), ...event.new_state } }, { event: true, thing: true });
	return [{ action, input: at(event), told }];
}

const stateOf = (item: Item): State => ({ ...(typeof item.carrierData === 'object' ? item.carrierData : {}) });

const marks = (event: EventAnswer) => ({ eventId: event.id, eventType: nameOf(event), eventAt: event.created_at ?? null });

/** A status is told once while it lasts: without the state before, nothing else tells a new one from an old one. With it, a status may come back after a step that HubRise does not tell, because this app made it. */
function ofStatus(event: EventAnswer, orderId: string): Pick<WebhookEvent, 'id' | 'state' | 'change' | 'subject' | 'rank'> {
	const status = statusIn(event.new_state);
	const order = `order:${orderId}`;
	return {
		id: `${orderId}:${status ?? event.id}`,
		state: order,
		...(statusIn(event.previous_state) === undefined ? {} : { change: event.id }),
		subject: order,
		rank: rankAt(event, progress.order(status)),
	};
}

function ofOrder(event: EventAnswer, type: string, tried: Tried): WebhookEvent {
	const { order_id, new_state, previous_state } = event;
	const status = statusIn(new_state);
	const before = statusIn(previous_state);
	const orderId = order_id ?? '';
	const isNew = type === 'newOrder';
	const known = {
		type,
		...(isNew ? { id: event.id } : ofStatus(event, orderId)),
	};
	const parsed = orderAnswer.safeParse({ location_id: event.location_id, ...new_state, id: orderId });
	if (status === undefined || !parsed.success) return { ...known, fills: [...wholeEvent(event, tried), ...thing(event, tried)] };
	if (!isNew && before === undefined && !tried.event) return { ...known, fills: [...wholeEvent(event, tried), ...thing(event, tried)] };
	const item: Item = { ...toOrderItem(parsed.data), ...marks(event), previousOrderStatus: before ?? null };
	const isNews = isNew ? item.awaitsDelivery === true : before !== status;
	if (!isNews) return known;
	// Some receivers have seen orders without their items.
	return parsed.data.items ? { ...known, item } : { ...known, item, fills: thing(event, tried) };
}

const positions = ['driver_latitude', 'driver_longitude'];

function changeIn(before: State | null | undefined, after: State): string {
	if (!before || before.status !== after.status) return 'status';
	const changed = Object.keys({ ...before, ...after }).filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null));
	return changed.length > 0 && changed.every((key) => positions.includes(key)) ? 'position' : 'details';
}

function ofDelivery(event: EventAnswer, type: string, tried: Tried): WebhookEvent {
	const { order_id, location_id, delivery_id, new_state, previous_state } = event;
	const isNew = type === 'deliveryCreated';
	const status = statusIn(new_state);
	// One delivery an order, and events do not always say which.
	const subject = `delivery:${order_id ?? delivery_id ?? String(new_state?.id ?? '')}`;
	const known = { id: event.id, type, ...(isNew ? {} : { subject, rank: rankAt(event, progress.delivery(status)) }) };
	const id = delivery_id ?? (typeof new_state?.id === 'string' ? new_state.id : undefined);
	const parsed = deliveryAnswer.safeParse({ order_id, location_id, ...new_state, id });
	if (!new_state || status === undefined || !parsed.success) return { ...known, fills: [...wholeEvent(event, tried), ...thing(event, tried)] };
	const before = statusIn(previous_state);
	const change = isNew ? 'created' : changeIn(previous_state, new_state);
	const item: Item = { ...toDeliveryItem(parsed.data), ...marks(event), change, previousCarrierStatus: before ?? null };
	// What has changed is seen beside the state before alone.
	return isNew || previous_state ? { ...known, item } : { ...known, item, fills: wholeEvent(event, tried) };
}

/** Receivers have seen events that name their order in the state alone. */
function orderOf({ resource_type, order_id, new_state }: EventAnswer): string | undefined {
	const inState = resource_type === 'order' ? new_state?.id : new_state?.order_id;
	return order_id ?? (typeof inState === 'string' ? inState : undefined);
}

/** What an event of HubRise's is to a trigger, and what has to be read before it can be told. */
export function happening(given: EventAnswer, tried: Tried = {}): WebhookEvent {
	const type = typeOf(given);
	if (type === undefined) return { id: given.id, type: nameOf(given) };
	const event = { ...given, order_id: orderOf(given) };
	return event.resource_type === 'order' ? ofOrder(event, type, tried) : ofDelivery(event, type, tried);
}
