import type { Item } from '../declare/facts';
import { success, type FailureCode, type Result } from '../declare/failure';
import { isCandidateOf, readCandidate, type Booking } from './look-up';
import { withoutCancellation } from './look-up-request';

/** One of several bookings under a reference, as the carrier returns it when read by its id. */
export interface Rival {
	item: Item;
	isAlive: boolean;
}

/** Reads one booking by its id. A carrier without such a read only has the row of its list. */
export async function readRival(booking: Booking, item: Item): Promise<Result<Rival>> {
	const { find, context } = booking;
	// A booking that does not match the input is not a duplicate and is never cancelled.
	const isLive = (each: Item): boolean =>
		each.terminal !== true &&
		isCandidateOf(booking, each) &&
		(find.isSameBooking?.(each, context.input, booking.reference) ?? true) &&
		(find.isActive?.(each, context.input) ?? true);
	if (!find.readFull) return success({ item, isAlive: isLive(item) });
	const read = await readCandidate(booking, item, find.readFull);
	if (!read.ok) return read;
	const [full] = read.value;
	if (!full) return success({ item, isAlive: false });
	const merged = find.readFull.merge?.(item, full) ?? full;
	return success({ item: merged, isAlive: isLive(merged) });
}

/** How the cancelling of one booking ended. */
export type Cancellation =
	/** `open`: the carrier decides later and has not decided yet. */
	{ isCancelled: true; open: readonly string[] } | { isCancelled: false; reason: string };

/** Failures that leave it unknown whether the cancel took effect. */
const UNCLEAR: ReadonlySet<FailureCode> = new Set([
	'unavailable',
	'unreadable_answer',
	'rate_limited',
	'outcome_unknown',
	'stopped',
]);

const warningsOf = (item: Item | undefined): string[] =>
	Array.isArray(item?.warnings) ? item.warnings.map(String) : [];

/**
 * Cancels one booking. After an unclear response the booking is read again, and the cancel is repeated once if it is
 * still live.
 */
export async function cancelRival(booking: Booking, item: Item): Promise<Cancellation> {
	const { find, runAction } = booking;
	if (!find.cancel) return { isCancelled: false, reason: 'the carrier takes no booking back' };
	const ports = withoutCancellation(booking.ports);
	for (let tries = 1; ; tries += 1) {
		const cancelled = await runAction(find.cancel.action, find.cancel.input(item), ports);
		if (cancelled.ok) return { isCancelled: true, open: warningsOf(cancelled.value[0]) };
		const { code, message } = cancelled.failure;
		const now = await readRival(booking, item);
		if (now.ok && !now.value.isAlive) return { isCancelled: true, open: [] };
		if (tries === 2 || !UNCLEAR.has(code)) return { isCancelled: false, reason: message.replace(/\.$/, '') };
	}
}
