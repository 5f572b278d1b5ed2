import { millis } from '../../delivery/time';

/** Cubyn's dates are of UTC, with milliseconds. */
export const toUtc = (moment: string | undefined): string | undefined =>
	moment === undefined ? undefined : new Date(millis(moment)).toISOString();

const LOCAL_MIDNIGHT = /^(\d{4}-\d{2}-\d{2})T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

/** Lots and receptions have a day. Midnight of any time zone is the day that was written, at midnight UTC. */
export function toUtcDay(moment: string | undefined): string | undefined {
	const [, day] = moment === undefined ? [] : (LOCAL_MIDNIGHT.exec(moment) ?? []);
	return day === undefined ? toUtc(moment) : `${day}T00:00:00.000Z`;
}
