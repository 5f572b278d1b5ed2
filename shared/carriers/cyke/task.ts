import type { z } from 'zod/v4';

import type { Draft, Given } from '../../declare/facts';
import type { Problem } from '../../declare/failure';
import { email, group, integer, moment, phone, text, type ShowWhen } from '../../declare/field';
import type { JsonObject } from '../../declare/json';
import { millis } from '../../delivery/time';

/** Words that differ between the two ends of a delivery. */
interface End {
	key: 'dropoff' | 'pickup';
	label: string;
	verb: string;
	show?: ShowWhen;
}

/** How much of an end is in sight from the start. */
type Sight = 'all' | 'slot' | 'none';

const slot = (end: End, common: boolean) => ({
	slot_starting_at: moment({
		label: 'Slot Start',
		help: `Earliest time to ${end.verb}. A time without an offset is Paris time.`,
		placeholder: '2030-05-21T16:00:00+02:00',
		common,
	}).optional(),
	slot_ending_at: moment({
		label: 'Slot End',
		help: `Latest time to ${end.verb}.`,
		placeholder: '2030-05-21T18:00:00+02:00',
		common,
	}).optional(),
});

const place = (end: End, common: boolean) => ({
	recipient_name: text({ label: 'Contact Name', placeholder: 'Ada Moreau', common }).optional(),
	recipient_phone: phone({
		label: 'Phone',
		country: 'FR',
		placeholder: '+33612345678',
		help: 'The tracking link is sent to this number by SMS. Without a country code it is read as a French number.',
		common,
	}).optional(),
	address: text({
		label: 'Street',
		placeholder: '12 rue des Petits Champs',
		help: 'House number and street only; floor, code and the like belong under Access Instructions.',
		common,
	}).optional(),
	postal_code: text({ label: 'Postal Code', placeholder: '75002', common }).optional(),
	city: text({ label: 'City', placeholder: 'Paris', common }).optional(),
	address_instructions: text({
		label: 'Access Instructions',
		help: 'Door code, building, floor: whatever brings the courier to the door.',
		common,
	}).optional(),
	company_name: text({ label: 'Company Name' }).optional(),
	recipient_email: email({ label: 'Contact Email', placeholder: 'name@email.com' }).optional(),
	saved_address: integer(
		{
			label: 'Saved Address Number',
			help: `An address stored in your Cyke account, to ${end.verb} there. Leave the other fields of this place empty.`,
		},
		{ min: 1 },
	).optional(),
});

export const dropoffEnd: End = { key: 'dropoff', label: 'Drop-Off', verb: 'deliver' };
export const pickupEnd: End = { key: 'pickup', label: 'Pick-Up', verb: 'collect' };

/** One end of a delivery. Every field may be missing: which are needed depends on the other fields. */
export const task = (end: End, { show, inSight = 'all' }: { show?: ShowWhen; inSight?: Sight } = {}) =>
	group({ ...slot(end, inSight !== 'none'), ...place(end, inSight === 'all') }, { label: end.label, show });

export type Task = z.output<ReturnType<typeof task>>;

const needed = ['slot_starting_at', 'slot_ending_at', 'recipient_name', 'recipient_phone', 'address', 'postal_code', 'city'] as const;

/** A new end: whole, or a saved address alone (CY2: an integer stands for the whole task). */
export function checkNewTask(end: End, given: Draft<Task> | undefined, facts: Given): Problem[] {
	if (given?.saved_address !== undefined) return checkSavedAddress(end, given);
	const missing = needed.filter((key) => given?.[key] === undefined).map((key) => ({ path: [end.key, key], message: 'is missing' }));
	return [...missing, ...checkSlot(end, given, facts)];
}

export function checkSavedAddress(end: End, given: Draft<Task>): Problem[] {
	return Object.entries(given)
		.filter(([key, value]) => key !== 'saved_address' && value !== undefined)
		.map(([key]) => ({ path: [end.key, key], message: 'must be empty when a Saved Address Number is given' }));
}

/** CY2: a slot that has begun is refused; CY12: so is one that ends before it starts. */
export function checkSlot(end: End, given: Draft<Task> | undefined, facts: Given): Problem[] {
	const problems: Problem[] = [];
	const [start, finish] = [given?.slot_starting_at, given?.slot_ending_at];
	if (start !== undefined && millis(start) <= facts.now) {
		problems.push({ path: [end.key, 'slot_starting_at'], message: `must lie in the future, not "${start}"` });
	}
	if (finish !== undefined && start === undefined && millis(finish) <= facts.now) {
		problems.push({ path: [end.key, 'slot_ending_at'], message: `must lie in the future, not "${finish}"` });
	}
	if (start !== undefined && finish !== undefined && millis(finish) <= millis(start)) {
		problems.push({ path: [end.key, 'slot_ending_at'], message: `must be after the Slot Start "${start}", not "${finish}"` });
	}
	return problems;
}

/** As Cyke reads it: a number for a saved address, else slot and place. */
export function taskBody(given: Task | undefined): JsonObject | number | undefined {
	if (!given) return undefined;
	const { saved_address, slot_starting_at, slot_ending_at, ...where } = given;
	if (saved_address !== undefined) return saved_address;
	const somewhere = Object.values(where).some((value) => value !== undefined);
	return { slot_starting_at, slot_ending_at, ...(somewhere ? { place: where } : {}) };
}
