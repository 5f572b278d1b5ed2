import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';

import type { PollState } from '../../shared/events/poll';
import { plain } from './plain';

/** A trigger's state in n8n's store, and what it is a state of. */
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
 * The state kept for this event and account; none where n8n's store holds another's, or nothing. What n8n has read from
 * its database carries a hidden mark on every object, which a record of texts must not meet.
 */
export function readPollState(kept: IDataObject, of: string): PollState | undefined {
	const parsed = stored.safeParse(plain(kept));
	return parsed.success && parsed.data.of === of ? parsed.data.state : undefined;
}
