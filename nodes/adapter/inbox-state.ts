import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';

import type { InboxState } from '../../shared/events/inbox';
import { plain } from './plain';
import { gateState } from './webhook-gate';

/** The state of a trigger that reads an inbox, in n8n's store, and what it is a state of. */
export interface StoredInbox {
	of: string;
	inbox: InboxState;
}

const stored = z.object({
	of: z.string(),
	inbox: z.object({ shelf: z.object({ awake: z.number(), lookedAt: z.number(), handed: z.record(z.string(), z.number()), vain: z.record(z.string(), z.number()).optional() }), gate: gateState }),
});

/** Read plain, as in poll-state.ts: what n8n has read from its database carries a hidden mark on every object. */
export function readInboxState(kept: IDataObject, of: string): InboxState | undefined {
	const parsed = stored.safeParse(plain(kept));
	return parsed.success && parsed.data.of === of ? parsed.data.inbox : undefined;
}
