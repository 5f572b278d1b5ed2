import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';

import type { InboxState } from '../../shared/events/inbox';
import { toJson } from './to-json';
import { deduplicatorState } from './webhook-deduplicator';

/** The state of an inbox trigger in n8n's store, with the event and account it belongs to. */
export interface StoredInbox {
	of: string;
	inbox: InboxState;
}

const stored = z.object({
	of: z.string(),
	inbox: z.object({
		retention: z.object({
			pollingMs: z.number(),
			polledAt: z.number(),
			emittedAt: z.record(z.string(), z.number()),
			failedReads: z.record(z.string(), z.number()).optional(),
		}),
		dedup: deduplicatorState,
	}),
});

/** Read plain, as in read-poll-state.ts: what n8n has read from its database carries a hidden mark on every object. */
export function readInboxState(staticData: IDataObject, of: string): InboxState | undefined {
	const parsed = stored.safeParse(toJson(staticData));
	return parsed.success && parsed.data.of === of ? parsed.data.inbox : undefined;
}
