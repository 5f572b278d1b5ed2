import { z } from 'zod/v4';

import { readLeniently } from '../../declare/lenient-reading';
import type { Item } from '../../declare/facts';
import { asJsonObject } from '../../json';
import { outputField, outputItem } from '../../delivery/delivery';

const text = z.string().nullish();
const state = z.record(z.string(), z.unknown()).nullish();

/** HR16, HR17 and the body of an active callback: alike but for the states, which HR16 leaves out. */
export const eventPayload = z.looseObject({
	id: z.string(),
	resource_type: z.string(),
	event_type: z.string(),
	created_at: text,
	account_id: text,
	location_id: text,
	order_id: text,
	delivery_id: text,
	new_state: state,
	previous_state: state,
});

export type EventPayload = z.output<typeof eventPayload>;

/** "order.update": the name of an event, and of its subscription in HR14. */
export const eventName = ({ resource_type, event_type }: Pick<EventPayload, 'resource_type' | 'event_type'>): string =>
	`${resource_type}.${event_type}`;

export const hubriseEvent = outputItem(() => ({
	id: outputField.id('Event ID'),
	carrier: outputField.id('Carrier'),
	event: outputField.id('Event'),
	createdAt: outputField.moment('Created At'),
	accountId: outputField.text('Account ID'),
	locationId: outputField.text('Location ID'),
	orderId: outputField.text('Order ID'),
	deliveryId: outputField.text('Delivery ID'),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

export function toEventItem(event: EventPayload) {
	return {
		id: event.id,
		carrier: 'hubrise',
		event: eventName(event),
		createdAt: event.created_at ?? null,
		accountId: event.account_id ?? null,
		locationId: event.location_id ?? null,
		orderId: event.order_id ?? null,
		deliveryId: event.delivery_id ?? null,
		carrierData: asJsonObject(event),
	};
}

/** The reverse: HubRise's own event from an item. */
export function eventOf(item: Item): EventPayload | undefined {
	return readLeniently(eventPayload, item.carrierData)?.data;
}
