/** So many requests in so much time. */
export interface Rate {
	requests: number;
	perMs: number;
}

/** A polite beginning, where the carrier documents no limit: the pace then follows its answers. */
export interface LearnedPace extends Rate {
	/** The user's own bound. */
	mostPerSecond?: number;
}

/** The limits of a carrier that counts in windows. Each window starts on a round moment, such as the full hour. */
export interface Windows {
	windows: readonly Rate[];
	/** For requests that count twice: against all windows, and against these. */
	heavy?: readonly Rate[];
}

/** A pace is a token bucket: a burst of requests, then one for each token that returns. */
export type Limit = LearnedPace | Windows;

/**
 * Windows come from the carrier's documentation. A pace is our own courtesy and documents nothing about the carrier.
 */
export const isPublished = (limit: Limit): boolean => 'windows' in limit;

/** The limit under the bound that a user sets in the connection. A carrier's own limit always applies as well. */
export function boundedLimit(limit: Limit, mostPerSecond: number | undefined): Limit {
	if (mostPerSecond === undefined) return limit;
	if ('windows' in limit) return { ...limit, windows: [{ requests: mostPerSecond, perMs: 1_000 }, ...limit.windows] };
	const start = (limit.requests * 1_000) / limit.perMs;
	// Without the first burst, so that the bound holds in every second.
	return { requests: 1, perMs: 1_000 / Math.min(start, mostPerSecond), mostPerSecond };
}
