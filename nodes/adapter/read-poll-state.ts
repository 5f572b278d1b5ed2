import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';

import type { PollTrigger } from '../../shared/declare/trigger';
import { keyInState } from '../../shared/events/poll-row';
import type { PollState } from '../../shared/events/poll-state';
import { packSeen, unpackSeen, type StoredSeen } from '../../shared/events/stored-seen';
import { toJson } from './to-json';

/** A trigger's state in n8n's store, with the event and account it belongs to. */
export interface StoredPoll {
	of: string;
	state: Omit<PollState, 'seen'> & { seen: StoredSeen };
}

const stored = z.object({
	of: z.string(),
	state: z.object({
		since: z.number().nullable(),
		from: z.number().nullable(),
		// Up to 0.1, the fingerprint of each key.
		seen: z.union([z.record(z.string(), z.record(z.string(), z.string())), z.record(z.string(), z.string())]),
		failed: z.record(z.string(), z.number()).optional(),
		missing: z.record(z.string(), z.number()).optional(),
	}),
});

export const storedPoll = (of: string, state: PollState): StoredPoll => ({
	of,
	state: { ...state, seen: packSeen(state.seen) },
});

const isPacked = (seen: Record<string, string> | StoredSeen): seen is StoredSeen =>
	Object.values(seen).every((value) => typeof value !== 'string');

/**
 * The stored state for this event and account. Undefined if n8n's store is empty or holds another's state. Objects that
 * n8n reads from its database carry a hidden mark, so they are converted to plain JSON first.
 */
export function readPollState(staticData: IDataObject, of: string, trigger: PollTrigger): PollState | undefined {
	const parsed = stored.safeParse(toJson(staticData));
	if (!parsed.success || parsed.data.of !== of) return undefined;
	const { seen, ...state } = parsed.data.state;
	if (isPacked(seen)) return { ...state, seen: unpackSeen(seen) };
	const entries = Object.entries(seen).map(([key, fingerprint]) => [keyInState(trigger, key), fingerprint] as const);
	return { ...state, seen: Object.fromEntries(entries) };
}
