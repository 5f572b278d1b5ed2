import { DateTime } from 'luxon';

import { inZone } from './time';
import { DAY_MS, steadyOffset } from './zone-offset';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Every point in time at which a clock in `zone` shows `HH:mm`, within a day either way. A clock change may make it
 * none or two.
 */
function occurrences(time: string, around: number, zone: string): number[] {
	const match = /^(\d{1,2}):(\d{2})$/.exec(time.trim());
	if (!match) return [];
	const [hour, minute] = [Number(match[1]), Number(match[2])];
	const offset = hour < 24 && minute < 60 ? steadyOffset(around, zone, 3) : undefined;
	if (offset !== undefined) {
		// No clock change is near: once a day.
		const local = around + offset * MINUTE_MS;
		const first = Math.floor(local / DAY_MS) * DAY_MS + (hour * 60 + minute - offset) * MINUTE_MS;
		return [first - DAY_MS, first, first + DAY_MS];
	}
	const at = DateTime.fromMillis(around, { zone }).set({ hour, minute, second: 0, millisecond: 0 });
	return [-1, 0, 1]
		.flatMap((days) => {
			const wall = at.plus({ days }).set({ hour, minute });
			// Where clocks go back an hour, the hour before or after may show the same.
			return [-1, 0, 1].map((hours) => wall.plus({ hours }));
		})
		.filter((moment) => moment.hour === hour && moment.minute === minute)
		.map((moment) => moment.toMillis())
		.filter((ms, index, all) => all.indexOf(ms) === index)
		.sort((a, b) => a - b);
}

/**
 * For a carrier that sends `HH:mm` without a day: the moment nearest to a known one. Undefined if none is within half a
 * day.
 */
export function nearestWallTime(time: string, around: number, zone: string): string | undefined {
	const [nearest] = occurrences(time, around, zone).sort((a, b) => Math.abs(a - around) - Math.abs(b - around));
	return nearest === undefined || Math.abs(nearest - around) > 13 * HOUR_MS ? undefined : inZone(nearest, zone);
}

/** The first such moment at or after a known one. */
export function nextWallTime(time: string, after: number, zone: string): string | undefined {
	const next = occurrences(time, after, zone).find((ms) => ms >= after);
	return next === undefined ? undefined : inZone(next, zone);
}

/** For consecutive steps: soon after the known moment, else nearest to it, because people note times late. */
export function followingWallTime(time: string, after: number, zone: string): string | undefined {
	const soon = occurrences(time, after, zone).find((ms) => ms >= after && ms - after <= 6 * HOUR_MS);
	return soon === undefined ? nearestWallTime(time, after, zone) : inZone(soon, zone);
}
