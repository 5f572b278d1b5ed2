import { DateTime } from 'luxon';
import type { Moment } from '../framework/clock.types';
import { memoize } from '../framework/memoize';

const ZONE = 'Europe/Paris';
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Undefined where it is no moment: no offset, no such day, no such hour. */
export function readTimestamp(text: string): Moment | undefined {
	if (!WITH_OFFSET.test(text)) return undefined;
	const moment = DateTime.fromISO(text, { setZone: true });
	return moment.isValid ? moment.toMillis() : undefined;
}

/** Paris wall time with milliseconds and offset, for any offset in the input. */
export const writeTimestamp = memoize(
	(moment: Moment): string => DateTime.fromMillis(moment, { zone: ZONE }).toISO() ?? '',
);

export const parisDay = memoize(
	(moment: Moment): string => DateTime.fromMillis(moment, { zone: ZONE }).toISODate() ?? '',
);

/** `hh:mm` on the Paris day of that moment. */
export function parisClock(day: Moment, wall: string): Moment {
	const [hour = 0, minute = 0] = wall.split(':').map(Number);
	return DateTime.fromMillis(day, { zone: ZONE }).set({ hour, minute, second: 0, millisecond: 0 }).toMillis();
}
