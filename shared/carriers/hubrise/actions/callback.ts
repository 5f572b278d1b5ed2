import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Item, Reading } from '../../../declare/facts';
import { success } from '../../../declare/failure';
import { choice, lines, url } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { byResource, callbackAnswer, callbackEvents, hubriseCallback, toCallbackItem } from '../callback';
import { taken, written } from '../written';

const CALLED = { url: 'https://n8n.example.com/webhook/hubrise', events: { order: ['create', 'update'] } };
const PASSIVE = { url: null, events: { order: ['create'], delivery: ['create', 'update'] } };
const NONE = { url: null, events: {} };

const held = gives(callbackAnswer, toCallbackItem);

interface Wanted {
	url?: string;
	events: readonly { event: string }[];
}

const bodyOf = ({ url, events }: Wanted) => ({ url: url ?? null, events: byResource(events.map(({ event }) => event)) });

export const getCallback = action({
	resource: 'callback',
	verb: 'get',
	title: 'Get Callback',
	does: 'Reads where HubRise sends the events of this connection, and which.',
	covers: ['HR13'],
	effect: 'read',
	input: z.object({}),
	output: hubriseCallback,
	request: () => ({ method: 'GET', path: '/callback' }),
	readings: { 200: held },
	samples: [
		{ title: 'An active one', input: {}, request: { method: 'GET', path: '/v1/callback' }, answer: { status: 200, body: CALLED } },
		{ title: 'A passive one', input: {}, request: { method: 'GET', path: '/v1/callback' }, answer: { status: 200, body: PASSIVE } },
		{ title: 'None', input: {}, request: { method: 'GET', path: '/v1/callback' }, answer: { status: 200, body: NONE } },
	],
	antiSamples: [{ why: 'A field that the step does not have', input: { url: 'https://n8n.example.com' }, names: ['url'] }],
});

export const setCallback = action({
	resource: 'callback',
	verb: 'set',
	title: 'Set Callback',
	does: 'Says where HubRise sends the events of this connection, and which. It replaces what was set before, also by a trigger.',
	covers: ['HR14'],
	effect: 'repeatable',
	input: z.object({
		url: url({
			label: 'URL',
			placeholder: 'https://n8n.example.com/webhook/hubrise',
			help: 'Address with https that HubRise calls. Left empty, HubRise keeps the events until they are read and acknowledged.',
			common: true,
		}).optional(),
		events: lines(
			{ event: choice(callbackEvents, { label: 'Event', help: 'What HubRise tells of. Nobody hears of what the same app did itself.' }) },
			{ label: 'Events', line: 'Event' },
			{ min: 1 },
		),
	}),
	output: hubriseCallback,
	request: (given) => ({ method: 'POST', path: '/callback', body: bodyOf(given) }),
	readings: taken(written(callbackAnswer, toCallbackItem, (given: Wanted) => ({ ...toCallbackItem(bodyOf(given)), carrierData: {} }))),
	samples: [
		{
			title: 'An active one',
			input: { url: CALLED.url, events: [{ event: 'order.create' }, { event: 'order.update' }] },
			request: { method: 'POST', path: '/v1/callback', body: CALLED },
			answer: { status: 200, body: CALLED },
		},
		{
			title: 'A passive one',
			input: { events: [{ event: 'order.create' }, { event: 'delivery.create' }, { event: 'delivery.update' }] },
			request: { method: 'POST', path: '/v1/callback', body: PASSIVE },
			answer: { status: 200, body: PASSIVE },
		},
	],
	antiSamples: [
		{ why: 'No event', input: { url: CALLED.url }, names: ['Events'] },
		{ why: 'An event that there is none of', input: { events: [{ event: 'order.delete' }] }, names: ['Event'] },
		{ why: 'No address', input: { url: 'n8n', events: [{ event: 'order.create' }] }, names: ['URL'] },
	],
});

/** HR15: its answer is not shown anywhere, so it is not read. */
const gone: Reading<unknown> = () => success<Item[]>([{ ...toCallbackItem(NONE), carrierData: {} }]);

export const removeCallback = action({
	resource: 'callback',
	verb: 'remove',
	title: 'Remove Callback',
	does: 'Stops the events of this connection, whoever receives them now. What nobody has read yet is lost.',
	covers: ['HR15'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({}),
	output: hubriseCallback,
	request: () => ({ method: 'DELETE', path: '/callback' }),
	readings: { 200: gone, 204: gone, 404: gone },
	samples: [{ title: 'Whatever was set', input: {}, request: { method: 'DELETE', path: '/v1/callback' }, answer: { status: 200, body: {} } }],
	antiSamples: [{ why: 'A field that the step does not have', input: { url: 'https://n8n.example.com' }, names: ['url'] }],
	answers: [{ title: 'There was none', input: {}, answer: { status: 404, body: { error_type: 'not_found' } }, comesTo: 'items' }],
});
