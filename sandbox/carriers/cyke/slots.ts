import type { Moment } from '../framework/clock.types';
import type { FullTaskInput } from './body';
import type { CykeSettings } from './backoffice.types';
import { fieldLabel } from './api-error';
import { parisClock, parisDay, readTimestamp } from './time';

const HOUR = 3_600_000;

export interface Slot {
	start: Moment;
	end: Moment;
}

export type TaskName = 'dropoff' | 'pickup';

/** The slot of a task as sent; `before` fills the half that an update leaves out. */
export function readSlot(
	input: FullTaskInput,
	task: TaskName,
	before: Slot | undefined,
	errors: string[],
): Slot | undefined {
	const read = (field: 'slot_starting_at' | 'slot_ending_at', previous: Moment | undefined): Moment | undefined => {
		const text = input[field];
		if (text === undefined) {
			if (previous === undefined) errors.push(`${fieldLabel([task, field])} can't be blank`);
			return previous;
		}
		const moment = readTimestamp(text);
		if (moment === undefined) errors.push(`${fieldLabel([task, field])} is not a date and time with an offset`);
		return moment;
	};
	const start = read('slot_starting_at', before?.start);
	const end = read('slot_ending_at', before?.end);
	return start === undefined || end === undefined ? undefined : { start, end };
}

export function checkSlot(slot: Slot, task: TaskName, now: Moment, settings: CykeSettings, errors: string[]): void {
	if (slot.end <= slot.start) errors.push(`${fieldLabel([task])} slot must end after it starts`);
	else if (slot.start <= now) errors.push(`${fieldLabel([task])} slot has already started`);
	else if (!withinHours(slot, settings)) {
		const { from, to } = settings.openingHours;
		errors.push(`${fieldLabel([task])} slot is outside the opening hours (${from} to ${to})`);
	}
}

function withinHours(slot: Slot, { openingHours }: CykeSettings): boolean {
	return (
		parisDay(slot.start) === parisDay(slot.end) &&
		slot.start >= parisClock(slot.start, openingHours.from) &&
		slot.end <= parisClock(slot.start, openingHours.to)
	);
}

/** The slot of the end that Cyke fills in: an hour away from the other one, within the opening hours. */
export function computeSlot(task: TaskName, other: Slot, { openingHours }: CykeSettings): Slot {
	if (task === 'pickup') {
		const start = Math.max(other.start - HOUR, parisClock(other.start, openingHours.from));
		return { start, end: Math.max(other.end - HOUR, start + HOUR / 2) };
	}
	const end = Math.min(other.end + HOUR, parisClock(other.start, openingHours.to));
	return { start: Math.min(other.start + HOUR, end - HOUR / 2), end };
}
