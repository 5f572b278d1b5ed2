import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { success } from '../../../declare/failure';
import { text } from '../../../declare/field';
import type { WireResponse } from '../../../declare/wire';
import { cursorPages } from '../../../declare/pages';
import { eventPayload, hubriseEvent, toEventItem } from '../event';
import { orderEvent, orderEventLine, deliveryEventLine } from '../event-samples';
import { isOwnNotFound, notFoundReading } from '../errors';
import { hubriseItem, hubriseItems } from '../read-response';
import { outputItem } from '../../../delivery/delivery';

const eventId = () =>
	text({
		label: 'Event ID',
		placeholder: 'vcm3q9xa',
		help: 'ID of the event, as the list of events gives it.',
		choices: 'events',
		common: true,
	});

const eventNotFound = notFoundReading(
	'There is no such event waiting: it was acknowledged before, or given up by HubRise',
);

export const listEvents = action({
	resource: 'event',
	verb: 'getAll',
	title: 'Get Many Events',
	description: 'Lists the events of this connection that nobody has acknowledged yet, without their contents.',
	covers: ['HR16'],
	effect: 'read',
	isList: true,
	input: z.object({}),
	output: hubriseEvent,
	request: () => ({ method: 'GET', path: '/callback/events' }),
	readings: { 200: hubriseItems(eventPayload, toEventItem) },
	pages: cursorPages(100, 'x-cursor-next'),
	samples: [
		{
			title: 'Two that wait',
			input: {},
			request: { method: 'GET', path: '/v1/callback/events' },
			response: { status: 200, body: [orderEventLine, deliveryEventLine] },
		},
	],
	antiSamples: [
		{ reason: 'A field that the step does not have', input: { order_id: '5dpm9' }, mentions: ['order_id'] },
	],
});

export const getEvent = action({
	resource: 'event',
	verb: 'get',
	title: 'Get Event',
	description: 'Reads one event that waits, with the states before and after it.',
	covers: ['HR17'],
	effect: 'read',
	input: z.object({ event_id: eventId() }),
	output: hubriseEvent,
	request: ({ event_id }) => ({ method: 'GET', path: `/callback/events/${encodeURIComponent(event_id)}` }),
	readings: { 200: hubriseItem(eventPayload, toEventItem), 404: eventNotFound },
	samples: [
		{
			title: 'By its ID',
			input: { event_id: orderEvent.id },
			request: { method: 'GET', path: `/v1/callback/events/${orderEvent.id}` },
			response: { status: 200, body: orderEvent },
		},
	],
	antiSamples: [{ reason: 'No ID', input: {}, mentions: ['Event ID'] }],
	responses: [
		{
			title: 'It was acknowledged before',
			input: { event_id: 'gone' },
			response: { status: 404, body: { error_type: 'not_found' } },
			expected: 'not_found',
		},
	],
});

/** HR18 returns no useful body. An event that no longer exists counts as acknowledged. */
const acknowledgedReading = (response: WireResponse, { event_id }: { event_id: string }) =>
	success([
		{
			id: event_id,
			carrier: 'hubrise',
			outcome: response.status === 404 ? 'already_done' : 'acknowledged',
			carrierData: {},
		},
	]);

export const acknowledgeEvent = action({
	resource: 'event',
	verb: 'acknowledge',
	title: 'Acknowledge Event',
	description: 'Takes an event off the list. No other step or trigger of this connection can read it any more.',
	covers: ['HR18'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({ event_id: eventId() }),
	output: outputItem(() => hubriseEvent.pick({ id: true, carrier: true, outcome: true, carrierData: true }).shape),
	request: ({ event_id }) => ({ method: 'DELETE', path: `/callback/events/${encodeURIComponent(event_id)}` }),
	readings: {
		200: acknowledgedReading,
		404: (response, input, facts) =>
			(isOwnNotFound(response) ? acknowledgedReading : eventNotFound)(response, input, facts),
	},
	samples: [
		{
			title: 'By its ID',
			input: { event_id: orderEvent.id },
			request: { method: 'DELETE', path: `/v1/callback/events/${orderEvent.id}` },
			response: { status: 200, body: {} },
		},
	],
	antiSamples: [{ reason: 'No ID', input: {}, mentions: ['Event ID'] }],
	responses: [
		{
			title: 'It was acknowledged before',
			input: { event_id: 'gone' },
			response: { status: 404, body: { error_type: 'not_found' } },
			expected: 'items',
		},
	],
});
