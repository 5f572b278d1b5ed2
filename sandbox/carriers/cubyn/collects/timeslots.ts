import { DateTime } from 'luxon';
import type { Moment } from '../../framework/clock.types';

const ZONE = 'Europe/Paris';
const FIRST_HOUR = 9;
/** Slots begin every hour and last for two, so this is the last to end within working hours. */
const LAST_HOUR = 17;
const SLOT_COUNT = 12;
export const SLOT_MINUTES = 120;

export interface Timeslot {
	asap: boolean;
	date: Moment;
}

export function timeslots(now: Moment): Timeslot[] {
	const slots: Timeslot[] = [];
	let start = DateTime.fromMillis(now, { zone: ZONE }).startOf('hour').plus({ hours: 1 });
	for (; slots.length < SLOT_COUNT; start = start.plus({ hours: 1 })) {
		const date = start.toMillis();
		if (isWorkingHour(date)) slots.push({ asap: date - now < SLOT_MINUTES * 60_000 && slots.length === 0, date });
	}
	return slots;
}

export function isWorkingHour(moment: Moment): boolean {
	const { weekday, hour, minute } = DateTime.fromMillis(moment, { zone: ZONE });
	return weekday <= 5 && hour >= FIRST_HOUR && (hour < LAST_HOUR || (hour === LAST_HOUR && minute === 0));
}
