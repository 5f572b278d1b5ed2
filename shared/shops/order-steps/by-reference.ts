import { z } from 'zod/v4';

import type { FlowAction, Steps } from '../../declare/action';
import type { Item } from '../../declare/facts';
import { failed, success, type Result } from '../../declare/failure';
import { text } from '../../declare/field';
import { flow } from '../../declare/flow';
import { without, type JsonObject } from '../../json';
import { MOST_ATTEMPTS, nextReference } from './attempts';
import { stateOfItem } from './findings';
import { bookOutput } from './output';
import { byReferenceExample, byReferenceSample, missingReference } from './samples';
import type { OrderStepsOf } from './steps-of';

const formOf = ({ booking, choices }: OrderStepsOf) =>
	z.object({
		reference: text({
			label: 'Reference',
			placeholder: 'WC-1042',
			help: 'Under which the order was booked.',
		}),
		...Object.fromEntries(
			choices.flatMap((key) => {
				const isPlace = booking.form.find((field) => field.key === key)?.forConnection !== undefined;
				const field = booking.input.shape[key];
				return field === undefined || !isPlace ? [] : [[key, field] as const];
			}),
		),
	});

type ReferenceInput = { reference: string } & JsonObject;

/** The live bookings of the reference, or that there are none. */
async function bookingsOf(
	{ booking, title }: OrderStepsOf,
	{ reference, ...place }: ReferenceInput,
	steps: Steps,
): Promise<Result<Item[]>> {
	const field = booking.booking.foundBy === 'identity' ? undefined : booking.booking.reference;
	if (field === undefined) return failed('invalid_input', `${title} cannot be searched for a reference`);
	const found = await steps.find(booking, { ...place, [field]: reference });
	if (!found.ok || found.value.length > 0) return found;
	return failed('not_found', `${title} has no booking "${reference}"`, { reference });
}

/** How a booking is cancelled, where the carrier has a call for it. */
function cancelOf({ booking: { booking }, cancel }: OrderStepsOf) {
	return cancel ?? (booking.foundBy === 'refusal' ? undefined : booking.cancel);
}

function covers(declaration: OrderStepsOf, verb: 'get' | 'cancel'): readonly string[] {
	const { booking } = declaration.booking;
	const read = booking.foundBy === 'refusal' ? [] : booking.action.covers;
	return [...new Set([...read, ...(verb === 'cancel' ? (cancelOf(declaration)?.action.covers ?? []) : [])])];
}

const declared = (declaration: OrderStepsOf, verb: 'get' | 'cancel') => ({
	resource: 'shopOrder',
	verb,
	covers: covers(declaration, verb),
	input: formOf(declaration),
	output: bookOutput(declaration),
	example: byReferenceExample(declaration, verb),
	samples: [byReferenceSample(declaration, verb)],
	antiSamples: [missingReference],
});

/** The bookings of a reference; where all of them ended without a delivery, those of the attempt after it. */
async function latestBookings(declaration: OrderStepsOf, input: ReferenceInput, steps: Steps): Promise<Result<Item[]>> {
	const { stateOf = stateOfItem } = declaration;
	let latest = await bookingsOf(declaration, input, steps);
	let { reference } = input;
	for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt += 1) {
		if (!latest.ok || latest.value.some((item) => stateOf(item).stage !== 'over')) break;
		reference = nextReference(reference);
		const next = await bookingsOf(declaration, { ...input, reference }, steps);
		if (!next.ok) return next.failure.code === 'not_found' ? latest : next;
		latest = next;
	}
	return latest;
}

/** "Nothing to cancel" is looked at twice: an empty list may be a gateway's, and a courier would ride all the same. */
async function knownBookings(declaration: OrderStepsOf, input: ReferenceInput, steps: Steps): Promise<Result<Item[]>> {
	const found = await latestBookings(declaration, input, steps);
	return !found.ok && found.failure.code === 'not_found' ? await latestBookings(declaration, input, steps) : found;
}

/** Reads the bookings of a reference, in the common language. */
export const getByReference = (declaration: OrderStepsOf): FlowAction =>
	flow({
		...declared(declaration, 'get'),
		title: 'Get Booking by Reference',
		description: `Reads the live booking of a reference at ${declaration.title}.`,
		asSearch: { title: 'Find Booking by Reference', key: 'booking_by_reference' },
		effect: 'read',
		// The form's own fields besides the reference are the booking's.
		run: async (input, _facts, steps) => await latestBookings(declaration, input as ReferenceInput, steps),
	});

/** Cancels what is booked under a reference. */
export const cancelByReference = (declaration: OrderStepsOf): FlowAction =>
	flow({
		...declared(declaration, 'cancel'),
		title: 'Cancel Booking by Reference',
		description: `Cancels the live booking of a reference at ${declaration.title}.`,
		effect: 'repeatable',
		irreversible: true,
		run: async (raw, _facts, steps) => {
			// The form's own fields besides the reference are the booking's.
			const input = raw as ReferenceInput;
			const { title, stateOf = stateOfItem } = declaration;
			const cancel = cancelOf(declaration);
			if (cancel === undefined)
				return failed('invalid_input', `${title} has no call that cancels such a booking. Cancel it there.`);
			const found = await knownBookings(declaration, input, steps);
			if (!found.ok) return found;
			const place = without(input, 'reference');
			const cancelled: Item[] = [];
			for (const item of found.value.filter((each) => stateOf(each).stage === 'live')) {
				const done = await steps.call(cancel.action, { ...place, ...cancel.input(item) });
				if (!done.ok) return done;
				// Some carriers answer no more than that it is done.
				cancelled.push(...done.value.map((each) => ({ ...each, reference: each.reference ?? item.reference })));
			}
			return cancelled.length > 0
				? success(cancelled)
				: failed('too_late', `The booking "${input.reference}" at ${title} is over already`);
		},
	});
