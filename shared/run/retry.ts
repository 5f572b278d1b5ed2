/** One call's time in all: Zapier ends a step at 30 s. */
export const CALL_BUDGET_MS = 25_000;
/** One request's time. A booking gets less, so that its look-up still fits the budget. */
export const REQUEST_TIMEOUT_MS = { read: 10_000, repeatable: 10_000, booking: 12_000 } as const;
/** With less time than this for its answer a booking is not sent: it would only end in doubt. */
export const LEAST_PATIENCE_MS = { read: 1, repeatable: 1, booking: 2_000 } as const;
export const MAX_ATTEMPTS = 4;
/** Carriers' lists may lag behind their bookings; a look-up is trusted only this long after a request. */
export const SETTLE_MS = 3_500;
/** Then every list shows whatever was booked in the same second, which is as close as some carriers tell it. */
export const SURE_MS = SETTLE_MS + 1_500;
/** Kept free at the end of the budget, so that a doubtful request can still be looked up. */
export const LOOKUP_RESERVE_MS = 6_000;
/** Between two look-ups after a doubtful request. */
export const LOOKUP_PAUSE_MS = 1_000;

const BASE_MS = 500;
const CAP_MS = 8_000;

/** Full jitter: anything from nothing to twice the last span, so that many clients do not come back at once. */
export function backoff(attempt: number, random: () => number): number {
	return Math.floor(random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt));
}

/** No carrier's limit is of more than a day; one that asks for years would shut its connection until the host is started anew. */
const LONGEST_WAIT_MS = 24 * 3_600_000;
const within = (ms: number): number => Math.min(Math.max(0, ms), LONGEST_WAIT_MS);

/** `Retry-After` in milliseconds: seconds, or an HTTP date. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
	if (header === undefined || header.trim() === '') return undefined;
	const seconds = Number(header);
	if (Number.isFinite(seconds)) return within(seconds * 1_000);
	const moment = Date.parse(header);
	return Number.isNaN(moment) ? undefined : within(moment - now);
}
