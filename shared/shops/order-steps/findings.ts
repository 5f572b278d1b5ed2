import { isTerminal, statuses, statusLabels } from '../../delivery/status';
import type { LeftOutCode, OrderReading } from '../../delivery/request';
import type { Item } from '../../declare/facts';
import type { BookingState } from '../../declare/shop-order';
import { firstText, textAt } from '../read-json';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const findingCodes = [
	'booked',
	'missing',
	'twice',
	'orphaned',
	'stuck',
	'to_cancel',
	'left_out',
	'not_checked',
] as const;

export interface Finding {
	finding: (typeof findingCodes)[number];
	/** What is the matter, and what to do. */
	message: string;
}

/** From when on a delivery is stuck. */
export interface StuckLimits {
	/** After the end of its slot. */
	hours: number;
	/** After its booking, where it has no slot. */
	days: number;
}

/** An order as its shop has it, and what a carrier holds of it, the latest attempt last. */
export interface Compared {
	reading: OrderReading;
	bookings: readonly BookingState[];
	/** Of the carrier. */
	title: string;
	now: number;
	limits: StuckLimits;
}

/** How a delivery item stands. */
export function stateOfItem(item: Item): BookingState {
	const status = statuses.find((each) => each === item.status) ?? 'unknown';
	return {
		id: String(item.id),
		reference: textAt(item, 'reference'),
		stage: status === 'delivered' ? 'delivered' : isTerminal(status) ? 'over' : 'live',
		status,
		label: statusLabels[status],
		needsAttention: status === 'needs_attention',
		reason: firstText(textAt(item, 'reason'), textAt(item, 'dropoff', 'failureReason')),
		dueAt: firstText(
			textAt(item, 'dropoff', 'slotEnd'),
			textAt(item, 'dropoff', 'slotStart'),
			textAt(item, 'pickup', 'slotEnd'),
			textAt(item, 'pickup', 'slotStart'),
		),
		createdAt: textAt(item, 'createdAt'),
		reachedAt: firstText(textAt(item, 'occurredAt'), textAt(item, 'dropoff', 'completedAt')),
	};
}

/** An order that stopped being ours although a courier may be on its way. */
const STOPPED: readonly LeftOutCode[] = ['cancelled', 'voided', 'refunded', 'test', 'collected'];

/** A paid order that somebody put aside is not called off. */
export const isStopped = ({ reasons, request }: Extract<OrderReading, { outcome: 'left_out' }>): boolean =>
	reasons.some(({ code }) => STOPPED.includes(code) || (code === 'not_paid' && request?.payment !== 'paid'));

const idsOf = (bookings: readonly BookingState[]) => bookings.map(({ id }) => id).join(', ');

const isBefore = (moment: string | null, limit: number): moment is string =>
	moment !== null && Date.parse(moment) < limit;

/** A live delivery that should be over, or that waits for a person. */
function stuckLive(
	{ id, label, needsAttention, reason, dueAt, createdAt }: BookingState,
	{ title, now, limits }: Compared,
): string | undefined {
	const because = reason === null ? '' : ` (${reason})`;
	if (needsAttention) return `Delivery ${id} waits for somebody to correct it${because}. Correct it at ${title}.`;
	if (dueAt !== null)
		return isBefore(dueAt, now - limits.hours * HOUR_MS)
			? `Delivery ${id} was due by ${dueAt} and is still "${label}"${because}. Ask ${title} where it is.`
			: undefined;
	return isBefore(createdAt, now - limits.days * DAY_MS)
		? `Delivery ${id} was booked at ${createdAt} and is still "${label}"${because}. Ask ${title} where it is.`
		: undefined;
}

/** A delivery that is over, of an order that the shop still wants delivered. */
function stuckOver(bookings: readonly BookingState[], { title, now, limits }: Compared): string | undefined {
	const delivered = bookings.find(({ stage }) => stage === 'delivered');
	if (delivered)
		return isBefore(delivered.reachedAt, now - limits.hours * HOUR_MS)
			? `Delivery ${delivered.id} was delivered at ${delivered.reachedAt}, and the shop does not know. Set the order's status in the shop.`
			: undefined;
	const last = bookings.at(-1);
	if (last === undefined) return undefined;
	const because = last.reason === null ? '' : ` (${last.reason})`;
	return `Delivery ${last.id} at ${title} ended as "${last.label}"${because}. Book the order again after it, or refund it.`;
}

const joined = (...sentences: (string | undefined)[]) =>
	sentences.filter((sentence) => sentence !== undefined && sentence !== '').join(' ');

/** What one order and its bookings come to. */
export function findingOf(compared: Compared): Finding {
	const { reading, bookings, title } = compared;
	const live = bookings.filter(({ stage }) => stage === 'live');
	const [only] = live;
	if (live.length > 1)
		return {
			finding: 'twice',
			message: `${title} holds ${live.length} live bookings: ${idsOf(live)}. Cancel all but one.`,
		};
	if (reading.outcome === 'left_out' && only && isStopped(reading))
		return {
			finding: 'to_cancel',
			message: `${reading.reasons[0].message} Booking ${only.id} at ${title} is still live. Cancel it.`,
		};
	const stuck = only
		? stuckLive(only, compared)
		: reading.outcome === 'left_out'
			? undefined
			: stuckOver(bookings, compared);
	if (stuck !== undefined) return { finding: 'stuck', message: stuck };
	if (reading.outcome === 'left_out')
		return { finding: bookings.length > 0 ? 'booked' : 'left_out', message: reading.reasons[0].message };
	if (bookings.length > 0) return { finding: 'booked', message: `${title} holds booking ${idsOf(bookings)}.` };
	// An address that was not joined to its order is nothing to correct in the shop.
	const problems =
		reading.outcome === 'problems'
			? reading.problems.flatMap(({ field, message }) => (field === 'place' ? [] : [message]))
			: [];
	return {
		finding: 'missing',
		message: joined(
			`${title} holds no booking of this order.`,
			...problems,
			problems.length > 0 ? 'Correct the order, then book it.' : 'Book it.',
		),
	};
}

const wholeNumber = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);

/** The orders of a shop, whole since some moment. */
export interface KnownOrders {
	prefix: string;
	/** First references, in lower case. */
	references: ReadonlySet<string>;
	numbers: readonly string[];
}

/** What a live booking comes to that none of the orders has. */
export function strayFinding({ id, reference }: BookingState, known: KnownOrders, title: string): Finding {
	const number = (reference ?? '').slice(known.prefix.length + 1);
	const own = wholeNumber(number);
	const oldest = Math.min(...known.numbers.flatMap((each) => wholeNumber(each) ?? []));
	const isNone = known.numbers.length === 0;
	return own !== undefined && own < oldest && !isNone
		? {
				finding: 'not_checked',
				message: `Booking ${id} at ${title} is of an order that is older than the orders that were compared.`,
			}
		: {
				finding: 'orphaned',
				message: `Booking ${id} at ${title} is live, and the shop ${isNone ? 'gave no order to compare' : 'has no such order'}. Look for order ${number} in the shop. If it is gone, cancel the booking.`,
			};
}
