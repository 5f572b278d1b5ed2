import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Item, Reading } from '../../../declare/facts';
import { success } from '../../../declare/failure';
import { text } from '../../../declare/field';
import { cursorPages } from '../../../declare/pages';
import { gives, givesMany } from '../../../declare/reading';
import { eventAnswer, hubriseEvent, toEventItem } from '../event';
import { orderEvent, orderEventLine, deliveryEventLine } from '../event-samples';
import { missing } from '../refusals';

const eventId = () => text({ label: 'Event ID', placeholder: 'vcm3q9xa', help: 'ID of the event, as the list of events gives it.', choices: 'events', common: true });

const noEvent = missing('There is no such event waiting: it was acknowledged before, or given up by HubRise');

export const listEvents = action({
	resource: 'event',
	verb: 'getAll',
	title: 'Get Many Events',
	does: 'Lists the events of this connection that nobody has acknowledged yet, without their contents.',
	covers: ['HR16'],
	effect: 'read',
	many: true,
	input: z.object({}),
	output: hubriseEvent,
	request: () => ({ method: 'GET', path: '/callback/events' }),
	readings: { 200: givesMany(z.array(eventAnswer), (events) => events.map(toEventItem)) },
	pages: cursorPages(100, 'x-cursor-next'),
	samples: [
		{
			title: 'Two that wait',
			input: {},
			request: { method: 'GET', path: '/v1/callback/events' },
			answer: { status: 200, body: [orderEventLine, deliveryEventLine] },
		},
	],
	antiSamples: [{ why: 'A field that the step does not have', input: { order_id: '5dpm9' }, names: ['order_id'] }],
});

export const getEvent = action({
	resource: 'event',
	verb: 'get',
	title: 'Get Event',
	does: 'Reads one event that waits, with the states before and after it.',
	covers: ['HR17'],
	effect: 'read',
	input: z.object({ event_id: eventId() }),
	output: hubriseEvent,
	request: ({ event_id }) => ({ method: 'GET', path: `/callback/events/${encodeURIComponent(event_id)}` }),
	readings: { 200: gives(eventAnswer, toEventItem), 404: noEvent },
	samples: [
		{
			title: 'By its ID',
			input: { event_id: orderEvent.id },
			request: { method: 'GET', path: `/v1/callback/events/${orderEvent.id}` },
			answer: { status: 200, body: orderEvent },
		},
	],
	antiSamples: [{ why: 'No ID', input: {}, names: ['Event ID'] }],
	answers: [{ title: 'It was acknowledged before', input: { event_id: 'gone' }, answer: { status: 404, body: { error_type: 'not_found' } }, comesTo: 'not_found' }],
});

/** HR18 answers with nothing worth reading; what is gone is acknowledged. */
const acknowledged: Reading<{ event_id: string }> = (answer, { event_id }) =>
	success<Item[]>([{ id: event_id, carrier: 'hubrise', outcome: answer.status === 404 ? 'already' : 'acknowledged', carrierData: {} }]);

export const acknowledgeEvent = action({
	resource: 'event',
	verb: 'acknowledge',
	title: 'Acknowledge Event',
	does: 'Takes an event off the list. No other step or trigger of this connection can read it any more.',
	covers: ['HR18'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({ event_id: eventId() }),
	output: z.object(hubriseEvent.pick({ id: true, carrier: true, outcome: true, carrierData: true }).shape),
	request: ({ event_id }) => ({ method: 'DELETE', path: `/callback/events/${encodeURIComponent(event_id)}` }),
	readings: { 200: acknowledged, 204: acknowledged, 404: acknowledged },
	samples: [
		{
			title: 'By its ID',
			input: { event_id: orderEvent.id },
			request: { method: 'DELETE', path: `/v1/callback/events/${orderEvent.id}` },
			answer: { status: 200, body: {} },
		},
	],
	antiSamples: [{ why: 'No ID', input: {}, names: ['Event ID'] }],
	answers: [{ title: 'It was acknowledged before', input: { event_id: 'gone' }, answer: { status: 404, body: { error_type: 'not_found' } }, comesTo: 'items' }],
});
