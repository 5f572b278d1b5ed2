import { DateTime } from 'luxon';
import type { Moment } from '../framework/clock.types';

// ISO 8601 with an offset. HubRise itself writes whole seconds.
const TIME_FORMAT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Undefined where it is no moment: no offset, no such day. */
export function readTime(text: string): Moment | undefined {
	if (!TIME_FORMAT.test(text)) return undefined;
	const moment = DateTime.fromISO(text, { setZone: true });
	return moment.isValid ? moment.toMillis() : undefined;
}

/** Wall time of the location with its offset, for any offset in the input. */
export function writeTime(moment: Moment, timeZone: string): string {
	return DateTime.fromMillis(moment, { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

export function inZone(text: string, timeZone: string): string {
	const moment = readTime(text);
	if (moment === undefined) throw new Error(`${text} has not been checked`);
	return writeTime(moment, timeZone);
}
