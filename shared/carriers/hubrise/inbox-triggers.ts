import type { Item } from '../../declare/facts';
import type { InboxTrigger } from '../../declare/trigger';
import { listOrders } from './actions/order-reads';
import { eventAnswer, eventIn, type EventAnswer } from './event';
import { deliveryEvent, newDeliveryEvent, newOrderEvent, orderEvent } from './event-samples';
import { changes, deliveryHappening, happening, orderHappening } from './happening';
import { inbox } from './inbox';
import { orderStatuses } from './order';

const told = (event: object): Item => happening(eventAnswer.parse(event)).item ?? {};

/** As an event would tell it, for those who want to see one. */
const marked = (item: Item, eventType: string, eventAt: unknown): Item => ({ ...item, eventId: `recent-${String(item.id)}`, eventType, eventAt: typeof eventAt === 'string' ? eventAt : null });

const deliveryOf = ({ delivery }: Item): Item | undefined => (typeof delivery === 'object' && delivery !== null && !Array.isArray(delivery) ? delivery : undefined);

/** HR10 and HR11 do not say in which order they list: those of the last day. */
const lately = { action: listOrders, input: (now: number) => ({ after: new Date(now - 24 * 3_600_000).toISOString() }) };

/** A line of another kind is another trigger's. */
const ofType = (type: string): InboxTrigger['read'] => (line) => {
	const event: EventAnswer | undefined = eventIn(line);
	const happened = event && happening(event);
	return happened?.type === type ? happened : undefined;
};

const kind = (id: string, name: string): Pick<InboxTrigger, 'kind' | 'id' | 'inbox' | 'needs' | 'read' | 'primary' | 'covers'> => ({
	kind: 'inbox',
	id,
	inbox,
	needs: [name],
	read: ofType(id),
	primary: ['eventId'],
	covers: ['HR13', 'HR14', 'HR16', 'HR17', 'HR18'],
});

export const newOrder: InboxTrigger = {
	...kind('newOrder', 'order.create'),
	title: 'New Order Awaiting Delivery',
	when: 'an order that is to be delivered comes in, and no delivery is attached to it yet',
	noun: 'Order',
	output: orderHappening,
	sample: told(newOrderEvent),
	recent: { ...lately, tell: (item) => (item.awaitsDelivery === true ? marked(item, 'order.create', item.createdAt) : undefined) },
};

export const orderStatusChanged: InboxTrigger = {
	...kind('orderStatusChanged', 'order.update'),
	title: 'Order Status Changed',
	when: 'an order reaches another status, such as accepted or completed',
	noun: 'Order',
	output: orderHappening,
	sample: told(orderEvent),
	recent: { ...lately, tell: (item) => marked(item, 'order.update', item.createdAt) },
	filter: { field: 'orderStatus', label: 'Order Statuses', help: 'Only these statuses; all of them where none is chosen.', options: orderStatuses },
};

const recentDelivery = (eventType: string): InboxTrigger['recent'] => ({
	...lately,
	tell: (item) => {
		const delivery = deliveryOf(item);
		return delivery && { ...marked(delivery, eventType, item.createdAt), change: 'status', previousCarrierStatus: null };
	},
});

export const deliveryCreated: InboxTrigger = {
	...kind('deliveryCreated', 'delivery.create'),
	title: 'Delivery Created',
	when: 'a delivery is attached to an order by another app',
	noun: 'Delivery',
	output: deliveryHappening,
	sample: told(newDeliveryEvent),
	recent: recentDelivery('delivery.create'),
};

export const deliveryUpdated: InboxTrigger = {
	...kind('deliveryUpdated', 'delivery.update'),
	title: 'Delivery Updated',
	when: 'another app moves a delivery on: its status, its details, or the position of its courier',
	noun: 'Delivery',
	output: deliveryHappening,
	sample: told(deliveryEvent),
	recent: recentDelivery('delivery.update'),
	filter: {
		field: 'change',
		label: 'Changes',
		help: 'Only these changes; all of them where none is chosen. The position of a courier comes every few seconds.',
		options: changes,
	},
};
