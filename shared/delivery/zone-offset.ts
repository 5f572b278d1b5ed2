import { IANAZone } from 'luxon';

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Days remembered of one zone, some twenty years. */
const MAX_DAYS = 8_000;
const MAX_ZONES = 100;

/** By zone and day of UTC: the offset in minutes, or null where clocks change on that day. */
const offsets = new Map<string, Map<number, number | null>>();

function daysOf(zone: string): Map<number, number | null> {
	const known = offsets.get(zone);
	if (known) return known;
	if (offsets.size >= MAX_ZONES) offsets.clear();
	const days = new Map<number, number | null>();
	offsets.set(zone, days);
	return days;
}

/** The offset of a whole day of UTC, in minutes. Null where clocks change on it. */
function offsetOfDay(day: number, zone: string): number | null {
	const days = daysOf(zone);
	const known = days.get(day);
	if (known !== undefined) return known;
	const named = IANAZone.create(zone);
	const [start, end] = [named.offset(day * DAY_MS), named.offset((day + 1) * DAY_MS)];
	// An offset with seconds is older than any delivery; an invalid zone has none.
	const offset = start === end && Number.isInteger(start) ? start : null;
	if (days.size >= MAX_DAYS) days.clear();
	days.set(day, offset);
	return offset;
}

/** The offset at a point in time, in minutes; undefined near a clock change, where only a calendar knows it. */
export function offsetAt(ms: number, zone: string): number | undefined {
	return offsetOfDay(Math.floor(ms / DAY_MS), zone) ?? undefined;
}

/**
 * The offset that holds for at least `days` days either way, so that every local time there happens exactly once.
 * Undefined where clocks change meanwhile.
 */
export function steadyOffset(ms: number, zone: string, days: number): number | undefined {
	const day = Math.floor(ms / DAY_MS);
	const offset = offsetOfDay(day, zone);
	if (offset === null) return undefined;
	for (let away = 1; away <= days; away += 1)
		if (offsetOfDay(day - away, zone) !== offset || offsetOfDay(day + away, zone) !== offset) return undefined;
	return offset;
}

const two = (value: number) => String(value).padStart(2, '0');

const OFFSETS = new Map<number, string>();

/** "+02:00" */
export function formatOffset(minutes: number): string {
	const known = OFFSETS.get(minutes);
	if (known !== undefined) return known;
	const size = Math.abs(minutes);
	const text = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
	OFFSETS.set(minutes, text);
	return text;
}

/** Years that ISO 8601 writes with four digits, and in which zones are as today. */
const FIRST_MS = Date.UTC(1970, 0, 2);
const LAST_MS = Date.UTC(9999, 0, 1);

/** What a clock in `zone` shows, as `YYYY-MM-DDTHH:mm:ss.SSS`, with its offset in minutes; undefined near a change. */
export function localTime(ms: number, zone: string): { text: string; offset: number } | undefined {
	if (!Number.isInteger(ms) || ms < FIRST_MS || ms > LAST_MS) return undefined;
	const offset = offsetAt(ms, zone);
	return offset === undefined
		? undefined
		: { text: new Date(ms + offset * MINUTE_MS).toISOString().slice(0, 23), offset };
}

/** The point in time at which a clock in `zone` shows this, where no clock change is near; `YYYY-MM-DDTHH:mm:ss.SSS`. */
export function atLocalTime(text: string, zone: string): { ms: number; offset: number } | undefined {
	const wall = Date.parse(`${text}Z`);
	if (Number.isNaN(wall) || wall < FIRST_MS || wall > LAST_MS) return undefined;
	const offset = steadyOffset(wall, zone, 1);
	return offset === undefined ? undefined : { ms: wall - offset * MINUTE_MS, offset };
}
