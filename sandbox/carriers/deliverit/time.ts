import { DateTime } from 'luxon';

import { CarrierError } from '../framework/carrier-error';
import type { Moment } from '../framework/clock.types';
import { memoize } from '../framework/memoize';
import type { DeliveritSettings } from './backoffice.types';

const ZONE = 'Europe/Copenhagen';
const TIME_FORMAT = /^(?:(\d{4})-(\d{2})-(\d{2}) )?(\d{2}):(\d{2})$/;

/** `hh:mm` of today, or `yyyy-mm-dd hh:mm`, both on Copenhagen clocks. */
export function readTime(text: string, now: Moment): Moment {
	const parts = TIME_FORMAT.exec(text);
	if (parts === null) throw new CarrierError(400, 'Time must be written as hh:mm or yyyy-mm-dd hh:mm');
	const today = DateTime.fromMillis(now, { zone: ZONE });
	const [year = today.year, month = today.month, day = today.day, hour = 0, minute = 0] = parts
		.slice(1)
		.map((part: string | undefined) => (part === undefined ? undefined : Number(part)));
	const requested = DateTime.fromObject({ year, month, day, hour, minute }, { zone: ZONE });
	// In spring an hour is missing: a time inside it does not exist, and luxon would slide past it.
	if (!requested.isValid || requested.hour !== hour) throw new CarrierError(400, `Time ${text} does not exist`);
	if (requested < today.startOf('minute')) throw new CarrierError(400, 'Time has already passed');
	return requested.toMillis();
}

export const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid;

const inZone = (format: string) =>
	memoize((moment: Moment) => DateTime.fromMillis(moment, { zone: ZONE }).toFormat(format));

export const wallTime = inZone('HH:mm');
export const wallDate = inZone('yyyy-MM-dd');
export const wallDateTime = inZone('yyyy-MM-dd HH:mm:ss');

/** A moment the way PHP dumps it. Berlin has Copenhagen's clocks. */
export const phpDate = (moment: Moment) => ({
	date: `${wallDateTime(moment)}.${String(moment % 1_000).padStart(3, '0')}000`,
	timezone_type: 3,
	timezone: 'Europe/Berlin',
});

export function isOpenAt(moment: Moment, { openingHours: { from, to }, closed }: DeliveritSettings): boolean {
	const wall = wallTime(moment);
	const isWithin = from <= to ? from <= wall && wall <= to : from <= wall || wall <= to;
	return isWithin && !closed;
}
