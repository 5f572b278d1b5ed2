import type { Limit } from '../declare/limit';

/** One call's time in all: Zapier ends a step at 30 s. */
export const CALL_BUDGET_MS = 25_000;
/** One request's time. A booking gets less, so that its look-up still fits the budget. */
export const REQUEST_TIMEOUT_MS = { read: 10_000, repeatable: 10_000, booking: 12_000 } as const;
/** With less time than this for its response a booking is not sent, because its outcome would be unknown. */
export const MIN_RESPONSE_TIME_MS = { read: 1, repeatable: 1, booking: 2_000 } as const;
export const MAX_ATTEMPTS = 4;
/** Requests of a booking without a clear answer, after which the step sends no more. */
export const MAX_DOUBTS = 2;
/** Carriers' lists may lag behind their bookings; a look-up is trusted only this long after a request. */
export const SETTLE_MS = 3_500;
/** After this time every list shows all bookings of the same second, which is the precision of some carriers' times. */
export const DUPLICATE_SETTLE_MS = SETTLE_MS + 1_500;
/** Reserved at the end of the budget, so that a request with an unknown outcome can still be looked up. */
export const LOOKUP_RESERVE_MS = 6_000;
/** Between two look-ups after a request with an unknown outcome. */
export const LOOKUP_PAUSE_MS = 1_000;

const BASE_MS = 500;
const CAP_MS = 8_000;

/** Full jitter: a random wait below a limit that doubles each time, so that clients do not come back all at once. */
export function backoff(attempt: number, random: () => number): number {
	return Math.floor(random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt));
}

const MINUTE_MS = 60_000;

/**
 * A longer wait is not believed: one wrong header would shut a healthy carrier for a day. After this time a request
 * goes out and shows whether the carrier still wants the wait.
 */
export const PROBE_AFTER_MS = 5 * MINUTE_MS;

function duration(ms: number): string {
	const minutes = Math.ceil(ms / MINUTE_MS);
	const hours = Math.ceil(minutes / 60);
	if (minutes <= 90) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
	return hours <= 36 ? `${hours} hours` : 'more than a day';
}

/** When to run the step again, if the wait is longer than a moment. */
export function waitAdvice(ms: number | undefined): { advice?: string } {
	if (ms === undefined || ms <= MINUTE_MS) return {};
	return { advice: `Run the step again in ${duration(ms)}. Nothing was booked by this call.` };
}

/** `Retry-After` in milliseconds, as the carrier wrote it: seconds, or an HTTP date. */
function requestedWait(header: string | undefined, now: number): number | undefined {
	if (header === undefined || header.trim() === '') return undefined;
	const seconds = Number(header);
	const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now;
	return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** `Retry-After` in milliseconds, as far as it is believed. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
	const wait = requestedWait(header, now);
	return wait === undefined ? undefined : Math.min(wait, PROBE_AFTER_MS);
}

/** A carrier that counts in windows and gives no time has room again in its next one, the shortest of them. */
export function nextWindow(limit: Limit, now: number): number | undefined {
	if (!('windows' in limit)) return undefined;
	const perMs = Math.min(...limit.windows.map((window) => window.perMs));
	return perMs - (now % perMs);
}

/** Reports a wait that is not believed, in words that follow a message. */
export function longWait(header: string | undefined, now: number): string {
	const wait = requestedWait(header, now) ?? 0;
	return wait <= PROBE_AFTER_MS ? '' : `, and asks for a pause of ${duration(wait)}`;
}
