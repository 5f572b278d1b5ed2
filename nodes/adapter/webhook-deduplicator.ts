import type { IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';

import type { WebhookEvent } from '../../shared/declare/trigger';
import { emptyDeduplicator, mergeStates, deduplicate } from '../../shared/events/deduplicator';
import { emittedEvents } from './process-state';

/** As n8n's store gives it back. */
export const deduplicatorState = z.object({
	emittedIds: z.array(z.string()),
	rankBySubject: z.array(z.tuple([z.string(), z.number()])),
	lastByState: z.array(z.tuple([z.string(), z.string(), z.number()])).default([]),
});

/** Emits each event once, and never moves a delivery back to an earlier stage. */
export function acceptOnce(host: IWebhookFunctions, event: WebhookEvent): boolean {
	const staticData = host.getWorkflowStaticData('node');
	const key = `${host.getWorkflow().id ?? ''}:${host.getNode().id}`;
	const parsed = deduplicatorState.safeParse(staticData.dedup);
	// n8n reads its store anew for each call, so two calls at the same moment would not see each other there. And it
	// holds some hundred events: a store of every event would be written with each of them.
	const stored = parsed.success ? parsed.data : emptyDeduplicator();
	const next = deduplicate(event, mergeStates(stored, emittedEvents.recall(key, event)), Date.now());
	if (!next) return false;
	emittedEvents.note(key, event, next);
	staticData.dedup = next;
	return true;
}
