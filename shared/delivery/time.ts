import { DateTime, IANAZone } from 'luxon';

const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{3})?)?$/;
const HAS_OFFSET = /(?:[zZ]|[+-]\d{2}:?\d{2})$/;

/**
 * A point in time as ISO 8601 with offset and milliseconds. A given offset is kept as given;
 * a time without one is local to `zone`. Undefined for what is no time, and for a local time
 * that a clock change skips. A local time that happens twice is the first of the two.
 */
export function toMoment(value: string, zone: string): string | undefined {
	const text = value.trim();
	if (HAS_OFFSET.test(text) && text.length > 10) {
		const parsed = DateTime.fromISO(text.replace(' ', 'T'), { setZone: true });
		return parsed.isValid ? iso(parsed) : undefined;
	}
	if (!LOCAL.test(text)) return undefined;
	const local = text.replace(' ', 'T');
	const parsed = DateTime.fromISO(local, { zone });
	// A time that a clock change skips comes out as another one.
	return parsed.isValid && parsed.toFormat("yyyy-MM-dd'T'HH:mm") === local.slice(0, 16) ? iso(earlier(parsed)) : undefined;
}

/** Of the two moments that share a wall time when clocks go back, the first. */
function earlier(moment: DateTime): DateTime {
	const hourBefore = moment.minus({ hours: 1 });
	return hourBefore.toFormat('yyyy-MM-dd HH:mm') === moment.toFormat('yyyy-MM-dd HH:mm') ? hourBefore : moment;
}

function iso(moment: DateTime): string {
	return moment.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZZ");
}

/** Is it the name of a time zone, such as Europe/Paris? */
export const isZone = (name: string): boolean => IANAZone.isValidZone(name);

/** Milliseconds since 1970. The text must have passed `toMoment`. */
export function millis(moment: string): number {
	return DateTime.fromISO(moment).toMillis();
}

/** The last of the moments given, in milliseconds since 1970; 0 where none is. */
export const latest = (...moments: readonly unknown[]): number => Math.max(0, ...moments.map((moment) => (typeof moment === 'string' ? millis(moment) : 0)));

/** ISO 8601 in the zone's own offset. */
export function inZone(ms: number, zone: string): string {
	return iso(DateTime.fromMillis(ms, { zone }));
}

/** The calendar day, `YYYY-MM-DD`. */
export function dayOf(ms: number, zone: string): string {
	return DateTime.fromMillis(ms, { zone }).toFormat('yyyy-MM-dd');
}

/** Wall time of a point in time, by luxon's pattern. */
export function wallTime(ms: number, zone: string, pattern: string): string {
	return DateTime.fromMillis(ms, { zone }).toFormat(pattern);
}

/** The point in time of a wall clock's `HH:mm` on a day, or undefined where it is none. */
export function atWallTime(day: string, time: string, zone: string): string | undefined {
	return toMoment(`${day} ${time}`, zone);
}
