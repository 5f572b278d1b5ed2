import { dayOf } from '../../delivery/time';

export const DAY_MS = 24 * 3_600_000;
/** How long an order that never ends is followed. */
export const BACK_MS = 7 * DAY_MS;
/**
 * How far ahead a driver can be booked here. DeliverIt states no limit, and a booking is found again only within the
 * days that are listed.
 */
export const AHEAD_MS = 31 * DAY_MS;

export interface Period {
	from: string;
	to: string;
}

/**
 * Days in `zone` that cover every order made since `from` and every order still ahead. DI6 does not document whether an
 * order belongs to its pick-up day or to the day it was made, so the period covers both. It depends only on the clock,
 * so a second booking of a reference searches the same period for any requested time.
 */
export const daysAround = (now: number, zone: string, from = now - AHEAD_MS): Period => ({
	from: dayOf(from, zone),
	// A proposal may lie past the day that was requested.
	to: dayOf(now + AHEAD_MS + DAY_MS, zone),
});

/** Default period: from today, for a month. */
export function withDefaultPeriod(period: Partial<Period>, now: number, zone: string): Period {
	const today = dayOf(now, zone);
	const from = period.from ?? (period.to !== undefined && period.to < today ? period.to : today);
	const latest = dayOf(now + AHEAD_MS, zone);
	return { from, to: period.to ?? (from > latest ? from : latest) };
}
