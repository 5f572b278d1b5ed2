import type { Item } from '../declare/facts';
import { success, type Result } from '../declare/failure';
import type { Booking } from './look-up';
import { withOutcome } from './outcome';

const isFinished = ({ terminal }: Item) => terminal === true;

/** The carrier keeps one at most under a reference. */
export const isUnique = (find: Booking['find']) => find.foundBy === 'reference' && find.uniquePerReference === true;

/** For a reference with several bookings, prefers one that is still to be delivered. */
export function returnExisting(found: readonly Item[], booking: Booking): Result<Item[]> {
	const [first, ...others] = [...found.filter((item) => !isFinished(item)), ...found.filter(isFinished)];
	if (!first) return success([]);
	const differences = (booking.find.compare?.(booking.context.input, first) ?? [])
		.filter(({ requested, found: actual, isSame }) => !(isSame ?? requested === actual))
		.map(
			({ label, requested, found: actual }) =>
				`${label} is "${requested}" here but "${actual}" in the existing booking.`,
		);
	return success([
		withOutcome(first, 'found', [
			...finishedWarning(first, booking),
			...differences,
			...duplicateWarning(others, booking.reference),
		]),
	]);
}

/**
 * A reference that is used again, perhaps months later, finds the finished delivery. No warning where the carrier
 * allows one booking per reference, because no other booking is possible.
 */
const finishedWarning = (found: Item, { find }: Booking): string[] =>
	isFinished(found) && !isUnique(find)
		? [
				`The booking found is over (${String(found.status)}), and nothing was booked now: another one needs another reference, or the choice Book Another.`,
			]
		: [];

function duplicateWarning(others: readonly Item[], reference: string): string[] {
	return others.length === 0
		? []
		: [`The carrier holds ${others.length + 1} live bookings with the reference ${reference}.`];
}
