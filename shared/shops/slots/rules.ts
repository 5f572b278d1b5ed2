import { DateTime } from 'luxon';

import type { Slot } from '../../delivery/request';
import { inZone, toMoment } from '../../delivery/time';
import type { OpeningHours, SlotSettings } from './settings';

/** The order's own time. */
export type Wish =
	| { kind: 'window'; start: string; end: string | null; text: string }
	| { kind: 'day'; day: string; text: string }
	| { kind: 'asap'; day: string | null; text: string };

interface Moment {
	zone: string;
	now: number;
}

const MINUTE_MS = 60_000;

export const nextDay = (day: string): string =>
	DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');

const today = ({ zone, now }: Moment) => DateTime.fromMillis(now, { zone }).toFormat('yyyy-MM-dd');

/** The opening hours of a day as moments, or null where the shop is closed. */
function hoursOf(day: string, opening: OpeningHours | null, zone: string): { start: string; end: string } | null {
	const weekday = DateTime.fromISO(day, { zone: 'utc' }).weekday;
	const hours = opening?.[weekday];
	if (hours === undefined) return null;
	const start = toMoment(`${day} ${hours.from}`, zone);
	const end = toMoment(`${hours.to <= hours.from ? nextDay(day) : day} ${hours.to}`, zone);
	return start === undefined || end === undefined ? null : { start, end };
}

const after = (ms: number, minutes: number | null, zone: string) =>
	minutes === null ? null : inZone(ms + minutes * MINUTE_MS, zone);

function fromNow(minutes: number, settings: SlotSettings, { zone, now }: Moment) {
	// People plan in whole minutes.
	const start = Math.floor(now / MINUTE_MS + minutes) * MINUTE_MS;
	return { start: inZone(start, zone), end: after(start, settings.lengthMinutes, zone) };
}

/** The rest of today's hours, or the next day that has any. */
function nextOpening(opening: OpeningHours | null, moment: Moment): { start: string; end: string } | null {
	let day = today(moment);
	for (let ahead = 0; ahead < 8; ahead++) {
		const hours = hoursOf(day, opening, moment.zone);
		if (hours !== null && DateTime.fromISO(hours.end).toMillis() > moment.now) {
			const begun = DateTime.fromISO(hours.start).toMillis() <= moment.now;
			return begun ? { start: inZone(moment.now, moment.zone), end: hours.end } : hours;
		}
		day = nextDay(day);
	}
	return null;
}

function soon(
	wish: { day: string | null; text: string | null; source: string | null },
	settings: SlotSettings,
	moment: Moment,
): Slot {
	const { day, text, source } = wish;
	if (day !== null && day > today(moment)) {
		const hours = hoursOf(day, settings.opening, moment.zone);
		return hours === null ? { kind: 'asap', day, text, source } : { kind: 'window', ...hours, text, source };
	}
	if (settings.asapMinutes === null) return { kind: 'asap', day, text, source };
	return { kind: 'window', ...fromNow(settings.asapMinutes, settings, moment), text, source, isFromNow: true };
}

/** Fills in the parts an order leaves open, by the user's rules. Without a rule a part stays open. */
export function applyRules(wish: Wish | null, source: string | null, settings: SlotSettings, moment: Moment): Slot {
	if (wish === null) {
		const rule = settings.whenNone;
		if (rule.rule === 'asap')
			return { kind: 'window', ...fromNow(rule.minutes, settings, moment), text: null, source: null, isFromNow: true };
		const hours = rule.rule === 'next_opening' ? nextOpening(settings.opening, moment) : null;
		return hours === null ? { kind: 'none' } : { kind: 'window', ...hours, text: null, source: null, isFromNow: true };
	}
	if (wish.kind === 'asap') return soon({ ...wish, source }, settings, moment);
	if (wish.kind === 'day') {
		const hours = hoursOf(wish.day, settings.opening, moment.zone);
		return hours === null ? { ...wish, source } : { ...wish, kind: 'window', ...hours, source };
	}
	const end = wish.end ?? after(DateTime.fromISO(wish.start).toMillis(), settings.lengthMinutes, moment.zone);
	return { ...wish, end: end === null ? null : inZone(DateTime.fromISO(end).toMillis(), moment.zone), source };
}
