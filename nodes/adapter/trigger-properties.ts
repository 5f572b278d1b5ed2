import type { INodeProperties } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import type { PollingTrigger, WebhookTrigger } from '../../shared/declare/trigger';
import { downloadFiles } from './options';
import { actionLabel, byDisplayName, byName, sentences } from './wording';

const triggersWhen = (when: string) => `Triggers when ${when}`;

const replaceExisting: INodeProperties = {
	displayName: 'Replace Existing Webhook',
	name: 'replaceExisting',
	type: 'boolean',
	default: false,
	description:
		'Whether to move the events here even if they go somewhere else now. What receives them today then gets none.',
};

/** Nothing where there is nothing to choose. */
const options = (choices: readonly INodeProperties[], show?: Record<string, string[]>): INodeProperties[] =>
	choices.length === 0 ? [] : [optionsCollection(choices, show)];

const optionsCollection = (choices: readonly INodeProperties[], show?: Record<string, string[]>): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	...(show ? { displayOptions: { show } } : {}),
	options: choices.map((choice) => ({ ...choice })).sort(byDisplayName),
});

function filterOf({ id, filter }: PollingTrigger): INodeProperties[] {
	if (!filter) return [];
	return [
		{
			displayName: filter.label,
			name: 'only',
			type: 'multiOptions',
			displayOptions: { show: { event: [id] } },
			options: filter.options.map(({ label, value }) => ({ name: label, value })).sort(byName),
			default: [],
			description: sentences(filter.help),
		},
	];
}

/** The form of a carrier's polling trigger. */
export function pollProperties(carrier: Carrier): INodeProperties[] {
	const events = carrier.pollingTriggers.map(({ id, title, when }) => ({
		name: title,
		value: id,
		action: actionLabel(title),
		description: sentences(triggersWhen(when)),
	}));
	const first = carrier.pollingTriggers[0]?.id ?? '';
	const showing = (matches: (trigger: PollingTrigger) => boolean) => {
		const event = carrier.pollingTriggers.filter(matches).map(({ id }) => id);
		return event.length > 0 ? { event } : undefined;
	};
	const withFiles = showing(({ kind, files }) => kind === 'poll' && files !== undefined);
	const ofInbox = showing(({ kind }) => kind === 'inbox');
	return [
		{
			displayName: 'Event',
			name: 'event',
			type: 'options',
			noDataExpression: true,
			options: events.sort(byName),
			default: first,
		},
		...carrier.pollingTriggers.flatMap(filterOf),
		...(withFiles ? options([downloadFiles], withFiles) : []),
		...(ofInbox ? options([replaceExisting], ofInbox) : []),
	];
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** As n8n's panel calls them. */
const words = { address: 'the Production URL, under Webhook URLs above', connection: 'credential' };

const whilePublished =
	'The Production URL answers while the workflow is published, and the Test URL while n8n listens for a test event.';

/** The numbers are written out, so that they do not depend on how n8n's notices show a list. */
function directionsOf({ setupSteps, subscription }: WebhookTrigger): string {
	const steps = setupSteps(words).map(escaped);
	return subscription
		? steps.join('<br><br>')
		: [...steps.map((step, at) => `${at + 1}. ${step}`), whilePublished].join('<br><br>');
}

/** The form of a webhook trigger: how to connect it at the carrier, and its event filter. */
export function webhookProperties(trigger: WebhookTrigger): INodeProperties[] {
	return [
		{ displayName: directionsOf(trigger), name: 'directions', type: 'notice', default: '' },
		{
			displayName: 'Events',
			name: 'events',
			type: 'multiOptions',
			options: trigger.events.map(({ label, value }) => ({ name: label, value })).sort(byName),
			default: [],
			description: 'Only these events. All of them where none is chosen.',
		},
		...options([...(trigger.files ? [downloadFiles] : []), ...(trigger.subscription ? [replaceExisting] : [])]),
	];
}
