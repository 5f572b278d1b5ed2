import type { Limit, Rate } from '../declare/limit';
import { createPace, inFlight, learn, use, type Exchange, type Pace } from './pace';

/** Spaces out the requests of one connection, in the order in which they came. */
export interface Limiter {
	/**
	 * Waits until the next request may go; false where that is not before `until`, and then nothing was taken.
	 * A heavy request has a queue of its own, so that the others need not wait for it.
	 */
	take(key: string, limit: Limit, until?: number, heavy?: boolean): Promise<boolean>;
	/** Milliseconds until a request could be sent, if it were made now. */
	wait(key: string, limit: Limit, heavy?: boolean): number;
	/** The carrier requested a wait: nothing is sent before that moment. */
	pause(key: string, until: number): void;
	/** Milliseconds that are left of a wait that the carrier requested. */
	pausedFor(key: string): number;
	/**
	 * May one more retry be sent? Retries use a budget that only successes refill, so that an outage does not cause a
	 * storm of retries. Reads and writes have one each: a list that can be read does not show that bookings are taken.
	 */
	mayRetry(key: string, kind: RequestKind): boolean;
	succeeded(key: string, kind: RequestKind): void;
	/** How an exchange went. The pace of a carrier that publishes no limit follows it. */
	learn(key: string, limit: Limit, exchange: Exchange): void;
	/** How many items a batch should work on at once, so that the pace is reached and nobody waits in vain. */
	itemsAtOnce(key: string, limit: Limit): number;
}

export type RequestKind = 'read' | 'write';

const FEWEST_AT_ONCE = 3;
const MOST_AT_ONCE = 32;
/** A burst after a pause: what the pace allows in this time. */
const BURST_MS = 100;

/** A budget of 500 at 5 a retry: a hundred retries in a row, then one for every five successes. */
const RETRY_BUDGET = 500;
const RETRY_COST = 5;

interface Waiter {
	until: number;
	heavy: boolean;
}

interface Bucket {
	tokens: number;
	refilledAt: number;
	/** Requests by window: when it began, and how many went in it. */
	counts: Map<string, { start: number; count: number }>;
	/** Undefined until a limit is known. */
	pace: Pace | undefined;
	/** Two queues, each in order. */
	waiting: Waiter[];
	pausedUntil: number;
	retryBudget: Record<RequestKind, number>;
	/** The clock as it was last read. */
	readAt: number;
	/** When the process woke too late from a wait, and by how much. */
	stalls: Stall[];
}

/** A process that wakes late was busy itself, or its machine was. Milliseconds. */
interface Stall {
	at: number;
	ms: number;
}

/** Timers are this exact anyway. */
const LEAST_STALL_MS = 20;
/** Longer than any exchange takes. */
const STALLS_COUNT_MS = 30_000;

function noteStall(bucket: Bucket, due: number, now: number): void {
	if (now - due < LEAST_STALL_MS) return;
	bucket.stalls = bucket.stalls.filter(({ at }) => now - at < STALLS_COUNT_MS);
	bucket.stalls.push({ at: now, ms: now - due });
}

/** What of an exchange's time was our own machine's doing: a busy one must not pass for a carrier that shows strain. */
const stallOf = ({ stalls }: Bucket, { sentAt }: Exchange): number =>
	stalls.reduce((longest, { at, ms }) => (at >= sentAt ? Math.max(longest, ms) : longest), 0);

/**
 * When the clock is set back, the bucket's times move with it. Otherwise nothing could be sent until the clock catches
 * up.
 */
function readClock(bucket: Bucket, clock: { now(): number }): number {
	const now = clock.now();
	const back = Math.max(0, bucket.readAt - now);
	bucket.refilledAt -= back;
	bucket.pausedUntil -= back;
	bucket.readAt = now;
	return now;
}

const windowsOf = (limit: Limit, heavy: boolean): [string, Rate][] => {
	if (!('windows' in limit)) return [];
	const named = (what: string, rates: readonly Rate[]) =>
		rates.map((rate): [string, Rate] => [`${what} ${rate.perMs}`, rate]);
	return [...named('all', limit.windows), ...(heavy ? named('heavy', limit.heavy ?? []) : [])];
};

const paceOf = (bucket: Bucket, limit: Limit, now: number): Pace => (bucket.pace ??= createPace(limit, now));

function refilled(bucket: Bucket, limit: Rate, now: number): number {
	const { perSecond } = paceOf(bucket, limit, now);
	const burst = Math.max(limit.requests, (perSecond * BURST_MS) / 1_000);
	return Math.min(burst, bucket.tokens + ((now - bucket.refilledAt) * perSecond) / 1_000);
}

/**
 * The earliest time for a request behind so many others, under the carrier's limit. A window starts on a round moment,
 * such as the full minute.
 */
function turnAt(bucket: Bucket, limit: Limit, { heavy }: Pick<Waiter, 'heavy'>, ahead: number, now: number): number {
	if (!('windows' in limit))
		return now + (Math.max(0, 1 + ahead - refilled(bucket, limit, now)) * 1_000) / paceOf(bucket, limit, now).perSecond;
	const full = windowsOf(limit, heavy).filter(([name, { requests, perMs }]) => {
		const windowCount = bucket.counts.get(name);
		return (
			windowCount !== undefined &&
			windowCount.start === Math.floor(now / perMs) * perMs &&
			windowCount.count >= requests
		);
	});
	return Math.max(now, ...full.map(([, { perMs }]) => (Math.floor(now / perMs) + 1) * perMs));
}

function count(bucket: Bucket, limit: Limit, heavy: boolean, now: number): void {
	if (!('windows' in limit)) {
		bucket.tokens = refilled(bucket, limit, now) - 1;
		bucket.refilledAt = now;
	}
	for (const [name, { perMs }] of windowsOf(limit, heavy)) {
		const start = Math.floor(now / perMs) * perMs;
		const windowCount = bucket.counts.get(name);
		bucket.counts.set(name, { start, count: windowCount?.start === start ? windowCount.count + 1 : 1 });
	}
}

/** No carrier's window is longer than a day, so an older bucket counts nothing any more. */
const FORGET_MS = 25 * 3_600_000;

export function createLimiter(clock: { now(): number; sleep(ms: number): Promise<void> }): Limiter {
	const buckets = new Map<string, Bucket>();
	const forgetIdle = () => {
		for (const [key, { waiting, readAt }] of buckets)
			if (waiting.length === 0 && clock.now() - readAt > FORGET_MS) buckets.delete(key);
	};
	const bucketOf = (key: string): Bucket => {
		if (!buckets.has(key)) forgetIdle();
		const bucket = buckets.get(key) ?? {
			tokens: Infinity,
			refilledAt: clock.now(),
			counts: new Map(),
			pace: undefined,
			waiting: [],
			pausedUntil: 0,
			retryBudget: { read: RETRY_BUDGET, write: RETRY_BUDGET },
			readAt: clock.now(),
			stalls: [],
		};
		buckets.set(key, bucket);
		return bucket;
	};
	return {
		async take(key, limit, until = Infinity, heavy = false) {
			const bucket = bucketOf(key);
			const own: Waiter = { until, heavy };
			bucket.waiting.push(own);
			let hadToWait = false;
			try {
				for (;;) {
					// Check again after every sleep: the carrier may have requested a wait meanwhile, or an earlier
					// request may have given up.
					const now = readClock(bucket, clock);
					const ahead = bucket.waiting.slice(0, bucket.waiting.indexOf(own)).filter((each) => each.heavy === heavy);
					const turn = Math.max(bucket.pausedUntil, turnAt(bucket, limit, own, ahead.length, now));
					if (ahead.length === 0 && turn <= now) {
						use(paceOf(bucket, limit, now), limit, now, hadToWait || bucket.tokens < 2);
						count(bucket, limit, heavy, now);
						return true;
					}
					hadToWait = true;
					if (until <= now) return false;
					const wait = Math.max(1, Math.ceil(Math.min(turn, until, ...ahead.map((each) => each.until)) - now));
					await clock.sleep(wait);
					noteStall(bucket, now + wait, clock.now());
				}
			} finally {
				bucket.waiting.splice(bucket.waiting.indexOf(own), 1);
			}
		},
		wait(key, limit, heavy = false) {
			const bucket = bucketOf(key);
			const now = readClock(bucket, clock);
			return Math.max(0, Math.ceil(Math.max(bucket.pausedUntil, turnAt(bucket, limit, { heavy }, 0, now)) - now));
		},
		pause(key, until) {
			const bucket = bucketOf(key);
			readClock(bucket, clock);
			bucket.pausedUntil = Math.max(bucket.pausedUntil, until);
		},
		pausedFor(key) {
			const bucket = bucketOf(key);
			return Math.max(0, bucket.pausedUntil - readClock(bucket, clock));
		},
		mayRetry(key, kind) {
			const { retryBudget } = bucketOf(key);
			if (retryBudget[kind] < RETRY_COST) return false;
			retryBudget[kind] -= RETRY_COST;
			return true;
		},
		succeeded(key, kind) {
			const { retryBudget } = bucketOf(key);
			retryBudget[kind] = Math.min(RETRY_BUDGET, retryBudget[kind] + 1);
		},
		learn(key, limit, exchange) {
			const bucket = bucketOf(key);
			const now = readClock(bucket, clock);
			learn(paceOf(bucket, limit, now), limit, { ...exchange, stalledMs: stallOf(bucket, exchange) }, now);
		},
		itemsAtOnce(key, limit) {
			const bucket = bucketOf(key);
			const wanted = inFlight(paceOf(bucket, limit, readClock(bucket, clock)));
			return Math.min(MOST_AT_ONCE, Math.max(FEWEST_AT_ONCE, wanted));
		},
	};
}
