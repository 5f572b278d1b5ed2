import { dayOf } from '../../delivery/time';

export const DAY_MS = 24 * 3_600_000;
/** How long an order that never ends is followed. */
export const BACK_MS = 7 * DAY_MS;
/** Orders may be booked ahead, and DI6 does not say whether it lists them by their day or by the day they were made. */
export const AHEAD_MS = 31 * DAY_MS;

export interface Period {
	from: string;
	to: string;
}

/** Days in `zone` that hold whatever was made since `from` and may still be ahead. */
export const daysAround = (now: number, zone: string, from = now - AHEAD_MS): Period => ({ from: dayOf(from, zone), to: dayOf(now + AHEAD_MS, zone) });

/** The days in which a booking for `asked` shows up, by its day or by the day it was made: as long ago as it may be ahead. */
export const daysOfBooking = (now: number, asked: number, zone: string): Period => ({
	from: dayOf(now - AHEAD_MS, zone),
	to: dayOf(Math.max(now, asked) + DAY_MS, zone),
});

/** What a user left out: from today, for a month. */
export function filledPeriod(given: Partial<Period>, now: number, zone: string): Period {
	const today = dayOf(now, zone);
	const from = given.from ?? (given.to !== undefined && given.to < today ? given.to : today);
	const ahead = dayOf(now + AHEAD_MS, zone);
	return { from, to: given.to ?? (from > ahead ? from : ahead) };
}
