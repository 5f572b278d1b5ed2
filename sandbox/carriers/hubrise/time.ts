import { DateTime } from 'luxon';
import type { Moment } from '../frame/clock.types';

// Whole seconds with an offset; a fraction is not HubRise's form.
const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/;

/** Undefined where it is no moment: no offset, a fraction, no such day. */
export function readTime(text: string): Moment | undefined {
	if (!FORM.test(text)) return undefined;
	const moment = DateTime.fromISO(text, { setZone: true });
	return moment.isValid ? moment.toMillis() : undefined;
}

/** Wall time of the location with its offset, whatever offset came in. */
export function writeTime(moment: Moment, timeZone: string): string {
	return DateTime.fromMillis(moment, { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

export function inZone(text: string, timeZone: string): string {
	const moment = readTime(text);
	if (moment === undefined) throw new Error(`${text} has not been checked`);
	return writeTime(moment, timeZone);
}
