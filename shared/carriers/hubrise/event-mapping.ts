import { lenientValue, readLeniently } from '../../declare/lenient-reading';
import type { Item } from '../../declare/facts';
import { itemOf, withItem, type EventIdentity, type Fill, type WebhookEvent } from '../../declare/trigger';
import { addWarnings } from '../../run/outcome';
import { outputField, outputItem } from '../../delivery/delivery';
import { getDelivery } from './actions/get-delivery';
import { getEvent } from './actions/event';
import { getOrder } from './actions/order-reads';
import { deliveryStatuses, hubriseDelivery, toDeliveryItem } from './delivery';
import { eventOf, eventName, type EventPayload } from './event';
import { closedOrderStatuses, hubriseOrder, orderStatuses, toOrderItem } from './order';
import { withOddFields } from './read-response';
import { deliveryResponse, orderResponse } from './wire';

type State = NonNullable<EventPayload['new_state']>;

/** Reads that have been made for an event already. */
interface ReadsDone {
	event?: boolean;
	resource?: boolean;
	/** The trigger that the event is for, where it may be for another one than usual. */
	trigger?: string;
}

const eventFields = () => ({
	eventId: outputField.id('Event ID'),
	eventType: outputField.id('Event Type'),
	eventAt: outputField.moment('Event At'),
});
export const orderEventShape = outputItem(() => ({
	...hubriseOrder.shape,
	...eventFields(),
	previousOrderStatus: outputField.text('Previous Order Status'),
}));
export const deliveryEventShape = outputItem(() => ({
	...hubriseDelivery.shape,
	...eventFields(),
	change: outputField.text('Change'),
	previousCarrierStatus: outputField.text('Previous Own Status of the Carrier'),
}));

/** The changed part of a delivery. */
export const changes = [
	{ value: 'status', label: 'Status' },
	{ value: 'details', label: 'Details', help: 'Times, courier, links' },
	{ value: 'position', label: 'Position of the Courier' },
] as const;

/**
 * HubRise's events by the trigger that emits them. A moving delivery also produces an order event; that one shows no
 * new status and is dropped.
 */
const triggerByEvent: Readonly<Record<string, string>> = {
	'order.create': 'newOrder',
	'order.update': 'orderStatusChanged',
	'delivery.create': 'deliveryCreated',
	'delivery.update': 'deliveryUpdated',
};

export const triggerOf = (event: EventPayload): string | undefined => triggerByEvent[eventName(event)];

const indexOf = (statuses: readonly { value: string }[], status: unknown): number =>
	statuses.findIndex(({ value }) => value === status) + 1;
const progressOf = {
	order: (status: unknown) =>
		closedOrderStatuses.includes(String(status)) ? orderStatuses.length : indexOf(orderStatuses, status),
	delivery: (status: unknown) =>
		status === 'cancelled' ? indexOf(deliveryStatuses, 'delivered') : indexOf(deliveryStatuses, status),
};

/**
 * HubRise's times have whole seconds. Within one second, the status further along is the later one. A real step back
 * has a later time.
 */
function rankAt(event: EventPayload, step: number): number | undefined {
	const time = Date.parse(event.created_at ?? '');
	return Number.isNaN(time) ? undefined : Math.floor(time / 1_000) * 100 + step;
}

const orderInput = ({ location_id, order_id }: EventPayload) => ({
	...(location_id ? { location_id } : {}),
	order_id: order_id ?? '',
});
const statusOf = (state: State | null | undefined): string | undefined =>
	typeof state?.status === 'string' ? state.status : undefined;

/** HR17 includes the states that HR16 leaves out, and so do some callbacks. The event comes from those states. */
const eventFill = (event: EventPayload, readsDone: ReadsDone): Fill[] =>
	readsDone.event
		? []
		: [
				{
					action: getEvent,
					input: { event_id: event.id },
					toEvent: (item) => toWebhookEvent(eventOf(item) ?? event, { ...readsDone, event: true }),
				},
			];

/** Once HubRise has dropped the event, only the item itself is left. The event's own data takes precedence. */
function resourceFill(event: EventPayload, readsDone: ReadsDone): Fill[] {
	if (readsDone.resource || !event.order_id) return [];
	const action = event.resource_type === 'order' ? getOrder : getDelivery;
	const toEvent = (item: Item) =>
		toWebhookEvent(
			{ ...event, new_state: { ...stateOf(item), ...event.new_state } },
			{ ...readsDone, event: true, resource: true },
		);
	return [{ action, input: orderInput(event), toEvent }];
}

const stateOf = (item: Item): State => ({ ...(typeof item.carrierData === 'object' ? item.carrierData : {}) });

const eventFieldsOf = (event: EventPayload) => ({
	eventId: event.id,
	eventType: eventName(event),
	eventAt: event.created_at ?? null,
});

/**
 * A status is emitted once while it lasts, because without the previous state a new status looks like an old one. With
 * the previous state, a status may come back after a step that HubRise does not report because this app made it.
 */
function statusIdentity(event: EventPayload, orderId: string): EventIdentity & Pick<WebhookEvent, 'order'> {
	const status = statusOf(event.new_state);
	// Events that do not name their order are not one order's.
	const subject = `order:${orderId === '' ? event.id : orderId}`;
	const content = { id: `${orderId}:${orderId === '' || status === undefined ? event.id : status}`, state: subject };
	const order = { subject, rank: rankAt(event, progressOf.order(status)) };
	return statusOf(event.previous_state) === undefined
		? { knownBy: 'state', ...content, order }
		: { knownBy: 'change', ...content, change: event.id, order };
}

function fromOrderEvent(event: EventPayload, type: string, readsDone: ReadsDone): WebhookEvent {
	const { order_id, new_state, previous_state } = event;
	const status = statusOf(new_state);
	const previousStatus = statusOf(previous_state);
	const orderId = order_id ?? '';
	const isNew = type === 'newOrder';
	// An order may be created in the status that a trigger waits for.
	const isCreation = event.event_type === 'create';
	const base = {
		type,
		...(isNew ? ({ knownBy: 'id', id: event.id } as const) : statusIdentity(event, orderId)),
	};
	const read = readLeniently(orderResponse, { location_id: event.location_id, ...new_state, id: orderId });
	const unread = {
		...base,
		content: 'unread',
		fills: [...eventFill(event, readsDone), ...resourceFill(event, readsDone)],
	} as const;
	if (status === undefined || !read) return unread;
	if (!isCreation && previousStatus === undefined && !readsDone.event) return unread;
	const item: Item = {
		...withOddFields(toOrderItem(read.data), read, undefined),
		...eventFieldsOf(event),
		previousOrderStatus: previousStatus ?? null,
	};
	const isRelevant = isNew ? item.awaitsDelivery === true : isCreation || previousStatus !== status;
	if (!isRelevant) return { ...base, content: 'nothing' };
	// Some receivers have seen orders without their items.
	return read.data.items
		? { ...base, content: 'item', item }
		: { ...base, content: 'partial', item, fills: resourceFill(event, readsDone) };
}

const positionKeys = ['driver_latitude', 'driver_longitude'];

function changeKind(previous: State | null | undefined, current: State): string {
	if (!previous || previous.status !== current.status) return 'status';
	const changed = Object.keys({ ...previous, ...current }).filter(
		(key) => JSON.stringify(previous[key] ?? null) !== JSON.stringify(current[key] ?? null),
	);
	return changed.length > 0 && changed.every((key) => positionKeys.includes(key)) ? 'position' : 'details';
}

function fromDeliveryEvent(event: EventPayload, type: string, readsDone: ReadsDone): WebhookEvent {
	const { order_id, location_id, delivery_id, new_state, previous_state } = event;
	const isNew = type === 'deliveryCreated';
	const status = statusOf(new_state);
	// An order has one delivery, and events do not always contain its id.
	const subject = `delivery:${order_id ?? delivery_id ?? String(new_state?.id ?? '')}`;
	const order = { subject, rank: rankAt(event, progressOf.delivery(status)) };
	const base = { knownBy: 'id', id: event.id, type, ...(isNew ? {} : { order }) } as const;
	const id = delivery_id ?? lenientValue.text(new_state?.id);
	const read = readLeniently(deliveryResponse, { order_id, location_id, ...new_state, id });
	if (!new_state || status === undefined || !read)
		return { ...base, content: 'unread', fills: [...eventFill(event, readsDone), ...resourceFill(event, readsDone)] };
	const previousStatus = statusOf(previous_state);
	const change = isNew ? 'created' : changeKind(previous_state, new_state);
	const item: Item = {
		...withOddFields(toDeliveryItem(read.data), read, undefined),
		...eventFieldsOf(event),
		change,
		previousCarrierStatus: previousStatus ?? null,
	};
	// Only the previous state shows what has changed.
	return isNew || previous_state
		? { ...base, content: 'item', item }
		: { ...base, content: 'partial', item, fills: eventFill(event, readsDone) };
}

const statusIn = (item: Item) => statusOf(stateOf(item));

/**
 * The later of two updates between which the status stood still: what changed since the earlier one is reported as one
 * change. The later one must be no change of status itself, or the status has come back in between.
 */
export function coalesceUpdates(earlier: WebhookEvent, later: WebhookEvent, leftOut: number): WebhookEvent | undefined {
	const [before, after] = [itemOf(earlier), itemOf(later)];
	if (!before || !after || statusIn(before) !== statusIn(after)) return undefined;
	if (after.previousCarrierStatus !== statusIn(after)) return undefined;
	const change = changeKind(stateOf(before), stateOf(after));
	const notice = `${leftOut} earlier ${leftOut === 1 ? 'change' : 'changes'} of this delivery without a new status ${leftOut === 1 ? 'is' : 'are'} part of this one.`;
	return withItem(later, addWarnings({ ...after, change }, [notice]));
}

/** Some received events have the order's id only in the state. */
function orderIdOf({ resource_type, order_id, new_state }: EventPayload): string | undefined {
	const idInState = resource_type === 'order' ? new_state?.id : new_state?.order_id;
	return order_id ?? lenientValue.text(idInState);
}

/** The trigger event for an event of HubRise's, and the data to read before it can be emitted. */
export function toWebhookEvent(received: EventPayload, readsDone: ReadsDone = {}): WebhookEvent {
	const type = readsDone.trigger ?? triggerOf(received);
	if (type === undefined) return { knownBy: 'id', id: received.id, type: eventName(received), content: 'nothing' };
	const event = { ...received, order_id: orderIdOf(received) };
	if (event.resource_type !== 'order') return fromDeliveryEvent(event, type, readsDone);
	if (readsDone.trigger !== undefined || event.event_type !== 'create') return fromOrderEvent(event, type, readsDone);
	const statusReads = { ...readsDone, trigger: 'orderStatusChanged' };
	return {
		...fromOrderEvent(event, type, readsDone),
		otherwise: [fromOrderEvent(event, statusReads.trigger, statusReads)],
	};
}
