import type { Limit } from '../declare/limit';

/** How one exchange with a carrier went. */
export interface Exchange {
	/** What kind of request it was: a long list takes longer than a booking. */
	kind: string;
	/** When it went out; milliseconds since 1970. */
	sentAt: number;
	/** Milliseconds until its answer. */
	ms: number;
	/** How much of that was our own machine's doing, as far as it is known. */
	stalledMs?: number;
	/** The carrier wants fewer requests, or had no time to answer. */
	isRefused: boolean;
}

/** Answer times of one kind of request, in milliseconds. */
interface Latency {
	/** When the carrier is at ease. It follows a carrier that becomes slower for good, but slowly. */
	usual: number;
	/** The last few. */
	recent: number[];
}

/**
 * The pace at which a connection sends where its carrier publishes no limit. It begins politely, and grows while answers
 * come quickly. When the carrier shows strain, it halves, and then grows more slowly.
 */
export interface Pace {
	perSecond: number;
	/** Up to here every quick answer adds to the pace; beyond it the growth is spread over all answers. */
	easyUntil: number;
	latencies: Map<string, Latency>;
	/** Milliseconds an exchange takes on average. */
	latency: number;
	/** Answers to what was sent before say nothing about the halved pace. */
	halvedAt: number;
	/** When requests last had to wait for the pace: an unused one does not grow. */
	neededAt: number;
	usedAt: number;
}

/** Requests a second to begin with where the carrier's own limit holds: only the number of items at once follows it. */
const DEFAULT_START = 10;
/** No carrier of deliveries needs more from one shop. */
const MAX_PER_SECOND = 500;
/** Of the first pace: storms and slow days end, and a step has only so much time. */
const LEAST_SHARE = 0.2;
/** How much longer than usual an answer may take: some is our own machine's doing. */
const SLACK_FACTOR = 2;
const SLACK_MS = 100;
const SMOOTHING = 0.2;
/** A carrier with too much to do is slow for all; some slow answers among quick ones have another reason. */
const RECENT = 5;
const USUAL_GROWTH = 1.002;
/** Requests a second that a quick answer adds, until the carrier shows strain for the first time. */
const EASY_GROWTH = 2;
/** After such a pause the carrier may be another one: the pace begins anew. */
const IDLE_MS = 60_000;
const NEEDED_MS = 1_000;

export const startOf = (limit: Limit): number =>
	'windows' in limit ? DEFAULT_START : (limit.requests * 1_000) / limit.perMs;
const mostOf = (limit: Limit): number =>
	'windows' in limit
		? MAX_PER_SECOND
		: Math.max(startOf(limit), Math.min(MAX_PER_SECOND, limit.mostPerSecond ?? Infinity));

export const createPace = (limit: Limit, now: number): Pace => ({
	perSecond: startOf(limit),
	easyUntil: Infinity,
	latencies: new Map(),
	latency: 0,
	halvedAt: -Infinity,
	neededAt: -Infinity,
	usedAt: now,
});

/** A request goes out: after a long silence at the first pace again. */
export function use(pace: Pace, limit: Limit, now: number, hadToWait: boolean): void {
	if (now - pace.usedAt > IDLE_MS) Object.assign(pace, createPace(limit, now));
	pace.usedAt = now;
	if (hadToWait) pace.neededAt = now;
}

/** True while the answers of this kind take no longer than usual. */
function isQuick(pace: Pace, { kind, ms, stalledMs = 0 }: Exchange): boolean {
	const known = pace.latencies.get(kind);
	if (!known) {
		pace.latencies.set(kind, { usual: ms, recent: [ms] });
		return true;
	}
	known.usual = Math.min(known.usual * USUAL_GROWTH, ms);
	known.recent.push(ms - stalledMs);
	if (known.recent.length > RECENT) known.recent.shift();
	const slow = known.usual * SLACK_FACTOR + SLACK_MS;
	if (known.recent.length < RECENT || known.recent.some((each) => each <= slow)) return true;
	// The halved pace is judged by its own answers.
	known.recent = [];
	return false;
}

/** Learns from an exchange. */
export function learn(pace: Pace, limit: Limit, exchange: Exchange, now: number): void {
	pace.latency += (exchange.ms - pace.latency) * (pace.latency === 0 ? 1 : SMOOTHING);
	const isStrained = exchange.isRefused || !isQuick(pace, exchange);
	if (isStrained) {
		if (exchange.sentAt < pace.halvedAt) return;
		pace.perSecond = Math.max(startOf(limit) * LEAST_SHARE, pace.perSecond / 2);
		pace.easyUntil = pace.perSecond;
		pace.halvedAt = now;
	} else if (now - pace.neededAt <= NEEDED_MS) {
		const growth = pace.perSecond < pace.easyUntil ? EASY_GROWTH : startOf(limit) / pace.perSecond;
		pace.perSecond = Math.min(mostOf(limit), pace.perSecond + growth);
	}
}

/** More than the pace needs: while requests wait for their turn, the pace may grow. */
const HEADROOM = 1.5;

/** Requests on their way at once at which this pace is reached, with some to spare. */
export const inFlight = ({ perSecond, latency }: Pace): number =>
	Math.ceil((HEADROOM * perSecond * latency) / 1_000) + 2;
