import { z } from 'zod/v4';

import type { Access } from '../../declare/connection';
import { failed, success, type Result } from '../../declare/failure';
import type { WebhookEvent, WebhookTrigger } from '../../declare/trigger';
import { isTerminal, rankOf } from '../../delivery/status';
import { parsedBody, sameSecret } from '../../events/secret';
import { sampleAccess } from './connection';
import { cykeDelivery, filesOfItem, statusFrom, toItem } from './delivery';
import { deliveryV2 } from './documented';
import { deliveryAnswer } from './wire';

const events = [
	{ value: 'delivery_saved', label: 'Saved' },
	{ value: 'delivery_ready', label: 'Ready' },
	{ value: 'delivery_scheduled', label: 'Scheduled' },
	{ value: 'delivery_picked_up', label: 'Picked Up' },
	{ value: 'delivery_delivered', label: 'Delivered' },
	{ value: 'delivery_failed', label: 'Failed' },
	{ value: 'delivery_cancelled', label: 'Cancelled' },
] as const;

const envelope = z.looseObject({
	event_id: z.union([z.string(), z.number()]),
	event_type: z.string(),
	payload: z.looseObject({ delivery: deliveryAnswer.nullish() }).nullish(),
});

/** The payload may leave the status out; then the type of the event tells it. */
function eventOf(body: z.output<typeof envelope>, access: Access): WebhookEvent {
	const delivery = body.payload?.delivery;
	const told = events.find((event) => event.value === body.event_type)?.value.replace('delivery_', '');
	if (!delivery) return { id: String(body.event_id), type: body.event_type };
	const item = toItem(told === undefined ? delivery : { ...delivery, status: delivery.status ?? told }, {}, { access });
	const status = statusFrom(told ?? delivery.status);
	return {
		id: String(body.event_id),
		type: body.event_type,
		subject: String(delivery.id),
		// A status that is not known here comes neither before nor after another.
		...(status === 'unknown' ? {} : { rank: rankOf(status) }),
		terminal: isTerminal(status),
		item: { ...item, eventId: String(body.event_id), eventType: body.event_type },
	};
}

export const deliveryEvent: WebhookTrigger = {
	kind: 'webhook',
	id: 'deliveryEvent',
	title: 'Delivery Event',
	when: 'the carrier reports a change of a delivery',
	noun: 'Delivery',
	covers: ['CY10'],
	output: z.object({ ...cykeDelivery.shape, eventId: z.string(), eventType: z.string() }),
	sample: { ...toItem(deliveryAnswer.parse({ ...deliveryV2, status: 'scheduled' }), {}, { access: sampleAccess }), eventId: 'e-1', eventType: 'delivery_scheduled' },
	files: filesOfItem,
	events,
	directions: [
		'In Cyke, open the Account menu and choose Manage My Company; the webhooks are at the bottom of the page.',
		'Add a webhook with the address above and a secret of your choice.',
		'Put the same secret into the connection, under Webhook Secret.',
		'Press Test Webhook in Cyke: after the first good answer it counts as active.',
	],
	read: (call, access): Result<WebhookEvent> => {
		if (access.webhookSecret === undefined) return failed('not_authorised', 'The connection has no Webhook Secret, so no event can be trusted');
		if (!sameSecret(call.headers['x-cyke-token'], access.webhookSecret)) return failed('not_authorised', 'The event does not carry the Webhook Secret');
		const body = envelope.safeParse(parsedBody(call.body));
		return body.success ? success(eventOf(body.data, access)) : failed('unreadable_answer', 'The event could not be understood');
	},
	// Cyke repeats what is not answered with 2xx, so a forged call is refused and an unknown event is taken.
	answers: { taken: 200, forged: 401, unreadable: 200 },
};
