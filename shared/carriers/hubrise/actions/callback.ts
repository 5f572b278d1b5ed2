import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { success } from '../../../declare/failure';
import { choice, lines, url } from '../../../declare/field';
import { inOwnForm } from '../../../declare/own-form';
import { isOwnNotFound } from '../errors';
import { byResource, callbackResponse, callbackEvents, hubriseCallback, toCallbackItem } from '../callback';
import { writeReading } from '../write-responses';
import { hubriseItem } from '../read-response';

const ACTIVE_CALLBACK = { url: 'https://n8n.example.com/webhook/hubrise', events: { order: ['create', 'update'] } };
const PASSIVE_CALLBACK = { url: null, events: { order: ['create'], delivery: ['create', 'update'] } };
const NO_CALLBACK = { url: null, events: {} };

const callbackReading = hubriseItem(callbackResponse, toCallbackItem);

interface CallbackInput {
	url?: string;
	events: readonly { event: string }[];
}

const bodyOf = ({ url, events }: CallbackInput) => ({
	url: url ?? null,
	events: byResource(events.map(({ event }) => event)),
});

export const getCallback = action({
	resource: 'callback',
	verb: 'get',
	title: 'Get Callback',
	description: 'Reads where HubRise sends the events of this connection, and which.',
	covers: ['HR13'],
	effect: 'read',
	input: z.object({}),
	output: hubriseCallback,
	request: () => ({ method: 'GET', path: '/callback' }),
	readings: { 200: callbackReading },
	samples: [
		{
			title: 'An active one',
			input: {},
			request: { method: 'GET', path: '/v1/callback' },
			response: { status: 200, body: ACTIVE_CALLBACK },
		},
		{
			title: 'A passive one',
			input: {},
			request: { method: 'GET', path: '/v1/callback' },
			response: { status: 200, body: PASSIVE_CALLBACK },
		},
		{
			title: 'None',
			input: {},
			request: { method: 'GET', path: '/v1/callback' },
			response: { status: 200, body: NO_CALLBACK },
		},
	],
	antiSamples: [
		{ reason: 'A field that the step does not have', input: { url: 'https://n8n.example.com' }, mentions: ['url'] },
	],
});

export const setCallback = action({
	resource: 'callback',
	verb: 'set',
	title: 'Set Callback',
	description:
		'Says where HubRise sends the events of this connection, and which. It replaces what was set before, also by a trigger.',
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
			{
				event: choice(callbackEvents, {
					label: 'Event',
					help: 'Events that HubRise sends. An app gets no events about its own changes.',
				}),
			},
			{ label: 'Events', line: 'Event' },
			{ min: 1 },
		),
	}),
	output: hubriseCallback,
	request: (input) => ({ method: 'POST', path: '/callback', body: bodyOf(input) }),
	readings: {
		200: writeReading(callbackResponse, toCallbackItem, (input: CallbackInput) => ({
			...toCallbackItem(bodyOf(input)),
			carrierData: {},
		})),
	},
	samples: [
		{
			title: 'An active one',
			input: { url: ACTIVE_CALLBACK.url, events: [{ event: 'order.create' }, { event: 'order.update' }] },
			request: { method: 'POST', path: '/v1/callback', body: ACTIVE_CALLBACK },
			response: { status: 200, body: ACTIVE_CALLBACK },
		},
		{
			title: 'A passive one',
			input: { events: [{ event: 'order.create' }, { event: 'delivery.create' }, { event: 'delivery.update' }] },
			request: { method: 'POST', path: '/v1/callback', body: PASSIVE_CALLBACK },
			response: { status: 200, body: PASSIVE_CALLBACK },
		},
	],
	antiSamples: [
		{ reason: 'No event', input: { url: ACTIVE_CALLBACK.url }, mentions: ['Events'] },
		{ reason: 'An event that does not exist', input: { events: [{ event: 'order.delete' }] }, mentions: ['Event'] },
		{ reason: 'No address', input: { url: 'n8n', events: [{ event: 'order.create' }] }, mentions: ['URL'] },
	],
});

/** HR15: its answer is not shown anywhere, so it is not read. */
const removedReading = () => success([{ ...toCallbackItem(NO_CALLBACK), carrierData: {} }]);

export const removeCallback = action({
	resource: 'callback',
	verb: 'remove',
	title: 'Remove Callback',
	description: 'Stops the events of this connection, whoever receives them now. What nobody has read yet is lost.',
	covers: ['HR15'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({}),
	output: hubriseCallback,
	request: () => ({ method: 'DELETE', path: '/callback' }),
	readings: { 200: removedReading, 404: inOwnForm(isOwnNotFound, removedReading) },
	samples: [
		{
			title: 'Stops the events',
			input: {},
			request: { method: 'DELETE', path: '/v1/callback' },
			response: { status: 200, body: {} },
		},
	],
	antiSamples: [
		{ reason: 'A field that the step does not have', input: { url: 'https://n8n.example.com' }, mentions: ['url'] },
	],
	responses: [
		{
			title: 'There was none',
			input: {},
			response: { status: 404, body: { error_type: 'not_found' } },
			expected: 'items',
		},
	],
});
