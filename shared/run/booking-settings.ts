import { z } from 'zod/v4';

import type { Action } from '../declare/action';
import { choice } from '../declare/field';
import { formOf, type Form, type FormField } from '../declare/form';

/** What a user decides about bookings that may already be there. The same on every booking action. */
export const bookingFields = z.object({
	if_exists: choice(
		[
			{ value: 'return', label: 'Return It', help: 'Hand on the booking that is already there. Nothing is booked again.' },
			{ value: 'fail', label: 'Stop With an Error', help: 'Treat a repeated reference as a mistake' },
			{ value: 'another', label: 'Book Another', help: 'Book again under the same reference' },
		],
		{
			label: 'If the Reference Already Exists',
			help: 'What to do when the carrier already holds a live booking with this reference.',
		},
	).default('return'),
	on_double: choice(
		[
			{ value: 'report', label: 'Report It', help: 'Keep both and say so under Warnings' },
			{ value: 'undo', label: 'Undo It', help: 'Cancel the later one, where the carrier allows it. To be sure, each booking takes five seconds longer' },
		],
		{
			label: 'If It Was Booked Twice at Once',
			help: 'What to do when another run booked the same reference in the same moment.',
		},
	).default('report'),
});

const bookingForm = formOf(bookingFields);

/** The action that books: a flow's is one of its calls. */
const bookingOf = (action: Action): Action => action.books ?? action;

/** The field by which a booking is found again or refused the second time. */
export const referenceOf = (action: Action): string | undefined =>
	action.effect === 'booking' ? (action.run ? action.reference : (action.find?.reference ?? action.repeated?.reference)) : undefined;

/** Can a booking that is there be told from one that is not? By a reference, or by what stands in for one. */
const isFoundAgain = (action: Action): boolean => action.effect === 'booking' && (bookingOf(action).find ?? bookingOf(action).repeated) !== undefined;

/** Where the carrier keeps one at most, there is no other to book. */
const withoutAnother = (field: FormField): FormField =>
	field.kind === 'group' || field.kind === 'lines' ? field : { ...field, options: field.options.filter(({ value }) => value !== 'another') };

/** The settings that make a difference for this action: none where nothing is found again, and without a way to undo there is nothing to choose. */
export function settingsOf(action: Action): Form {
	if (!isFoundAgain(action)) return [];
	const { find } = bookingOf(action);
	const offered = bookingForm.filter((field) => field.key !== 'on_double' || find?.undo !== undefined);
	return find?.only ? offered.map(withoutAnother) : offered;
}

export type BookingSettings = {
	ifExists: z.output<typeof bookingFields>['if_exists'];
	onDouble: z.output<typeof bookingFields>['on_double'];
	/** Stands in for a missing reference; the same whenever the host runs the same step again. */
	runReference?: string;
};
