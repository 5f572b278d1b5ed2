import { z } from 'zod/v4';

import { failed, success, type Result } from '../../declare/failure';
import type { WebhookEvent, WebhookTrigger } from '../../declare/trigger';
import { out } from '../../delivery/delivery';
import { parsedBody, sameSecret, signatureOf } from '../../events/secret';
import { eventAnswer } from './event';
import { deliveryHappening, happening, orderHappening } from './happening';
import { deliveryCreated, deliveryUpdated, newOrder, orderStatusChanged } from './inbox-triggers';
import { subscription } from './inbox';

const SIGNATURE = 'x-hubrise-hmac-sha256';
const chosen = [newOrder, orderStatusChanged, deliveryCreated, deliveryUpdated];

/** A connection has one callback, so one trigger tells of orders and of deliveries. */
export const event: WebhookTrigger = {
	kind: 'webhook',
	id: 'event',
	title: 'Order or Delivery Event',
	when: 'another app changes an order or its delivery',
	noun: 'Event',
	covers: ['HR13', 'HR14', 'HR15', 'HR17'],
	output: z.object({
		...orderHappening.partial().shape,
		...deliveryHappening.partial().shape,
		...deliveryHappening.pick({ id: true, carrier: true, eventId: true, eventType: true, carrierData: true }).shape,
		reference: out.text('Reference'),
	}),
	sample: deliveryUpdated.sample,
	recent: deliveryUpdated.recent,
	events: chosen.map(({ id, title, needs }) => ({ value: id, label: title, needs })),
	directions: [
		'The trigger tells HubRise its address by itself when it is switched on, and takes it back when it is switched off.',
		'A HubRise connection has one such address. Choose several events here rather than several webhook triggers on one connection.',
		'An event that cannot be delivered for about an hour is given up by HubRise. Triggers that look for events lose none.',
		'HubRise does not tell an app of what the app did itself.',
	],
	subscription,
	read: (call, access): Result<WebhookEvent> => {
		if (access.webhookSecret === undefined) return failed('wrong_connection', 'The connection has no Client Secret, so no event can be trusted', { advice: 'Fill in the Client Secret of the connection: HubRise calls again for about an hour.' });
		if (!sameSecret(call.headers[SIGNATURE], signatureOf(call.body, access.webhookSecret))) {
			return failed('not_authorised', 'The event is not signed with the Client Secret', { advice: 'If HubRise did send it, the Client Secret of the connection is not the one of the app that its token belongs to.' });
		}
		const body = eventAnswer.safeParse(parsedBody(call.body));
		return body.success ? success(happening(body.data)) : failed('unreadable_answer', 'The event could not be understood');
	},
	// HubRise takes anything from 200 to 499 for heard and forgets the event: a forged one may go, one that cannot be told now must not.
	answers: { taken: 200, forged: 401, unreadable: 200, later: 503 },
};
