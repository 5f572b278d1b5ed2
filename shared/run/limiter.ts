/** Spaces out the requests of one credential: a full bucket may go at once, then one as each token returns. */
export interface Limiter {
	/** Waits until the next request may go; false where that is not before `until`, and then nothing was taken. */
	take(key: string, limit: { requests: number; perMs: number }, until?: number): Promise<boolean>;
	/** The carrier said to wait: nothing goes before that moment. */
	pause(key: string, until: number): void;
	/** May one more retry go? Retries draw on a purse that only successes fill, so that an outage is not met with a storm. */
	mayRetry(key: string): boolean;
	succeeded(key: string): void;
}

/** A purse of 500 and 5 a retry: a hundred retries in a row, then one for every five successes. */
const PURSE = 500;
const RETRY_COSTS = 5;

interface Bucket {
	tokens: number;
	at: number;
	closedUntil: number;
	purse: number;
}

export function createLimiter(clock: { now(): number; sleep(ms: number): Promise<void> }): Limiter {
	const buckets = new Map<string, Bucket>();
	const bucketOf = (key: string, tokens: number) => {
		const bucket = buckets.get(key) ?? { tokens, at: clock.now(), closedUntil: 0, purse: PURSE };
		buckets.set(key, bucket);
		return bucket;
	};
	return {
		async take(key, limit, until = Infinity) {
			const bucket = bucketOf(key, limit.requests);
			const now = clock.now();
			bucket.tokens = Math.min(limit.requests, bucket.tokens + ((now - bucket.at) * limit.requests) / limit.perMs);
			bucket.at = now;
			bucket.tokens -= 1;
			const turn = bucket.tokens < 0 ? now + (-bucket.tokens * limit.perMs) / limit.requests : now;
			for (;;) {
				// Asked again after every sleep: the carrier may have said "wait" meanwhile.
				const wait = Math.max(turn, bucket.closedUntil) - clock.now();
				if (wait <= 0) return true;
				const left = until - clock.now();
				if (left <= 0) break;
				await clock.sleep(Math.ceil(Math.min(wait, left)));
			}
			bucket.tokens += 1;
			return false;
		},
		pause(key, until) {
			const bucket = bucketOf(key, 1);
			bucket.closedUntil = Math.max(bucket.closedUntil, until);
		},
		mayRetry(key) {
			const bucket = bucketOf(key, 1);
			if (bucket.purse < RETRY_COSTS) return false;
			bucket.purse -= RETRY_COSTS;
			return true;
		},
		succeeded(key) {
			const bucket = bucketOf(key, 1);
			bucket.purse = Math.min(PURSE, bucket.purse + 1);
		},
	};
}
