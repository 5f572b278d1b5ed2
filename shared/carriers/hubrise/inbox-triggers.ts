import type { Item } from '../../declare/facts';
import { itemOf, type InboxTrigger } from '../../declare/trigger';
import { listOrders } from './actions/order-reads';
import { eventPayload, eventOf, type EventPayload } from './event';
import { deliveryEvent, newDeliveryEvent, newOrderEvent, orderEvent } from './event-samples';
import { changes, coalesceUpdates, deliveryEventShape, toWebhookEvent, orderEventShape } from './event-mapping';
import { inbox } from './inbox';
import { orderStatuses } from './order';

const sampleItem = (event: object): Item => itemOf(toWebhookEvent(eventPayload.parse(event))) ?? {};

/** A sample in the format of an event. */
const withEventFields = (item: Item, eventType: string, eventAt: unknown): Item => ({
	...item,
	eventId: `recent-${String(item.id)}`,
	eventType,
	eventAt: typeof eventAt === 'string' ? eventAt : null,
});

const deliveryOf = ({ delivery }: Item): Item | undefined =>
	typeof delivery === 'object' && delivery !== null && !Array.isArray(delivery) ? delivery : undefined;

/** HR10 and HR11 do not document the order of their lists, so this reads the last day. */
const lastDay = {
	action: listOrders,
	input: (now: number) => ({ after: new Date(now - 24 * 3_600_000).toISOString() }),
};

/** A line of another kind is another trigger's. */
const readType =
	(type: string): InboxTrigger['read'] =>
	(line) => {
		const event: EventPayload | undefined = eventOf(line);
		const mapped = event && toWebhookEvent(event);
		return [mapped, ...(mapped?.otherwise ?? [])].find((each) => each?.type === type);
	};

const inboxTrigger = (
	id: string,
	...carrierEvents: readonly string[]
): Pick<InboxTrigger, 'kind' | 'id' | 'inbox' | 'carrierEvents' | 'read' | 'primaryFields' | 'covers'> => ({
	kind: 'inbox',
	id,
	inbox,
	carrierEvents,
	read: readType(id),
	primaryFields: ['eventId'],
	covers: ['HR13', 'HR14', 'HR16', 'HR17', 'HR18'],
});

export const newOrder: InboxTrigger = {
	...inboxTrigger('newOrder', 'order.create'),
	title: 'New Order Awaiting Delivery',
	when: 'an order that is to be delivered comes in, and no delivery is attached to it yet',
	noun: 'Order',
	output: orderEventShape,
	sample: sampleItem(newOrderEvent),
	recent: {
		...lastDay,
		toItem: (item) =>
			item.awaitsDelivery === true ? withEventFields(item, 'order.create', item.createdAt) : undefined,
	},
};

export const orderStatusChanged: InboxTrigger = {
	...inboxTrigger('orderStatusChanged', 'order.update', 'order.create'),
	title: 'Order Status Changed',
	when: 'an order reaches a status, such as accepted or completed, or comes in with it',
	noun: 'Order',
	output: orderEventShape,
	sample: sampleItem(orderEvent),
	recent: { ...lastDay, toItem: (item) => withEventFields(item, 'order.update', item.createdAt) },
	filter: {
		field: 'orderStatus',
		label: 'Order Statuses',
		help: 'Only these statuses; all of them where none is chosen.',
		options: orderStatuses,
	},
};

const recentDelivery = (eventType: string): InboxTrigger['recent'] => ({
	...lastDay,
	toItem: (item) => {
		const delivery = deliveryOf(item);
		return (
			delivery && {
				// An order does not contain the ID of its delivery. An example uses the order's own.
				...withEventFields({ ...delivery, id: delivery.id ?? item.id }, eventType, item.createdAt),
				change: 'status',
				previousCarrierStatus: null,
			}
		);
	},
});

export const deliveryCreated: InboxTrigger = {
	...inboxTrigger('deliveryCreated', 'delivery.create'),
	title: 'Delivery Created',
	when: 'a delivery is attached to an order by another app',
	noun: 'Delivery',
	output: deliveryEventShape,
	sample: sampleItem(newDeliveryEvent),
	recent: recentDelivery('delivery.create'),
};

export const deliveryUpdated: InboxTrigger = {
	...inboxTrigger('deliveryUpdated', 'delivery.update'),
	title: 'Delivery Updated',
	when: 'another app moves a delivery on: its status, its details, or the position of its courier',
	noun: 'Delivery',
	output: deliveryEventShape,
	sample: sampleItem(deliveryEvent),
	recent: recentDelivery('delivery.update'),
	coalesce: coalesceUpdates,
	filter: {
		field: 'change',
		label: 'Changes',
		help: 'Only these changes; all of them where none is chosen. The position of a courier comes every few seconds.',
		options: changes,
	},
};
