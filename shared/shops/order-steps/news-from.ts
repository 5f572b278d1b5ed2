import { failureTable } from '../../declare/failure';
import { statuses, type Status } from '../../delivery/status';
import { isJsonObject } from '../../json';
import { firstText, listAt, textAt, toText, valueAt } from '../read-json';
import type { DeliveryNews, DeliveryState } from '../update';
import type { OrderStepsOf } from './steps-of';

const UNKNOWN_CODES = ['outcome_unknown', 'partly_done', 'stopped'];
const LATER_CODES = [
	'unavailable',
	'rate_limited',
	'unreadable_answer',
	'carrier_closed',
	// About the connection, and not about the order: all orders would be put aside for one expired token.
	'not_authorised',
	'wrong_connection',
	'gone',
];

/** Of the carrier: its name, and how a booking stands that is no delivery. */
type Source = Pick<OrderStepsOf, 'title' | 'stateOf'>;

/** An order that stands for its delivery names no status of a delivery. */
function statusOf(item: unknown, { stateOf }: Source): Status {
	const text = textAt(item, 'status');
	if (text === null && stateOf !== undefined && isJsonObject(item)) return stateOf(item).status;
	return statuses.find((status) => status === text) ?? 'created';
}

const deliveryState = (item: unknown, source: Source): DeliveryState => ({
	carrier: source.title,
	id: textAt(item, 'id') ?? '',
	reference: textAt(item, 'reference'),
	status: statusOf(item, source),
	reason: textAt(item, 'reason'),
	trackingNumber: firstText(textAt(item, 'trackingNumber'), textAt(item, 'delivery', 'trackingNumber')),
	trackingUrl: firstText(
		textAt(item, 'trackingUrl'),
		textAt(item, 'dropoff', 'trackingUrl'),
		textAt(item, 'delivery', 'trackingUrl'),
	),
	occurredAt: textAt(item, 'occurredAt'),
	warnings: listAt(item, 'warnings').flatMap((warning) => toText(warning) ?? []),
	differs: textAt(item, 'outcome') === 'found_different',
});

/** A host that hands on the message alone has the code at its end: "… (outcome_unknown)". */
function codeIn(error: string): string | null {
	const code = /\((\w+)\)\s*$/.exec(error)?.[1];
	return code !== undefined && Object.hasOwn(failureTable, code) ? code : null;
}

/** A failure without a code is the host's own, such as a step that took too long. It proves nothing. */
function failureNews(item: unknown, carrier: string, error: string): DeliveryNews {
	const code = firstText(textAt(item, 'details', 'code'), textAt(item, 'code'), codeIn(error));
	const reference = firstText(textAt(item, 'details', 'reference'), textAt(item, 'reference')) ?? '';
	if (code === null || UNKNOWN_CODES.includes(code)) return { kind: 'unknown', carrier, reference };
	return LATER_CODES.includes(code) ? { kind: 'later', message: error } : { kind: 'refused', carrier, message: error };
}

/** What is booked under the reference belongs to another order, or to this one before somebody changed it. */
function differenceOf(item: unknown, source: Source): DeliveryNews {
	const { id, reference, warnings, carrier } = deliveryState(item, source);
	const booked = `delivery ${id} ${reference === null ? '' : `is booked under ${reference} and `}differs from the order.`;
	return {
		kind: 'differs',
		carrier,
		message: [booked, ...warnings, `Change the order, or the delivery at ${carrier}.`].join(' '),
	};
}

/** What an item of a booking, of a trigger or of a failed step means for the shop. Null where it means nothing. */
export function newsFrom(item: unknown, source: Source): DeliveryNews | null {
	const error = firstText(textAt(item, 'error'), textAt(item, 'error', 'message'));
	if (error !== null) return failureNews(item, source.title, error);
	const outcome = textAt(item, 'outcome');
	if (outcome === 'left_out' || valueAt(item, 'id') === undefined) return null;
	if (outcome === 'found_different') return differenceOf(item, source);
	const isBooking = ['booked', 'found', 'created'].includes(outcome ?? '');
	return { kind: isBooking ? 'booked' : 'moved', delivery: deliveryState(item, source) };
}
