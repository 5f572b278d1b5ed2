import type { Inbox } from '../../declare/trigger';
import type { Subscription } from '../../declare/subscription';
import { getCallback, removeCallback, setCallback } from './actions/callback';
import { acknowledgeEvent, listEvents } from './actions/event';
import { callbackOf } from './callback';
import { eventOf } from './event';
import { triggerOf } from './event-mapping';

/** HR13 to HR15: one callback a connection, called or passive, never both. */
export const subscription: Subscription = {
	read: getCallback,
	write: setCallback,
	remove: removeCallback,
	toCallback: callbackOf,
	input: ({ url, events }) => ({ ...(url === null ? {} : { url }), events: events.map((event) => ({ event })) }),
	conflictAdvice:
		'Use one webhook trigger with several events, or polling triggers: any number of those share a connection. Or give this trigger a connection of its own (in HubRise a connection with another device_id). "Replace Existing Webhook" moves the events here, and what receives them now gets none. Choose it too if the other trigger is switched off or deleted and HubRise still sends its events there.',
	secretLabel: 'Client Secret',
};

export const inbox: Inbox = {
	subscription,
	list: listEvents,
	acknowledge: { action: acknowledgeEvent, input: (line) => ({ event_id: line.id }) },
	id: (line) => String(line.id),
	createdAt: (line) => Date.parse(String(line.createdAt)) || 0,
	isOurs: (line) => {
		const event = eventOf(line);
		return event !== undefined && triggerOf(event) !== undefined;
	},
	// HubRise asks for this interval: a shorter one uses up the day's calls.
	minIntervalMs: 30_000,
};
