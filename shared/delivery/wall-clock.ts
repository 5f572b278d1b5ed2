import { DateTime } from 'luxon';

import { inZone } from './time';

const HOUR_MS = 3_600_000;

/** Every point in time at which a clock in `zone` shows `HH:mm`, within a day either way: none or two on the day of a clock change. */
function showings(time: string, around: number, zone: string): number[] {
	const match = /^(\d{1,2}):(\d{2})$/.exec(time.trim());
	if (!match) return [];
	const [hour, minute] = [Number(match[1]), Number(match[2])];
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

/** Where a carrier gives `HH:mm` without a day: the moment nearest to a known one, or undefined where there is none within half a day. */
export function nearestWallTime(time: string, around: number, zone: string): string | undefined {
	const [nearest] = showings(time, around, zone).sort((a, b) => Math.abs(a - around) - Math.abs(b - around));
	return nearest === undefined || Math.abs(nearest - around) > 13 * HOUR_MS ? undefined : inZone(nearest, zone);
}

/** The first such moment at or after a known one. */
export function nextWallTime(time: string, after: number, zone: string): string | undefined {
	const next = showings(time, after, zone).find((ms) => ms >= after);
	return next === undefined ? undefined : inZone(next, zone);
}

/** For steps that follow one another: soon after the known moment, else nearest to it, as people note times down late. */
export function followingWallTime(time: string, after: number, zone: string): string | undefined {
	const soon = showings(time, after, zone).find((ms) => ms >= after && ms - after <= 6 * HOUR_MS);
	return soon === undefined ? nearestWallTime(time, after, zone) : inZone(soon, zone);
}
