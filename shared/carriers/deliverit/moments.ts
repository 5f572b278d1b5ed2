import { isJsonObject, type Json } from '../../json';
import { millis, toMoment } from '../../delivery/time';
import { followingWallTime, nearestWallTime, nextWallTime } from '../../delivery/wall-clock';

/** Minutes are cut off on the wire, and clocks differ a little. */
export const SLACK_MS = 5 * 60_000;

/** `hh:mm` from `hh:mm` or `hh:mm:ss`, also with a point, the Danish style. Undefined for DI6's "N/A". */
export const clockTime = (time: Json | undefined): string | undefined =>
	/^(\d{1,2}[:.]\d{2})(?:[:.]\d{2})?$/.exec(typeof time === 'string' ? time.trim() : '')?.[1]?.replace('.', ':');

/**
 * DI2, DI6: a proposal is the free time nearest to the requested one, before or after it. It cannot have been over
 * when it was agreed.
 */
export function agreedTime(wall: string, requested: number, agreedAt: number, zone: string): string | undefined {
	const nearest = nearestWallTime(wall, requested, zone);
	return nearest !== undefined && millis(nearest) < agreedAt - SLACK_MS
		? nextWallTime(wall, agreedAt - SLACK_MS, zone)
		: nearest;
}

/** DI6: a wall time with microseconds, and its zone as a name or as an offset, the way PHP dumps it; or plain text. */
export function phpMoment(time: Json | undefined, zone: string): string | undefined {
	const { date, timezone } = isJsonObject(time) ? time : { date: time, timezone: undefined };
	if (typeof date !== 'string') return undefined;
	const wall = date.trim().slice(0, 19);
	const zoneName = typeof timezone === 'string' ? timezone : undefined;
	if (zoneName !== undefined && /^[+-]\d{2}:\d{2}$/.test(zoneName)) return toMoment(`${wall}${zoneName}`, zone);
	return toMoment(wall, zoneName ?? zone) ?? toMoment(wall, zone) ?? toMoment(date, zone);
}

/** When it was cancelled: documented only as text, so it may be a day, a wall time or nothing. */
export function canceledMoment(time: Json | undefined, created: string | undefined, zone: string): string | undefined {
	const wall = clockTime(time);
	if (wall !== undefined) return created === undefined ? undefined : followingWallTime(wall, millis(created), zone);
	return phpMoment(time, zone);
}
