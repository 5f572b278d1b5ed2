import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';

import type { PollState } from '../../shared/events/poll-state';
import { toJson } from './to-json';

/** A trigger's state in n8n's store, with the event and account it belongs to. */
export interface StoredPoll {
	of: string;
	state: PollState;
}

const stored = z.object({
	of: z.string(),
	state: z.object({
		since: z.number().nullable(),
		from: z.number().nullable(),
		seen: z.record(z.string(), z.string()),
		failed: z.record(z.string(), z.number()).optional(),
		missing: z.record(z.string(), z.number()).optional(),
	}),
});

/**
 * The stored state for this event and account. Undefined if n8n's store is empty or holds another's state. Objects that
 * n8n reads from its database carry a hidden mark, so they are converted to plain JSON first.
 */
export function readPollState(staticData: IDataObject, of: string): PollState | undefined {
	const parsed = stored.safeParse(toJson(staticData));
	return parsed.success && parsed.data.of === of ? parsed.data.state : undefined;
}
