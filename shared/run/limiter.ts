/** Spaces out the requests of one credential: a full bucket may go at once, then one as each token returns. */
export interface Limiter {
	/** Waits until the next request may go. */
	take(key: string, limit: { requests: number; perMs: number }): Promise<void>;
	/** The carrier said to wait: nothing goes before that moment. */
	pause(key: string, until: number): void;
}

interface Bucket {
	tokens: number;
	at: number;
	closedUntil: number;
}

export function createLimiter(clock: { now(): number; sleep(ms: number): Promise<void> }): Limiter {
	const buckets = new Map<string, Bucket>();
	const bucketOf = (key: string, tokens: number) => {
		const bucket = buckets.get(key) ?? { tokens, at: clock.now(), closedUntil: 0 };
		buckets.set(key, bucket);
		return bucket;
	};
	return {
		async take(key, limit) {
			const bucket = bucketOf(key, limit.requests);
			const now = clock.now();
			bucket.tokens = Math.min(limit.requests, bucket.tokens + ((now - bucket.at) * limit.requests) / limit.perMs);
			bucket.at = now;
			bucket.tokens -= 1;
			const refill = bucket.tokens < 0 ? (-bucket.tokens * limit.perMs) / limit.requests : 0;
			const wait = Math.max(refill, bucket.closedUntil - now);
			if (wait > 0) await clock.sleep(Math.ceil(wait));
		},
		pause(key, until) {
			const bucket = bucketOf(key, 1);
			bucket.closedUntil = Math.max(bucket.closedUntil, until);
		},
	};
}
