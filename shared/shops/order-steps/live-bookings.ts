import type { BookingCall, Steps } from '../../declare/action';
import type { Facts, Item } from '../../declare/facts';
import { failed, success, type Result } from '../../declare/failure';
import type { BookingState } from '../../declare/shop-order';
import type { JsonObject } from '../../json';
import { firstReference } from './attempts';
import { stateOfItem, type KnownOrders } from './findings';
import type { OrderStepsOf } from './steps-of';

/** Bookings that are read at once, where a list lacks their references. */
const AT_ONCE = 5;
const SPARE_MS = 4_000;

type LookedUp = Extract<BookingCall['booking'], { foundBy: 'reference' }>;

async function readEach(
	rows: readonly Item[],
	{ readFull }: LookedUp,
	place: JsonObject,
	steps: Steps,
): Promise<Result<Item[]>> {
	if (!readFull) return success([...rows]);
	const whole: Item[] = [];
	for (let at = 0; at < rows.length; at += AT_ONCE) {
		if (steps.timeLeft() < SPARE_MS)
			return failed('unavailable', 'The carrier has more live bookings than could be read in the time of this step');
		const reads = await Promise.all(
			rows.slice(at, at + AT_ONCE).map(async (row) => ({
				row,
				read: await steps.call(readFull.action, readFull.input(row, place)),
			})),
		);
		for (const { row, read } of reads) {
			if (read.ok) whole.push(...read.value.map((full) => readFull.merge?.(row, full) ?? full));
			// What is gone since the list was read is not live.
			else if (read.failure.code !== 'not_found') return read;
		}
	}
	return success(whole);
}

export interface LiveBookings {
	bookings: BookingState[];
	/** Rows of the list that could not be read, in words. Each may be a live booking. */
	unread: string[];
}

/** The live bookings at the carrier whose references begin as the shop's do. */
export async function liveBookings(
	{ booking: action, title, stateOf = stateOfItem }: OrderStepsOf,
	{ place, since, prefix, facts }: { place: JsonObject; since: string; prefix: string; facts: Facts },
	steps: Steps,
): Promise<Result<LiveBookings>> {
	const { booking } = action;
	if (booking.foundBy !== 'reference' || !booking.listSince)
		return failed('invalid_input', `${title} has no list of its bookings. Leave All Orders Since empty`);
	const listed = await steps.listSince(action, place, since);
	if (!listed.ok) return listed;
	const unread = listed.value.flatMap(({ warnings }) => (Array.isArray(warnings) ? warnings.map(String) : []));
	const start = `${prefix}-`.toLowerCase();
	const isOurs = ({ reference, stage }: BookingState) =>
		stage === 'live' && reference?.toLowerCase().startsWith(start) === true;
	const { lacksReferences } = booking.listSince;
	const rows = listed.value.filter((row) => {
		const state = stateOf(row);
		return lacksReferences ? state.stage === 'live' : isOurs(state);
	});
	// A list may lag: what it shows as live may be cancelled by now.
	const whole = await readEach(rows, booking, place, steps);
	if (!whole.ok) return whole;
	const bookings = whole.value.flatMap((item) => {
		const state = stateOf(item);
		return isOurs(state) && booking.isCandidate(item, state.reference ?? '', place, facts) ? [state] : [];
	});
	return success({ bookings, unread });
}

const orderReference = ({ reference }: BookingState) => firstReference(reference ?? '').toLowerCase();

export const ofOrder = (live: readonly BookingState[], reference: string): BookingState[] =>
	live.filter((booking) => orderReference(booking) === reference.toLowerCase());

/** Live bookings of no order, made since the orders are whole. */
export const straysAmong = (
	live: readonly BookingState[],
	{ references }: KnownOrders,
	since: string | undefined,
): BookingState[] =>
	live.filter(
		(booking) =>
			!references.has(orderReference(booking)) &&
			(since === undefined || booking.createdAt === null || Date.parse(booking.createdAt) >= Date.parse(since)),
	);
