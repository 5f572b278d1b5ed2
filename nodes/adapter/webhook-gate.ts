import type { IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';

import type { WebhookEvent } from '../../shared/declare/trigger';
import { emptyGate, joined, pass, type GateState } from '../../shared/events/gate';

/** As n8n's store gives it back. */
export const gateState = z.object({
	told: z.array(z.string()),
	reached: z.array(z.tuple([z.string(), z.number()])),
	last: z.array(z.tuple([z.string(), z.string(), z.number()])).default([]),
});

/**
 * n8n reads its store anew for each call, so two calls at the same moment would not see each other there.
 * What this process has let through is kept here as well.
 */
const here = new Map<string, GateState>();

/** Lets each event through once and never lets a delivery go back. */
export function letThrough(host: IWebhookFunctions, event: WebhookEvent): boolean {
	const kept = host.getWorkflowStaticData('node');
	const key = `${host.getWorkflow().id ?? ''}:${host.getNode().id}`;
	const parsed = gateState.safeParse(kept.gate);
	const after = pass(event, joined(parsed.success ? parsed.data : emptyGate(), here.get(key) ?? emptyGate()), Date.now());
	if (!after) return false;
	here.set(key, after);
	kept.gate = after;
	return true;
}
