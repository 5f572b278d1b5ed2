import type { INodeProperties } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import type { PollTrigger, WebhookTrigger } from '../../shared/declare/trigger';
import { downloadFiles } from './options';
import { byName, sentences } from './wording';

const triggersWhen = (when: string) => `Triggers when ${when}`;

const options = (show?: Record<string, string[]>): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	...(show ? { displayOptions: { show } } : {}),
	options: [{ ...downloadFiles }],
});

function filterOf({ id, filter }: PollTrigger): INodeProperties[] {
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
	const events = carrier.polls.map(({ id, title, when }) => ({ name: title, value: id, description: sentences(triggersWhen(when)) }));
	const first = carrier.polls[0]?.id ?? '';
	const withFiles = carrier.polls.filter((trigger) => trigger.files).map(({ id }) => id);
	return [
		{ displayName: 'Event', name: 'event', type: 'options', noDataExpression: true, options: events.sort(byName), default: first },
		...carrier.polls.flatMap(filterOf),
		...(withFiles.length > 0 ? [options({ event: withFiles })] : []),
	];
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The form of a webhook trigger: how to connect it at the carrier, and what it lets through. */
export function webhookProperties(trigger: WebhookTrigger): INodeProperties[] {
	const steps = trigger.directions.map((step) => `<li>${escaped(step)}</li>`).join('');
	return [
		{ displayName: `<ol>${steps}</ol>`, name: 'directions', type: 'notice', default: '' },
		{
			displayName: 'Events',
			name: 'events',
			type: 'multiOptions',
			options: trigger.events.map(({ label, value }) => ({ name: label, value })).sort(byName),
			default: [],
			description: 'Only these events. All of them where none is chosen.',
		},
		...(trigger.files ? [options()] : []),
	];
}
