/**
 * How long events have been visible. Several triggers read one inbox without knowing of each other, so an emitted event
 * stays until the others had time to poll as well.
 */
export interface AckRetention {
	/** Milliseconds spent polling. A pause counts only in part, because other triggers may have paused as well. */
	pollingMs: number;
	/** Milliseconds since 1970. */
	polledAt: number;
	/** The value of `pollingMs` when an event was emitted, by its id. */
	emittedAt: Readonly<Record<string, number>>;
	/** Weight of the polls in which an event could not be read, by its id. */
	failedReads?: Readonly<Record<string, number>>;
}

/** Every trigger that polls more often than four times in this span sees every event. */
export const RETAIN_MS = 60 * 60_000;
const MAX_PAUSE_MS = RETAIN_MS / 4;
/**
 * At this weight an event counts as unreadable, so that it does not block the later ones of its subject for ever: five
 * definite failures, or sixty polls in which the carrier answered for its list and not for the event.
 */
const GIVE_UP_AT = 60;
const FAILED_READ_WEIGHT = { definite: 12, transient: 1 } as const;
/** For events that no trigger of ours has requested since. There may be no such trigger any more. */
export const UNCLAIMED_RETAIN_MS = 24 * RETAIN_MS;

export const emptyRetention = (now: number): AckRetention => ({ pollingMs: 0, polledAt: now, emittedAt: {} });

/** The retention at the start of a poll. Events that are no longer listed are dropped. */
export function atPoll(retention: AckRetention, listed: readonly string[], now: number): AckRetention {
	const pause = Math.min(Math.max(0, now - retention.polledAt), MAX_PAUSE_MS);
	const stillListed = (known: Readonly<Record<string, number>>) =>
		Object.fromEntries(
			listed.flatMap((id): [string, number][] => {
				const at = known[id];
				return at === undefined ? [] : [[id, at]];
			}),
		);
	return {
		pollingMs: retention.pollingMs + pause,
		polledAt: now,
		emittedAt: stillListed(retention.emittedAt),
		failedReads: stillListed(retention.failedReads ?? {}),
	};
}

export const withFailedRead = (
	retention: AckRetention,
	id: string,
	kind: keyof typeof FAILED_READ_WEIGHT,
): AckRetention => ({
	...retention,
	failedReads: {
		...retention.failedReads,
		[id]: (retention.failedReads?.[id] ?? 0) + FAILED_READ_WEIGHT[kind],
	},
});
export const isGivenUp = ({ failedReads }: AckRetention, id: string): boolean => (failedReads?.[id] ?? 0) >= GIVE_UP_AT;

export const isEmitted = ({ emittedAt }: AckRetention, id: string): boolean => emittedAt[id] !== undefined;

/** `forMs`: how long it is to stay. */
export function withEmitted(retention: AckRetention, id: string, forMs = RETAIN_MS): AckRetention {
	return { ...retention, emittedAt: { ...retention.emittedAt, [id]: retention.pollingMs + forMs - RETAIN_MS } };
}

/** May be acknowledged now. */
export const isDue = ({ pollingMs, emittedAt }: AckRetention, id: string): boolean => {
	const at = emittedAt[id];
	return at !== undefined && pollingMs - at >= RETAIN_MS;
};
