import type { Inbox } from '../../declare/trigger';
import type { Subscription } from '../../declare/subscription';
import { getCallback, removeCallback, setCallback } from './actions/callback';
import { acknowledgeEvent, listEvents } from './actions/event';
import { heldIn } from './callback';
import { eventIn } from './event';
import { typeOf } from './happening';

/** HR13 to HR15: one callback a connection, called or passive, never both. */
export const subscription: Subscription = {
	read: getCallback,
	write: setCallback,
	remove: removeCallback,
	held: heldIn,
	input: ({ url, events }) => ({ ...(url === null ? {} : { url }), events: events.map((event) => ({ event })) }),
	instead:
		'Use one webhook trigger with several events, or triggers that look for events: any number of those share a connection. Or give this trigger a connection of its own (in HubRise a connection with another device_id). "Take Over" moves the events here, and what receives them now gets none.',
	secret: 'Client Secret',
};

export const inbox: Inbox = {
	subscription,
	list: listEvents,
	acknowledge: { action: acknowledgeEvent, input: (line) => ({ event_id: line.id }) },
	id: (line) => String(line.id),
	bornAt: (line) => Date.parse(String(line.createdAt)) || 0,
	isOurs: (line) => {
		const event = eventIn(line);
		return event !== undefined && typeOf(event) !== undefined;
	},
	// HubRise asks for it: anything faster uses the day's calls up.
	pauseMs: 30_000,
};
