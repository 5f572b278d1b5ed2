import { z } from 'zod/v4';

import type { Item } from '../declare/action';
import { choice } from '../declare/field';
import { formOf } from '../declare/form';

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
});

export const bookingForm = formOf(bookingFields);

export type BookingSettings = {
	ifExists: z.output<typeof bookingFields>['if_exists'];
	/** Stands in for a missing reference; the same whenever the host runs the same step again. */
	runReference?: string;
};

/** Says on an item whether it was booked now, and what the user should know about that. */
export const withOutcome = (item: Item, outcome: 'created' | 'found', warnings: string[] = []): Item => ({
	...item,
	outcome,
	...(warnings.length > 0 ? { warnings: [...(Array.isArray(item.warnings) ? item.warnings : []), ...warnings] } : {}),
});
