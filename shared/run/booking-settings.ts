import { z } from 'zod/v4';

import type { Action, Booking, LookedUpBooking } from '../declare/action';
import { choice, type Option } from '../declare/field';
import { formOf, leavesOf, type LeafField } from '../declare/form';
import type { JsonObject } from '../json';

/** The user's settings for existing bookings. The same on every booking action. */
export const bookingFields = z.object({
	if_exists: choice(
		[
			{
				value: 'return',
				label: 'Return It',
				help: 'Hand on the booking that is already there. Nothing is booked again.',
			},
			{ value: 'fail', label: 'Stop With an Error', help: 'Treat a repeated reference as a mistake' },
			{ value: 'another', label: 'Book Another', help: 'Book again under the same reference' },
		],
		{
			label: 'If the Reference Already Exists',
			help: 'What to do when the carrier already holds a live booking with this reference. Without a reference, a repeated run with equal values counts as the same booking.',
		},
	).default('return'),
	on_duplicate: choice(
		[
			{
				value: 'cancel_later',
				label: 'Cancel the Later One',
				help: 'Keep the first booking, cancel the others and say so under Warnings',
			},
			{ value: 'report', label: 'Report Only', help: 'Keep all of them and say so under Warnings' },
			{
				value: 'wait',
				label: 'Wait to Be Sure',
				help: 'Wait five seconds after each booking, then cancel the later one. For lists that lag behind',
			},
		],
		{
			label: 'If Booked Twice',
			help: 'What to do when another run booked the same reference in the same moment.',
		},
	).default('cancel_later'),
});

const bookingForm = formOf(bookingFields);

/** How the booking that this action makes is found again: a flow's is one of its calls. */
export function bookingOf(action: Action): Booking<unknown> | undefined {
	if (action.effect !== 'booking') return undefined;
	return action.kind === 'flow' ? action.bookingAction.booking : action.booking;
}

/** The booking declaration, if it has a look-up. */
export function lookUpOf(action: Action): LookedUpBooking<unknown> | undefined {
	const booking = bookingOf(action);
	return booking?.foundBy === 'refusal' ? undefined : booking;
}

/** The field by which a booking is found again or refused the second time. */
export function referenceOf(action: Action): string | undefined {
	if (action.effect !== 'booking') return undefined;
	if (action.kind === 'flow') return action.reference;
	return action.booking.foundBy === 'identity' ? undefined : action.booking.reference;
}

/** The action whose booking it is: a flow's is one of its calls. */
const bookingActionOf = (action: Action): Action =>
	action.kind === 'flow' && action.effect === 'booking' ? action.bookingAction : action;

/** "inboundOrder" as "Inbound Order". */
const inTitleCase = (key: string) =>
	key.replace(/[A-Z]/g, (letter) => ` ${letter}`).replace(/^./, (first) => first.toUpperCase());

/** What exists already where a booking is found, as its own form and its carrier call it. */
function thingOf(action: Action): { thing: string; isReference: boolean } {
	const base = bookingActionOf(action);
	const label = base.form.find(({ key }) => key === referenceOf(base))?.label;
	if (base.thing !== undefined || label === undefined)
		return { thing: base.thing ?? inTitleCase(base.resource), isReference: false };
	return { thing: label, isReference: true };
}

/** Where no reference tells bookings apart, its help and choices speak of the thing itself. */
function inOwnWords(field: LeafField, action: Action): LeafField {
	const { thing, isReference } = thingOf(action);
	const label = `If the ${thing} Already Exists`;
	if (isReference) return { ...field, label };
	const noun = thing.toLowerCase();
	const words: Readonly<Record<string, Partial<Option>>> = {
		return: { help: `Hand on the ${noun} that is already there. Nothing is made again.` },
		fail: { help: 'Treat a repetition as a mistake' },
		another: { label: 'Create Another', help: `Make another ${noun} all the same` },
	};
	return {
		...field,
		label,
		help: `What to do when the carrier already holds this ${noun}. A repeated run with equal values counts as the same.`,
		options: field.options.map((option) => ({ ...option, ...words[option.value] })),
	};
}

/** A carrier that allows one booking per reference has no other to book. */
const withoutAnother = (field: LeafField): LeafField => ({
	...field,
	options: field.options.filter(({ value }) => value !== 'another'),
});

/**
 * The settings that affect this action. There are none without a look-up, and no choice about duplicates without a way
 * to cancel.
 */
export function settingsOf(action: Action): readonly LeafField[] {
	const booking = bookingOf(action);
	if (!booking) return [];
	const cancel = booking.foundBy === 'refusal' ? undefined : booking.cancel;
	const isUnique = booking.foundBy === 'reference' && booking.uniquePerReference;
	return leavesOf(bookingForm)
		.filter((field) => field.key !== 'on_duplicate' || cancel !== undefined)
		.map((field) => (field.key === 'if_exists' ? inOwnWords(field, action) : field))
		.map((field) => (isUnique ? withoutAnother(field) : field));
}

export type BookingSettings = {
	ifExists: z.output<typeof bookingFields>['if_exists'];
	onDuplicate: z.output<typeof bookingFields>['on_duplicate'];
	/** Replaces a missing reference. It is the same whenever the host runs the same step again. */
	runReference?: string;
	/**
	 * The same for a host that gives a run no name: made of the values as they were read, so that equal bookings are one
	 * and bookings of different days are not.
	 */
	makeReference?(valuesAsRead: JsonObject): string;
};
