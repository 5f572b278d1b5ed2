import { z } from 'zod/v4';

import type { Item } from '../../declare/facts';
import { untouched } from '../../declare/json';
import { out } from '../../delivery/delivery';

const text = z.string().nullish();
const state = z.record(z.string(), z.unknown()).nullish();

/** HR16, HR17 and the body of an active callback: alike but for the states, which HR16 leaves out. */
export const eventAnswer = z.looseObject({
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

export type EventAnswer = z.output<typeof eventAnswer>;

/** "order.update": what HR14 is asked for, and what an event is. */
export const nameOf = ({ resource_type, event_type }: Pick<EventAnswer, 'resource_type' | 'event_type'>): string => `${resource_type}.${event_type}`;

export const hubriseEvent = z.object({
	id: out.id('Event ID'),
	carrier: out.id('Carrier'),
	event: out.id('Event'),
	createdAt: out.moment('Created At'),
	accountId: out.text('Account ID'),
	locationId: out.text('Location ID'),
	orderId: out.text('Order ID'),
	deliveryId: out.text('Delivery ID'),
	outcome: out.text('Outcome'),
	warnings: out.texts('Warnings'),
	carrierData: out.carrierData(),
});

export function toEventItem(answer: EventAnswer): Item {
	return {
		id: answer.id,
		carrier: 'hubrise',
		event: nameOf(answer),
		createdAt: answer.created_at ?? null,
		accountId: answer.account_id ?? null,
		locationId: answer.location_id ?? null,
		orderId: answer.order_id ?? null,
		deliveryId: answer.delivery_id ?? null,
		carrierData: untouched(answer),
	};
}

/** The other way: HubRise's own event out of an item. */
export function eventIn(item: Item): EventAnswer | undefined {
	const parsed = eventAnswer.safeParse(item.carrierData);
	return parsed.success ? parsed.data : undefined;
}
