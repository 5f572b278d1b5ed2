import type { LookedUpBooking } from '../declare/action';
import type { Item } from '../declare/facts';
import { failed, success, type Result } from '../declare/failure';
import type { RequestContext } from './send';
import { accountKey } from './account-key';
import { digest } from './digest';
import { changedReference } from './same-reference';
import { withoutCancellation, type LookupRequest } from './look-up-request';
import { isBeforeBooking, provesAbsence, sharedRows, type ListUse } from './shared-look-up';
import { SETTLE_MS } from './retry';

type ReadFull = NonNullable<LookedUpBooking<unknown>['readFull']>;

/** A booking under way. */
export interface Booking extends LookupRequest {
	context: RequestContext;
	/** Keeps this reference apart from others, in locks and memory. */
	key: string;
	/** Ids of bookings under another spelling of the reference that were there before. */
	otherIds?: ReadonlySet<unknown>;
	/** Keys of the requests sent under the same reference, this booking's first. */
	sentKeys: readonly string[];
}

export function isCandidateOf(request: LookupRequest, item: Item): boolean {
	const { context, find, reference, anySpelling = false } = request;
	const { input, facts, voidIds } = context;
	if (voidIds?.has(item.id) || !find.isCandidate(item, reference, input, facts)) return false;
	return anySpelling || spelledByCarrier(request, item) === undefined;
}

/** The reference that the carrier shows for a booking, where it spells it in another way. */
export const spelledByCarrier = ({ find, reference }: Pick<LookupRequest, 'find' | 'reference'>, item: Item) =>
	find.foundBy === 'reference' && find.showsReference ? changedReference(item.reference, reference) : undefined;

export const spellingNotice = (title: string, sent: string, shown: string): string =>
	`${title} keeps the reference "${sent}" as "${shown}". Use that spelling if you look for it there.`;

/** Adds a notice of how a booking was recognised when its reference alone did not match, and sets that reference. */
function withCaution(request: LookupRequest, item: Item): Item {
	const { context, find, reference } = request;
	const shown = spelledByCarrier(request, item);
	const cautions = [
		...(find.caution?.(item, context.input, reference) ?? []),
		...(shown === undefined ? [] : [spellingNotice(context.carrier.title, reference, shown)]),
	];
	return cautions.length === 0
		? item
		: {
				...item,
				reference: item.reference ?? reference,
				warnings: [...(Array.isArray(item.warnings) ? item.warnings : []), ...cautions],
			};
}

/**
 * The carrier's rows for the reference, as short as its list returns them. `use` is for a list that the batch shares;
 * without it only a list that begins now settles the doubt.
 */
export async function candidatesOf(booking: LookupRequest, use: ListUse = 'doubt'): Promise<Result<Item[]>> {
	const { context, find, reference, runAction, ports } = booking;
	const rowsOf = (items: readonly Item[]) => items.filter((candidate) => isCandidateOf(booking, candidate));
	const listed = booking.listed && rowsOf(booking.listed.items);
	if (listed && (listed.length > 0 || booking.listed?.isWhole)) return success(listed);
	const shared = await sharedRows(booking, use);
	if (shared?.ok) {
		const rows = rowsOf(shared.value);
		if (rows.length > 0 || provesAbsence(booking, shared.value, use)) return success(rows);
	} else if (shared && isBeforeBooking(use) && shared.failure.code === 'unavailable') {
		// Look-ups by reference would only add to the carrier's trouble, and nothing is booked yet.
		return shared;
	}
	const read = await runAction(
		find.action,
		find.input(reference, context.input, context.facts),
		withoutCancellation(ports),
	);
	return read.ok ? success(rowsOf(read.value)) : emptyIfNotFound(read);
}

const emptyIfNotFound = (listed: Result<Item[]>): Result<Item[]> =>
	!listed.ok && listed.failure.code === 'not_found' ? success([]) : listed;

/** The full booking for a listed one. If it cannot be read yet, it will be once the carrier has settled. */
export async function readCandidate(
	{ context, runAction, ports }: LookupRequest,
	candidate: Item,
	{ action, input }: ReadFull,
): Promise<Result<Item[]>> {
	const read = await runAction(action, input(candidate, context.input), withoutCancellation(ports));
	if (read.ok || read.failure.code !== 'not_found' || ports.now() + SETTLE_MS >= context.deadline) return read;
	await ports.sleep(SETTLE_MS);
	return await runAction(action, input(candidate, context.input), withoutCancellation(ports));
}

/**
 * Leaves out a booking that another one has replaced, unless the other one cannot be seen: one booking exists in any
 * case.
 */
function withoutReplaced(items: readonly Item[], { find, context }: LookupRequest): Item[] {
	const active = items.filter((item) => find.isActive?.(item, context.input) ?? true);
	return active.length > 0 ? active : [...items];
}

const isSameBooking = ({ context, find, reference }: LookupRequest, item: Item): boolean =>
	find.isSameBooking?.(item, context.input, reference) ?? true;

/** The live ones among candidates, whole. */
export async function activeBookings(booking: LookupRequest, candidates: readonly Item[]): Promise<Result<Item[]>> {
	const { find } = booking;
	if (!find.readFull)
		return success(
			withoutReplaced(
				candidates.filter((item) => isSameBooking(booking, item)),
				booking,
			),
		);
	const items: Item[] = [];
	for (const candidate of candidates) {
		const read = await readCandidate(booking, candidate, find.readFull);
		// Listed but not readable: that does not prove whether the booking exists.
		if (!read.ok)
			return read.failure.code === 'not_found'
				? failed('unavailable', `${booking.context.carrier.title} lists a booking that it does not show yet`)
				: read;
		const { merge } = find.readFull;
		items.push(...read.value.map((full) => merge?.(candidate, full) ?? full));
	}
	// A list may lag: a booking it shows as live may be cancelled by now.
	return success(
		withoutReplaced(
			items.filter((item) => isCandidateOf(booking, item) && isSameBooking(booking, item)),
			booking,
		),
	);
}

/** What a list shows for a reference. */
export interface Found {
	items: Item[];
	/**
	 * Bookings whose reference is spelled in another way: another order's, where a carrier tells "a1" from "A1"; or the
	 * one that was just sent, where it does not.
	 */
	others: Item[];
}

const spellingKey = ({ context, reference }: LookupRequest): string =>
	`spelling:${digest([accountKey(context), reference])}`;

/** Long enough for a shop to send an order again. */
const SPELLING_MS = 30 * 24 * 3_600_000;

/** Notes how the carrier spells a reference, so that the booking is found again by it. */
export const rememberSpelling = async (booking: LookupRequest, shown: string): Promise<void> =>
	await booking.ports.store.set(spellingKey(booking), shown, SPELLING_MS);

async function lookUpAll(booking: LookupRequest, use: ListUse | undefined): Promise<Result<Item[]>> {
	const candidates = await candidatesOf(booking, use);
	return candidates.ok ? await activeBookings(booking, candidates.value) : candidates;
}

/**
 * The live bookings of the reference in every spelling, whole. A list that knows a booking in the carrier's own spelling
 * alone is queried by that, once it is known. `use`: see `candidatesOf`.
 */
export async function lookUpSpellings(booking: LookupRequest, use?: ListUse): Promise<Result<Found>> {
	const all = await lookUpAll({ ...booking, anySpelling: true }, use);
	if (!all.ok) return all;
	const isExact = (item: Item) => spelledByCarrier(booking, item) === undefined;
	const items = all.value.filter(isExact);
	const others = all.value.filter((item) => !isExact(item));
	const shown = items.length === 0 ? await booking.ports.store.get(spellingKey(booking)) : undefined;
	if (typeof shown === 'string' && !others.some(({ reference }) => reference === shown)) {
		const again = await lookUpAll({ ...booking, reference: shown }, use);
		if (!again.ok) return again;
		items.push(...again.value);
	} else items.push(...others.filter(({ reference }) => reference === shown));
	const cautious = (some: readonly Item[]) => some.map((item) => withCaution(booking, item));
	return success({ items: cautious(items), others: cautious(others.filter((item) => !items.includes(item))) });
}

/** The live bookings of the reference, whole. */
export async function lookUp(booking: LookupRequest): Promise<Result<Item[]>> {
	const found = await lookUpSpellings(booking);
	return found.ok ? success(found.value.items) : found;
}
