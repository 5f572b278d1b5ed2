import type { Item } from '../../declare/facts';
import { isJsonObject } from '../../json';
import { toE164 } from '../../delivery/phone';
import { millis, wallTime } from '../../delivery/time';
import { isSameReference } from '../../run/same-reference';
import { ZONE } from './connection';
import type { ProposalPolicy } from './proposal';
import type { TripRequest } from './trip';

/** The evidence that a listed order is the requested one. */
type Evidence = 'reference' | 'changedReference' | 'customer';

const MINUTE_MS = 60_000;
/** How far an accepted proposal may lie from the requested time, where the user sets no limit. */
const PROPOSAL_MS = 60 * MINUTE_MS;

const words = (text: unknown) =>
	typeof text === 'string' ? text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase() : '';
const phone = (text: unknown) => (typeof text === 'string' ? (toE164(text, 'DK') ?? text.replace(/\D/g, '')) : '');

function toleranceOf(policy: ProposalPolicy): number {
	if (policy.when_pushed === 'deny') return 0;
	return policy.when_pushed === 'accept_within' ? (policy.accept_within_minutes ?? 0) * MINUTE_MS : PROPOSAL_MS;
}

const startedFields = ['driverArrivedAt', 'driverLeftAt', 'arrivedAt'] as const;
const minuteOfDay = (ms: number) => Number(wallTime(ms, ZONE, 'H')) * 60 + Number(wallTime(ms, ZONE, 'm'));

/**
 * DI6 lists a time without its day, and the remarks that hold the requested day may be missing. For a trip that has not
 * begun, only the time of day can be compared.
 */
function timeApart(order: Item, start: number, requested: number): number {
	if (startedFields.some((field) => typeof order[field] === 'string')) return Math.abs(start - requested);
	const apart = Math.abs(minuteOfDay(start) - minuteOfDay(requested));
	return Math.min(apart, 24 * 60 - apart) * MINUTE_MS;
}

/** The same person at the same time: the remaining evidence when the remarks are missing. */
function isSameCustomer(order: Item, request: TripRequest & ProposalPolicy): boolean {
	const [pickup, dropoff] = [order.pickup, order.dropoff].map((stop) => (isJsonObject(stop) ? stop : {}));
	const start = pickup?.slotStart;
	const name = [request.firstname, request.lastname].filter((part) => part !== undefined).join(' ');
	return (
		phone(dropoff?.phone) === phone(request.telephone) &&
		words(dropoff?.name) === words(name) &&
		typeof start === 'string' &&
		order.terminal !== true &&
		timeApart(order, millis(start), millis(request.time)) <= toleranceOf(request)
	);
}

/**
 * Remarks may come back escaped, cut, re-spaced or empty: DI6 does not promise more. A missing reference must not mean
 * "not booked", so the customer is the second evidence. An order with another reference is another order.
 */
export function evidenceOf(
	order: Item,
	reference: string,
	request: TripRequest & ProposalPolicy,
): Evidence | undefined {
	if (typeof order.reference === 'string') {
		if (order.reference === reference) return 'reference';
		return isSameReference(order.reference, reference) ? 'changedReference' : undefined;
	}
	return isSameCustomer(order, request) ? 'customer' : undefined;
}

/** The notice for a booking that was not recognised by its reference alone. */
export function cautionOf(order: Item, reference: string, request: TripRequest & ProposalPolicy): string[] {
	const evidence = evidenceOf(order, reference, request);
	if (evidence === 'changedReference') return [`DeliverIt returned the reference as "${String(order.reference)}".`];
	return evidence === 'customer'
		? ['DeliverIt returned this booking without its reference. It was recognised by name, phone and time.']
		: [];
}
