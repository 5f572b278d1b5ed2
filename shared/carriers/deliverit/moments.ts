import { millis, toMoment } from '../../delivery/time';
import { followingWallTime, nearestWallTime, nextWallTime } from '../../delivery/wall-clock';
import type { PhpTime } from './wire';

/** Minutes are cut off on the wire, and clocks differ by a little. */
export const SLACK_MS = 5 * 60_000;

/** `hh:mm` out of `hh:mm` or `hh:mm:ss`; undefined for DI6's "N/A" and for nothing. */
export const clock = (time: string | null | undefined): string | undefined => /^(\d{1,2}:\d{2})(?::\d{2})?$/.exec(time?.trim() ?? '')?.[1];

/** DI2, DI6: what was agreed in place of a wanted time is the nearest to it that was not over yet when it was agreed, at `agreed`. */
export function agreedTime(wall: string, wanted: number, agreed: number, zone: string): string | undefined {
	const nearest = nearestWallTime(wall, wanted, zone);
	return nearest !== undefined && millis(nearest) < agreed - SLACK_MS ? nextWallTime(wall, agreed - SLACK_MS, zone) : nearest;
}

/** DI6: a wall time with microseconds, and its zone as a name or as an offset. */
export function phpMoment(time: PhpTime | string | null | undefined, zone: string): string | undefined {
	if (time === null || time === undefined) return undefined;
	const { date, timezone } = typeof time === 'string' ? { date: time, timezone: undefined } : time;
	const wall = date.trim().slice(0, 19);
	if (/^[+-]\d{2}:\d{2}$/.test(timezone ?? '')) return toMoment(`${wall}${timezone ?? ''}`, zone);
	return toMoment(wall, timezone ?? zone) ?? toMoment(wall, zone) ?? toMoment(date, zone);
}

/** When it was cancelled: documented only as text, so a day, a wall time or nothing. */
export function canceledMoment(time: PhpTime | string | null | undefined, created: string | undefined, zone: string): string | undefined {
	const wall = typeof time === 'string' ? clock(time) : undefined;
	if (wall !== undefined) return created === undefined ? undefined : followingWallTime(wall, millis(created), zone);
	return phpMoment(time, zone);
}
