import type { z } from 'zod/v4';

import type { Draft, ConnectionFacts } from '../../declare/facts';
import type { Problem } from '../../declare/failure';
import {
	choice,
	email,
	group,
	integer,
	moment,
	phone,
	postalCode,
	text,
	type FieldUi,
	type ShowWhen,
} from '../../declare/field';
import { without, type JsonObject } from '../../json';
import { millis } from '../../delivery/time';

/** Words that differ between the two ends of a delivery. */
interface End {
	key: 'dropoff' | 'pickup';
	label: string;
	verb: string;
	show?: ShowWhen;
}

/** How much of an end is in sight from the start. */
type VisibleFields = 'all' | 'slot' | 'none';

/** Fields of a new place depend on how the place is given. A change of a delivery has no such choice. */
const ADDRESS: Pick<FieldUi, 'show' | 'neededWhenShown'> = {
	show: { field: 'place', is: ['address'] },
	neededWhenShown: true,
};
const ADDRESS_DETAIL: Pick<FieldUi, 'show'> = { show: ADDRESS.show };
const SAVED: Pick<FieldUi, 'show' | 'neededWhenShown' | 'common'> = {
	show: { field: 'place', is: ['saved'] },
	neededWhenShown: true,
	common: true,
};

const placeChoice = (end: End) => ({
	place: choice(
		[
			{ value: 'address', label: 'An Address', help: 'Fill in the time and the address' },
			{
				value: 'saved',
				label: 'Saved Address',
				help: 'An address saved in your Cyke account. Cyke decides the time of that end',
			},
		],
		{ label: 'Place', help: `Where to ${end.verb}.`, common: true },
	).default('address'),
});

const slotFields = (end: End, common: boolean, slotNote: string, needed: object) => ({
	slot_starting_at: moment({
		...needed,
		label: 'Slot Start',
		help: `Earliest time to ${end.verb}. A time without an offset is Paris time.${slotNote}`,
		placeholder: '2030-05-21T16:00:00+02:00',
		common,
	}).optional(),
	slot_ending_at: moment({
		...needed,
		label: 'Slot End',
		help: `Latest time to ${end.verb}.`,
		placeholder: '2030-05-21T18:00:00+02:00',
		common,
	}).optional(),
});

const placeFields = (end: End, common: boolean, needed: object, detail: object, saved: object) => ({
	recipient_name: text({ ...needed, label: 'Contact Name', placeholder: 'Ada Moreau', common }).optional(),
	recipient_phone: phone({
		...detail,
		label: 'Phone',
		country: 'FR',
		placeholder: '+33612345678',
		help: 'The tracking link is sent to this number by SMS. Without a country code it is read as a French number. An account that may leave it out says so in its connection.',
		// A change of a delivery would put the code in place of the instructions that are there.
		...(common ? { extensionTo: { path: ['address_instructions'], as: 'note' as const } } : {}),
		common,
	}).optional(),
	address: text({
		...needed,
		label: 'Street',
		placeholder: '12 rue des Petits Champs',
		help: 'House number and street only. Floor and codes belong under Access Instructions.',
		common,
	}).optional(),
	postal_code: postalCode({ ...needed, label: 'Postal Code', country: 'FR', placeholder: '75002', common }).optional(),
	city: text({ ...needed, label: 'City', placeholder: 'Paris', common }).optional(),
	address_instructions: text({
		...detail,
		label: 'Access Instructions',
		help: 'Door code, building, floor, intercom.',
		common,
	}).optional(),
	company_name: text({ ...detail, label: 'Company Name' }).optional(),
	recipient_email: email({ ...detail, label: 'Contact Email', placeholder: 'name@email.com' }).optional(),
	saved_address: integer(
		{
			label: 'Saved Address Number',
			placeholder: '23',
			help: `To ${end.verb} at an address saved in your Cyke account, where its number stands. Leave the other fields of this place empty.`,
			...saved,
		},
		{ min: 1 },
	).optional(),
});

export const dropoffEnd: End = { key: 'dropoff', label: 'Drop-Off', verb: 'deliver' };
export const pickupEnd: End = { key: 'pickup', label: 'Pick-Up', verb: 'collect' };

/** One end of a delivery. Every field may be missing: which are needed depends on the other fields. */
export const task = (
	end: End,
	{
		show,
		visibleFields = 'all',
		slotNote = '',
	}: { show?: ShowWhen; visibleFields?: VisibleFields; slotNote?: string } = {},
) =>
	group(
		{
			...slotFields(end, visibleFields !== 'none', slotNote, {}),
			...placeFields(end, visibleFields === 'all', {}, {}, {}),
		},
		{ label: end.label, show },
	);

/** One end of a new delivery: an address, or one saved in the account. */
export const newTask = (end: End, show: ShowWhen) =>
	group(
		{
			...placeChoice(end),
			...slotFields(end, true, '', ADDRESS),
			...placeFields(end, true, ADDRESS, ADDRESS_DETAIL, SAVED),
		},
		{ label: end.label, show },
	);

export type Task = z.output<ReturnType<typeof task>> & { place?: 'address' | 'saved' };

/** Did the user fill in anything of it? */
export const isFilledIn = (draft: Draft<Task> | undefined): boolean =>
	Object.entries(draft ?? {}).some(([key, value]) => key !== 'place' && value !== undefined);

/** From the connection's agreements: addresses may lack a phone number. */
export const WITHOUT_PHONE = 'without_phone';

const requiredKeys = [
	'slot_starting_at',
	'slot_ending_at',
	'recipient_name',
	'recipient_phone',
	'address',
	'postal_code',
	'city',
] as const;

/** A new end: a full task, or only a saved address (CY2: an integer replaces the whole task). */
export function checkNewTask(end: End, draft: Draft<Task> | undefined, facts: ConnectionFacts): Problem[] {
	if (draft?.saved_address !== undefined) return checkSavedAddress(end, draft);
	if (draft?.place === 'saved') return [{ path: [end.key, 'saved_address'], message: 'is missing' }];
	// Cyke takes a place without a phone number where that was agreed with the account.
	const mayLackPhone = facts.access.agreements?.includes(WITHOUT_PHONE) ?? false;
	const missing = requiredKeys
		.filter((key) => draft?.[key] === undefined && !(mayLackPhone && key === 'recipient_phone'))
		.map((key) => ({ path: [end.key, key], message: 'is missing' }));
	return [...missing, ...checkSlot(end, draft, facts)];
}

export function checkSavedAddress(end: End, draft: Draft<Task>): Problem[] {
	return Object.entries(draft)
		.filter(([key, value]) => key !== 'saved_address' && key !== 'place' && value !== undefined)
		.map(([key]) => ({ path: [end.key, key], message: 'must be empty when a Saved Address Number is given' }));
}

/** CY2: Cyke refuses a slot that has begun. A slot that ends before it starts is invalid. */
export function checkSlot(end: End, draft: Draft<Task> | undefined, facts: ConnectionFacts): Problem[] {
	const problems: Problem[] = [];
	const [start, finish] = [draft?.slot_starting_at, draft?.slot_ending_at];
	if (start !== undefined && millis(start) <= facts.now) {
		problems.push({ path: [end.key, 'slot_starting_at'], message: `must be in the future; it is ${start}` });
	}
	if (finish !== undefined && start === undefined && millis(finish) <= facts.now) {
		problems.push({ path: [end.key, 'slot_ending_at'], message: `must be in the future; it is ${finish}` });
	}
	if (start !== undefined && finish !== undefined && millis(finish) <= millis(start)) {
		problems.push({
			path: [end.key, 'slot_ending_at'],
			message: `must be after the Slot Start ${start}; it is ${finish}`,
		});
	}
	return problems;
}

/** A number for a saved address, else slot and place. */
export function taskBody(input: Task | undefined): JsonObject | number | undefined {
	if (!input) return undefined;
	const { saved_address, slot_starting_at, slot_ending_at, ...rest } = input;
	if (saved_address !== undefined) return saved_address;
	const placeFields = without(rest, 'place');
	const hasPlace = Object.values(placeFields).some((value) => value !== undefined);
	return { slot_starting_at, slot_ending_at, ...(hasPlace ? { place: placeFields } : {}) };
}
