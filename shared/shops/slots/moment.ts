import { DateTime } from 'luxon';

import { clockText, readClock } from './clock';
import { readShopDay, readYearFirst } from './day';
import type { DayFormat } from './plugin';

/** The value of one field. `wall` is a local time, `YYYY-MM-DDTHH:mm`. */
export type Piece =
	| { kind: 'wall'; wall: string; day: string; utcDay: string }
	| { kind: 'day'; day: string; utcDay: string }
	| { kind: 'asap' }
	| { kind: 'ambiguous'; days: readonly [string, string] }
	| { kind: 'unreadable' };

const DAY = 'yyyy-MM-dd';
const WALL = "yyyy-MM-dd'T'HH:mm";
const UNREADABLE: Piece = { kind: 'unreadable' };

/** Plug-ins write 00:00 or 00:01 where no time was chosen. */
const isMidnight = (at: DateTime) => at.hour === 0 && at.minute <= 1;

function wallPiece(at: DateTime, utc: DateTime): Piece {
	const days = { day: at.toFormat(DAY), utcDay: utc.toFormat(DAY) };
	return isMidnight(at) ? { kind: 'day', ...days } : { kind: 'wall', wall: at.toFormat(WALL), ...days };
}

/** Midnight UTC that falls into the shop's small hours is a wall clock's midnight: no shop delivers then. */
function momentPiece(utc: DateTime, zone: string): Piece {
	const local = utc.setZone(zone);
	return isMidnight(utc) && local.hour < 4 ? wallPiece(utc, utc) : wallPiece(local, utc);
}

function epochPiece(text: string, zone: string, as: 'epoch' | 'wall_epoch'): Piece {
	const digits = /^\d{9,13}(?:\.0+)?$/.test(text) ? parseInt(text, 10) : NaN;
	const ms = digits > 99_999_999_999 ? digits : digits * 1000;
	const utc = DateTime.fromMillis(Number.isNaN(ms) ? -1 : ms, { zone: 'utc' });
	if (Number.isNaN(ms) || utc.year >= 2200) return UNREADABLE;
	if (as === 'epoch') return momentPiece(utc, zone);
	const local = utc.setZone(zone);
	return !isMidnight(utc) && isMidnight(local) ? wallPiece(local, utc) : wallPiece(utc, utc);
}

/**
 * An epoch in a field of the day, with nothing that shows whose clock it is. Milliseconds come from JavaScript, and are
 * UTC; seconds may be of a wall clock, so only their day is sure, and only at midnight.
 */
function unnamedEpoch(text: string, zone: string): Piece {
	if (/^\d{13}$/.test(text)) return epochPiece(text, zone, 'epoch');
	const piece = /^\d{10}$/.test(text) ? epochPiece(text, zone, 'wall_epoch') : UNREADABLE;
	return piece.kind === 'day' ? piece : UNREADABLE;
}

const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?(?:[.,]\d+)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** A day with its time, as ISO 8601 and databases write it. Without an offset it is the shop's own time. */
export function isoPiece(text: string, zone: string): Piece {
	const match = ISO.exec(text);
	if (!match) return UNREADABLE;
	const [, day = '', time = '', offset] = match;
	if (offset === undefined) {
		const wall = DateTime.fromISO(`${day}T${time}`, { zone: 'utc' });
		return wall.isValid ? wallPiece(wall, wall) : UNREADABLE;
	}
	const hours = offset.length === 3 ? `${offset}:00` : offset;
	const at = DateTime.fromISO(`${day}T${time}${hours}`, { zone: 'utc' });
	return at.isValid ? momentPiece(at, zone) : UNREADABLE;
}

/** "13.12.26": without this its first two numbers are a clock. */
const NUMBERED = /(?<!\d)\d{1,4}\s?([./-])\s?\d{1,2}\s?\1\s?\d{2,4}(?!\d)/;

/** Reads the value of a day field. */
export function dayPiece(text: string, as: DayFormat, zone: string, format: string | null): Piece {
	if (as === 'epoch' || as === 'wall_epoch') return epochPiece(text, zone, as);
	const epoch = as === 'shop' ? unnamedEpoch(text, zone) : UNREADABLE;
	if (epoch.kind !== 'unreadable') return epoch;
	const whole = isoPiece(text, zone);
	if (whole.kind !== 'unreadable') return whole;
	const read = as === 'ymd' ? readYearFirst(text) : readShopDay(text, format);
	if (read.kind === 'ambiguous') return read;
	const clock = readClock(text.replace(NUMBERED, ' '));
	if (read.kind === 'unreadable') return clock.kind === 'asap' ? { kind: 'asap' } : UNREADABLE;
	const days = { day: read.day, utcDay: read.day };
	return clock.kind === 'start' && clock.start > 1 && clock.start < 1440
		? { kind: 'wall', wall: `${read.day}T${clockText(clock.start)}`, ...days }
		: { kind: 'day', ...days };
}

/** YITH writes the hour as a wall clock's epoch in some versions. */
export const clockOfEpoch = (text: string): string | null =>
	/^\d{9,10}$/.test(text) ? DateTime.fromSeconds(Number(text), { zone: 'utc' }).toFormat('HH:mm') : null;
