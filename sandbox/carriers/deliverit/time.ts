import { DateTime } from 'luxon';
import type { Moment } from '../frame/clock.types';
import { remember } from '../frame/remember';
import { Refusal } from './refusal';

const ZONE = 'Europe/Copenhagen';
const ASKED = /^(?:(\d{4})-(\d{2})-(\d{2}) )?(\d{2}):(\d{2})$/;

/** `hh:mm` of today, or `yyyy-mm-dd hh:mm`, both on Copenhagen clocks. */
export function readTime(text: string, now: Moment): Moment {
	const parts = ASKED.exec(text);
	if (parts === null) throw new Refusal(400, 'Time must be written as hh:mm or yyyy-mm-dd hh:mm');
	const today = DateTime.fromMillis(now, { zone: ZONE });
	const [year = today.year, month = today.month, day = today.day, hour = 0, minute = 0] = parts
		.slice(1)
		.map((part: string | undefined) => (part === undefined ? undefined : Number(part)));
	const asked = DateTime.fromObject({ year, month, day, hour, minute }, { zone: ZONE });
	// In spring an hour is missing: a time inside it does not exist, and luxon would slide past it.
	if (!asked.isValid || asked.hour !== hour) throw new Refusal(400, `Time ${text} does not exist`);
	if (asked < today.startOf('minute')) throw new Refusal(400, 'Time has already passed');
	return asked.toMillis();
}

export const wallTime = remember((moment: Moment) => DateTime.fromMillis(moment, { zone: ZONE }).toFormat('HH:mm'));

export const wallDate = remember((moment: Moment) =>
	DateTime.fromMillis(moment, { zone: ZONE }).toFormat('yyyy-MM-dd'),
);

/** A moment the way PHP dumps it. Berlin has Copenhagen's clocks. */
export function phpDate(moment: Moment): { date: string; timezone_type: number; timezone: string } {
	const date = DateTime.fromMillis(moment, { zone: 'Europe/Berlin' }).toFormat('yyyy-MM-dd HH:mm:ss.SSS');
	return { date: `${date}000`, timezone_type: 3, timezone: 'Europe/Berlin' };
}

export function wallDateTime(moment: Moment): string {
	return DateTime.fromMillis(moment, { zone: ZONE }).toFormat('yyyy-MM-dd HH:mm:ss');
}
