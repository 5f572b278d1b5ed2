import type { IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';

import type { WebhookEvent } from '../../shared/declare/trigger';
import { emptyGate, pass, type GateState } from '../../shared/events/gate';

const stored = z.object({ told: z.array(z.string()), reached: z.array(z.tuple([z.string(), z.number()])) });

/**
 * n8n reads its store anew for each call, so two calls at the same moment would not see each other there.
 * What this process has let through is kept here as well.
 */
const here = new Map<string, GateState>();

function furthest(a: GateState, b: GateState): GateState {
	const reached = new Map(a.reached);
	for (const [subject, rank] of b.reached) reached.set(subject, Math.max(rank, reached.get(subject) ?? rank));
	return { told: [...new Set([...a.told, ...b.told])], reached: [...reached] };
}

/** Lets each event through once and never lets a delivery go back. */
export function letThrough(host: IWebhookFunctions, event: WebhookEvent): boolean {
	const kept = host.getWorkflowStaticData('node');
	const key = `${host.getWorkflow().id ?? ''}:${host.getNode().id}`;
	const parsed = stored.safeParse(kept.gate);
	const after = pass(event, furthest(parsed.success ? parsed.data : emptyGate(), here.get(key) ?? emptyGate()));
	if (!after) return false;
	here.set(key, after);
	kept.gate = after;
	return true;
}
