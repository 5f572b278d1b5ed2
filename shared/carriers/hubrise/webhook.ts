import { readLeniently } from '../../declare/lenient-reading';
import { failed, success, type Result } from '../../declare/failure';
import { isJsonObject, type Json } from '../../json';
import { ANY_TYPE, type WebhookEvent, type WebhookTrigger } from '../../declare/trigger';
import { outputField, outputItem } from '../../delivery/delivery';
import { parsedBody, isSameSecret, signatureOf } from '../../events/secret';
import { digest } from '../../run/digest';
import { eventPayload } from './event';
import { deliveryEventShape, toWebhookEvent, orderEventShape } from './event-mapping';
import { deliveryCreated, deliveryUpdated, newOrder, orderStatusChanged } from './inbox-triggers';
import { subscription } from './inbox';

const SIGNATURE_HEADER = 'x-hubrise-hmac-sha256';
const triggers = [newOrder, orderStatusChanged, deliveryCreated, deliveryUpdated];

/** Its signature fits, so HubRise sent it. HubRise forgets it with the answer, so it is emitted as it came. */
function unreadEvent(body: Json | undefined, text: string): WebhookEvent {
	const fields = isJsonObject(body) ? body : { text };
	const id = typeof fields.id === 'string' ? fields.id : digest([text]);
	const eventType = [fields.resource_type, fields.event_type].filter((part) => typeof part === 'string').join('.');
	return {
		knownBy: 'id',
		id,
		type: ANY_TYPE,
		content: 'item',
		item: {
			id,
			carrier: 'hubrise',
			eventId: id,
			eventType: eventType || 'unknown',
			warnings: ["HubRise sent an event that could not be understood. See Carrier's Own Data for the original."],
			carrierData: fields,
		},
	};
}

/** A connection has one callback, so one trigger covers orders and deliveries. */
export const event: WebhookTrigger = {
	kind: 'webhook',
	id: 'event',
	title: 'Order or Delivery Event',
	when: 'another app changes an order or its delivery',
	noun: 'Event',
	covers: ['HR13', 'HR14', 'HR15', 'HR17'],
	output: outputItem(() => ({
		...orderEventShape.partial().shape,
		...deliveryEventShape.partial().shape,
		...deliveryEventShape.pick({ id: true, carrier: true, eventId: true, eventType: true, carrierData: true }).shape,
		reference: outputField.text('Reference'),
	})),
	sample: deliveryUpdated.sample,
	recent: deliveryUpdated.recent,
	events: triggers.map(({ id, title, carrierEvents }) => ({ value: id, label: title, carrierEvents })),
	setupSteps: () => [
		'The trigger registers its address at HubRise by itself when it is switched on, and takes it back when it is switched off.',
		'A HubRise connection has one such address. Choose several events here rather than several webhook triggers on one connection.',
		'An event that cannot be delivered for about an hour is given up by HubRise. Triggers that look for events lose none.',
		'HubRise sends an app no events about what the app did itself.',
	],
	subscription,
	read: (call, access): Result<WebhookEvent> => {
		if (access.webhookSecret === undefined)
			return failed('wrong_connection', 'The connection has no Client Secret, so no event can be trusted', {
				advice: 'Fill in the Client Secret of the connection: HubRise calls again for about an hour.',
			});
		if (!isSameSecret(call.headers[SIGNATURE_HEADER], signatureOf(call.body, access.webhookSecret))) {
			return failed('not_authorised', 'The event is not signed with the Client Secret', {
				advice:
					'If HubRise did send it, the Client Secret of the connection is not the one of the app that its token belongs to.',
			});
		}
		const body = parsedBody(call.body);
		const read = readLeniently(eventPayload, body);
		return success(read ? toWebhookEvent(read.data) : unreadEvent(body, call.body));
	},
	// HubRise forgets an event at any answer from 200 to 499. A signature that does not fit may mean that the secret is
	// the wrong one: answered 503, the event comes again for about an hour, and a forger gains nothing.
	responses: { accepted: 200, forged: 503, unreadable: 200, retryLater: 503 },
};
