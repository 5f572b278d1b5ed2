import { DateTime, IANAZone } from 'luxon';

import { asciiDigits } from './clean-text';
import { isoClock, readClock } from './clock-time';
import { plainMillis, plainMoment } from './plain-moment';
import { atLocalTime, formatOffset, localTime } from './zone-offset';

/** Longer than any date and time. */
const LONGEST = 60;
/** "14:00:00-05" has an offset; "10:00-12" is a slot, and no moment. */
const DAY_AND_TIME =
	/^(\d{4}-\d{2}-\d{2})(?:[T\s]\s*|,\s*)(\S.*?)\s*(z|utc|gmt|\+\d{1,2}|(?<=:\d{2}(?::|\.)\d[\d.,]*\s*)-\d{2}|[+-]\d{2}:?\d{2})?$/i;

/** "20261125T140000Z", "2026/11/25 14:00", "…+01:00[Europe/Paris]": ISO 8601 in its other forms, and near to it. */
const usual = (text: string): string =>
	text
		.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/i, '$1-$2-$3T$4:$5')
		.replace(/^([\d-]{10}T\d\d:\d\d)(?=\d\d)/i, '$1:')
		.replace(/^(\d{4})([/.])(\d\d)\2(\d\d)(?!\d)/, '$1-$3-$4')
		.replace(/(z|[+-]\d\d:?\d\d)\[[\w/+-]+\]$/i, '$1');

interface Written {
	day: string;
	clock: string;
	offset?: string;
}

/** A day and a time of day as separate values. Undefined if either is missing. */
function written(value: string): Written | undefined {
	const [, day, time = '', offset] = value.length > LONGEST ? [] : (DAY_AND_TIME.exec(usual(asciiDigits(value))) ?? []);
	const clock = readClock(time);
	if (day === undefined || clock === undefined) return undefined;
	if (offset === undefined) return { day, clock: isoClock(clock) };
	const [, sign = '+', hours, minutes = '00'] = /^([+-])(\d{1,2}?):?(\d{2})?$/.exec(offset) ?? [];
	return {
		day,
		clock: isoClock(clock),
		offset: hours === undefined ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`,
	};
}

/**
 * A point in time as ISO 8601 with offset and milliseconds. A given offset is preserved; a time without one is local to
 * `zone`. Undefined for an invalid time, and for a local time that a clock change skips. For a local time that happens
 * twice, the first is used.
 */
export function toMoment(value: string, zone: string): string | undefined {
	return plainMoment(value) ?? momentOf(value, zone);
}

function momentOf(value: string, zone: string): string | undefined {
	const found = written(value);
	if (found === undefined) return undefined;
	if (found.offset === undefined && isDay(found.day) && !found.clock.startsWith('24')) {
		const local = atLocalTime(`${found.day}T${found.clock}`, zone);
		if (local) return `${found.day}T${found.clock}${formatOffset(local.offset)}`;
	}
	const iso8601 = `${found.day}T${found.clock}`;
	if (found.offset !== undefined) {
		const parsed = DateTime.fromISO(`${iso8601}${found.offset}`, { setZone: true });
		return parsed.isValid ? iso(parsed) : undefined;
	}
	const parsed = DateTime.fromISO(iso8601, { zone });
	return parsed.isValid && !isMoved(parsed, found) ? iso(earlier(parsed)) : undefined;
}

/** A day that the calendar has: `Date.parse` makes a March of the 30th of February. */
const isDay = (day: string) => !Number.isNaN(plainMillis(`${day}T00:00:00Z`));

/** A time that a clock change skips comes out as another one. 24:00 is the next day's first moment. */
const isMoved = (parsed: DateTime, { clock }: Written) =>
	parsed.toFormat('HH:mm') !== clock.slice(0, 5).replace(/^24/, '00');

/** Does the text name a time that a clock change in `zone` skips? */
export function isSkipped(value: string, zone: string): boolean {
	const found = written(value);
	if (found === undefined || found.offset !== undefined) return false;
	const parsed = DateTime.fromISO(`${found.day}T${found.clock}`, { zone });
	return parsed.isValid && isMoved(parsed, found);
}

/** The first of the two moments that share a wall time when clocks go back. */
function earlier(moment: DateTime): DateTime {
	const hourBefore = moment.minus({ hours: 1 });
	return hourBefore.toFormat('yyyy-MM-dd HH:mm') === moment.toFormat('yyyy-MM-dd HH:mm') ? hourBefore : moment;
}

function iso(moment: DateTime): string {
	return moment.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZZ");
}

/** Is it the name of a time zone, such as Europe/Paris? */
export const isZone = (name: string): boolean => IANAZone.create(name).isValid;

/** Milliseconds since 1970. The text must have passed `toMoment`. */
export function millis(moment: string): number {
	const plain = plainMillis(moment);
	return Number.isNaN(plain) ? DateTime.fromISO(moment).toMillis() : plain;
}

/** The latest of the given moments, in milliseconds since 1970; 0 if there are none. */
export function latest(...moments: readonly unknown[]): number {
	let last = 0;
	for (const moment of moments) if (typeof moment === 'string') last = Math.max(last, millis(moment));
	return last;
}

/** ISO 8601 in the zone's own offset. */
export function inZone(ms: number, zone: string): string {
	const local = localTime(ms, zone);
	return local ? `${local.text}${formatOffset(local.offset)}` : iso(DateTime.fromMillis(ms, { zone }));
}

/** The calendar day, `YYYY-MM-DD`. */
export function dayOf(ms: number, zone: string): string {
	return localTime(ms, zone)?.text.slice(0, 10) ?? DateTime.fromMillis(ms, { zone }).toFormat('yyyy-MM-dd');
}

/** Wall time of a point in time, by luxon's pattern. */
export function wallTime(ms: number, zone: string, pattern: string): string {
	return DateTime.fromMillis(ms, { zone }).toFormat(pattern);
}

/** The point in time of a local `HH:mm` on a day, or undefined if it does not exist. */
export function atWallTime(day: string, time: string, zone: string): string | undefined {
	return toMoment(`${day} ${time}`, zone);
}
