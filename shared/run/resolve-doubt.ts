import type { Item } from '../declare/facts';
import { failed, failureTable, success, type Failure, type Result } from '../declare/failure';
import type { Attempt } from './attempt';
import type { BookingSettings } from './booking-settings';
import { lookUpSpellings, type Booking } from './look-up';
import { LOOKUP_PAUSE_MS, SETTLE_MS } from './retry';

/**
 * After a request with an unknown outcome: repeats the look-up until the carrier shows the booking or time runs out. An
 * empty list counts the second time, because a carrier in trouble may answer with one.
 */
export async function resolveUnknownOutcome(
	booking: Booking,
	existingIds: ReadonlySet<unknown>,
	unknownOutcome: Attempt,
): Promise<Result<Item[]>> {
	const { context, ports, reference } = booking;
	const isLastLook = () => ports.now() + LOOKUP_PAUSE_MS >= context.deadline;
	// One that is spelled in another way and was not there before is the booking that was sent.
	const isNew = ({ id }: Item) => !existingIds.has(id) && booking.otherIds?.has(id) !== true;
	let wasEmpty = false;
	await ports.sleep(SETTLE_MS);
	for (;;) {
		const lookup = await lookUpSpellings(booking);
		if (lookup.ok) {
			const found = [...lookup.value.items, ...lookup.value.others].filter(isNew);
			if (found.length > 0 || wasEmpty || isLastLook()) return success(found);
			wasEmpty = true;
		} else if (isLastLook()) {
			const reason = unknownOutcome.result.ok ? '' : `${unknownOutcome.result.failure.message}. `;
			return failed(
				'outcome_unknown',
				`${reason}Whether the booking "${reference}" exists could not be found out: ${lookup.failure.message}`,
				{ reference },
			);
		}
		await ports.sleep(LOOKUP_PAUSE_MS);
	}
}

/** The run makes its own reference when the user gives none. Showing it would explain nothing. */
export const isTyped = (reference: string, { runReference }: Partial<BookingSettings>): boolean =>
	reference !== runReference;

/** Follows the usual advice, to search for the reference. */
const SEARCHES_ITSELF = 'Run again with the same reference, this step does that itself.';

/**
 * Requests without a clear answer, and a list that does not show the booking: a list may lag further than it should, so
 * this is not "nothing was booked".
 */
export function leftInDoubt(
	{ context, reference }: Booking,
	{ message, retryAfter }: Pick<Failure, 'message' | 'retryAfter'>,
	doubts: number,
	settings: Partial<BookingSettings>,
) {
	const requests = doubts === 1 ? 'A request' : 'Two requests';
	return failed(
		'outcome_unknown',
		`${message.replace(/\.$/, '')}. ${requests} for "${reference}" had no clear answer, and ${context.carrier.title} does not list it`,
		{
			reference,
			retryAfter,
			...(isTyped(reference, settings) && settings.ifExists !== 'another'
				? { advice: `${failureTable.outcome_unknown.advice} ${SEARCHES_ITSELF}` }
				: {}),
		},
	);
}
