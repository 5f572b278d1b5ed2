import { deduplicate } from '../../../shared/events/deduplicator';
import { pollInbox } from '../../../shared/events/inbox';
import { parsedBody } from '../../../shared/events/secret';
import { subscribe } from '../../../shared/events/subscribe';
import { success } from '../../../shared/declare/failure';
import type { WebhookTrigger } from '../../../shared/declare/trigger';
import { perform } from '../../../shared/run/perform';
import { eventPayload } from '../../../shared/carriers/hubrise/event';
import { toWebhookEvent } from '../../../shared/carriers/hubrise/event-mapping';
import { access, carrier, webhookTrigger } from './fixtures';

/** The parts of the event pipeline that a scenario may switch off. */
export interface EventPipeline {
	poll: typeof pollInbox;
	subscribe: typeof subscribe;
	read: WebhookTrigger['read'];
	deduplicate: typeof deduplicate;
}

export const correctPipeline: EventPipeline = { poll: pollInbox, subscribe, read: webhookTrigger().read, deduplicate };

/** Acknowledges events right after reading them, before they are handed over. */
const acknowledgeBeforeEmit: EventPipeline['poll'] = async (work, state, deadline, ports) => {
	const polled = await pollInbox(work, state, deadline, ports);
	if (!polled.ok || !state) return polled;
	const { action, input } = work.trigger.inbox.acknowledge;
	const newIds = Object.keys(polled.value.state.retention.emittedAt).filter(
		(id) => state.retention.emittedAt[id] === undefined,
	);
	for (const id of newIds) await perform({ carrier, action, access, values: input({ id }) }, ports);
	return polled;
};

/** Acknowledges with the next poll, even if another poller has not seen the event yet. */
const acknowledgeWithoutOthers: EventPipeline['poll'] = async (work, state, deadline, ports) =>
	await pollInbox(
		work,
		state && { ...state, retention: { ...state.retention, pollingMs: state.retention.pollingMs + 10 * 3_600_000 } },
		deadline,
		ports,
	);

/** Trusts every call. */
const skipSignatureCheck: EventPipeline['read'] = (call) =>
	success(toWebhookEvent(eventPayload.parse(parsedBody(call.body))));

export const brokenPipelines: Readonly<Record<string, { scenario: 'webhook' | 'polling'; pipeline: EventPipeline }>> = {
	'acknowledges before handing over': {
		scenario: 'polling',
		pipeline: { ...correctPipeline, poll: acknowledgeBeforeEmit },
	},
	'acknowledges before the other trigger has looked': {
		scenario: 'polling',
		pipeline: { ...correctPipeline, poll: acknowledgeWithoutOthers },
	},
	'writes over an address that is not its own': {
		scenario: 'webhook',
		pipeline: {
			...correctPipeline,
			subscribe: async (work, request, ports) => await subscribe(work, { ...request, replaceExisting: true }, ports),
		},
	},
	'takes over from somebody else while looking': {
		scenario: 'polling',
		pipeline: {
			...correctPipeline,
			poll: async (work, ...rest) => await pollInbox({ ...work, replaceExisting: true }, ...rest),
		},
	},
	'does not deduplicate': {
		scenario: 'webhook',
		pipeline: { ...correctPipeline, deduplicate: (_event, before) => before },
	},
	'checks no signature': { scenario: 'webhook', pipeline: { ...correctPipeline, read: skipSignatureCheck } },
};
