import { z } from 'zod/v4';

import type { Access } from '../../declare/connection';
import { failed, success, type Result } from '../../declare/failure';
import { isJsonObject, type Json } from '../../json';
import { ANY_TYPE, type WebhookEvent, type WebhookTrigger } from '../../declare/trigger';
import { deliveryOf } from '../../delivery/delivery';
import { filesIn } from '../../delivery/item-files';
import { parsedBody, isSameSecret } from '../../events/secret';
import { digest } from '../../run/digest';
import { sampleAccess } from './connection';
import { cykeDelivery, deliveryItemOf } from './delivery';
import { deliveryV2 } from './documented';
import { deliveryResponse } from './wire';

const events = [
	{ value: 'delivery_saved', label: 'Saved' },
	{ value: 'delivery_ready', label: 'Ready' },
	{ value: 'delivery_scheduled', label: 'Scheduled' },
	{ value: 'delivery_picked_up', label: 'Picked Up' },
	{ value: 'delivery_delivered', label: 'Delivered' },
	{ value: 'delivery_failed', label: 'Failed' },
	{ value: 'delivery_cancelled', label: 'Cancelled' },
] as const;

/** No page documents the test event, and known receivers read nothing but these names. */
const envelope = z.looseObject({ event_type: z.string(), payload: z.unknown() });

/** The id identifies an event. Without an id, the same content is the same event. */
const eventId = (body: Json | undefined, text: string): string => {
	const id = isJsonObject(body) ? body.event_id : undefined;
	return typeof id === 'string' || typeof id === 'number' ? String(id) : digest([text]);
};

const isKnownType = (type: string): boolean => events.some(({ value }) => value === type);

/**
 * The test button's event carries no delivery, and no page shows the rest of it. One of an unknown type with content of
 * another form is an event that is not understood.
 */
function isTestEvent(type: string, body: Json | undefined): boolean {
	if (isKnownType(type) || !isJsonObject(body)) return false;
	const known = ['event_id', 'event_type', 'payload'];
	const beside = Object.keys(body).filter((key) => !known.includes(key));
	const within = isJsonObject(body.payload) ? Object.values(body.payload) : [body.payload];
	const contents = [...beside.map((key) => body[key]), ...within];
	return /test|ping/i.test(type) || contents.every((content) => content === undefined || content === null);
}

/** The event carries the secret, so it comes from Cyke. An unknown format is emitted unchanged. */
function unreadEvent(body: Json | undefined, text: string): WebhookEvent {
	const type = isJsonObject(body) && typeof body.event_type === 'string' ? body.event_type : 'unknown';
	const id = eventId(body, text);
	return {
		knownBy: 'id',
		id,
		type: isKnownType(type) ? type : ANY_TYPE,
		content: 'item',
		item: {
			...deliveryOf(
				'cyke',
				{ id: '', status: 'unknown' },
				{
					eventId: id,
					eventType: type,
					warnings: ["Cyke sent an event that could not be understood. See Carrier's Own Data for the original."],
				},
				isJsonObject(body) ? body : { text },
			),
		},
	};
}

/** The type of the event counts: no known receiver reads the status in the payload. */
function toWebhookEvent(text: string, access: Access): WebhookEvent {
	const body = parsedBody(text);
	const parsed = envelope.safeParse(body);
	if (!parsed.success) return unreadEvent(body, text);
	const { event_type: type, payload } = parsed.data;
	const status = events.find((event) => event.value === type)?.value.replace('delivery_', '');
	const content = isJsonObject(payload) ? payload.delivery : undefined;
	const delivery = deliveryResponse.safeParse(content);
	const id = eventId(body, text);
	if (!delivery.success)
		return isTestEvent(type, body) ? { knownBy: 'id', id, type, content: 'nothing' } : unreadEvent(body, text);
	const item = deliveryItemOf(delivery.data, { access }, status);
	// A status that is not known here comes neither before nor after another.
	const rank = typeof item.rank === 'number' && item.status !== 'unknown' ? { rank: item.rank } : {};
	return {
		knownBy: 'id',
		id,
		type,
		order: { subject: String(delivery.data.id), ...rank },
		content: 'item',
		item: { ...item, eventId: id, eventType: type },
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
	sample: {
		...deliveryItemOf(deliveryResponse.parse(deliveryV2), { access: sampleAccess }, 'scheduled'),
		eventId: 'e-1',
		eventType: 'delivery_scheduled',
	},
	files: filesIn,
	events,
	setupSteps: ({ address, connection }) => [
		`Choose a secret, and put it into the ${connection}, under Webhook Secret.`,
		`Copy ${address}.`,
		'In Cyke, open the Account menu and choose Manage My Company; the webhooks are at the bottom of the page.',
		'Add a webhook with that URL and the same secret.',
		'Press Test Webhook in Cyke. The webhook becomes active with the first good answer.',
	],
	read: (call, access): Result<WebhookEvent> => {
		if (access.webhookSecret === undefined)
			return failed('not_authorised', 'The connection has no Webhook Secret, so no event can be trusted');
		if (!isSameSecret(call.headers['x-cyke-token'], access.webhookSecret))
			return failed('not_authorised', 'The event does not carry the Webhook Secret');
		return success(toWebhookEvent(call.body, access));
	},
	// Cyke repeats an event without a 2xx response, so an unknown event is accepted and a forged one refused.
	responses: { accepted: 200, forged: 401, unreadable: 200 },
};
