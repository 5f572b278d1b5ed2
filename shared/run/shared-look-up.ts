import type { Item } from '../declare/facts';
import type { Result } from '../declare/failure';
import type { JsonObject } from '../json';
import { accountKey } from './account-key';
import { digest } from './digest';
import { withoutCancellation, type LookupRequest } from './look-up-request';

/**
 * What a list is read for. `before`: before the first request of a booking, so that a list that the batch shares may be
 * as old as this. `after`: to see whether another run booked as well. `doubt`: to settle whether a request arrived.
 */
export type ListUse = { before: number } | 'after' | 'doubt';

export const isBeforeBooking = (use: ListUse): use is { before: number } => typeof use === 'object';

/** A list for every reference costs pages. For fewer items than this, look-ups by reference are cheaper. */
const MIN_SHARING = 3;
/** A list after a booking waits at most so long for other items, and never longer than this part of the time left. */
const JOIN_MS = 20_000;
const JOIN_SHARE = 0.25;
/** How far our clock may be ahead of the carrier's, where a list is cut by the times that the carrier gives. */
const CLOCK_SKEW_MS = 10 * 60_000;

interface SharedRead {
	/** Names the list for all items of a batch. */
	name: JsonObject;
	/** The input of the list that reaches back to a moment. */
	valuesFrom(from: number): JsonObject;
	stopWhenFrom?(from: number): (items: readonly Item[]) => boolean;
	from: number;
}

/** The newest rows, which show what was booked under every reference since this step began. */
function newestRows({ context, find }: LookupRequest): SharedRead | undefined {
	const { input, facts } = context;
	const listSince = find.foundBy === 'reference' ? find.listSince : undefined;
	if (!listSince || listSince.lacksReferences) return undefined;
	const { reaches } = listSince;
	const iso = (moment: number) => new Date(moment).toISOString();
	return {
		name: { since: listSince.input('', input, facts) },
		valuesFrom: (from) => listSince.input(iso(from), input, facts),
		...(reaches ? { stopWhenFrom: (from) => (items) => reaches(items, iso(from)) } : {}),
		from: facts.now - CLOCK_SKEW_MS,
	};
}

function sharedReadOf(booking: LookupRequest, use: ListUse): SharedRead | undefined {
	const { context, find } = booking;
	const values = find.sharedList?.input(context.input, context.facts);
	const list = values && { name: values, valuesFrom: () => values, from: 0 };
	if (find.sharedList?.isWhole) return list;
	// A list without the reference settles no doubt unless it is whole.
	if (use === 'doubt' || (booking.ports.lists?.size ?? 0) < MIN_SHARING) return undefined;
	return use === 'after' ? (newestRows(booking) ?? list) : list;
}

/** The rows of the list that the batch shares. Undefined where it shares none, and where that would cost more. */
export async function sharedRows(booking: LookupRequest, use: ListUse): Promise<Result<Item[]> | undefined> {
	const { context, find, runAction, ports } = booking;
	const shared = sharedReadOf(booking, use);
	if (!shared || !ports.lists) return undefined;
	const { name, from, valuesFrom, stopWhenFrom } = shared;
	const now = ports.now();
	const join = Math.min(JOIN_MS, Math.floor((context.deadline - now) * JOIN_SHARE));
	return await ports.lists.read(
		digest([accountKey(context), find.action.id, name]),
		isBeforeBooking(use) ? { since: use.before, from } : { since: now, from, until: now + join },
		withoutCancellation(ports),
		async (listPorts, start) => await runAction(find.action, valuesFrom(start), listPorts, stopWhenFrom?.(start)),
	);
}

/**
 * Whether the carrier can be left to refuse an older booking's reference. A carrier that lists two bookings under one
 * reference does not, and a row that cannot be read proves nothing.
 */
function refusesRepeats(items: readonly Item[]): boolean {
	if (items.some(({ warnings }) => warnings !== undefined)) return false;
	const references = items.flatMap(({ reference }) => (typeof reference === 'string' ? [reference] : []));
	return new Set(references).size === references.length;
}

/** Whether a reference that the shared list lacks need not be looked up by itself. */
export const provesAbsence = ({ find }: LookupRequest, rows: readonly Item[], use: ListUse): boolean =>
	find.sharedList?.isWhole === true || (isBeforeBooking(use) && refusesRepeats(rows));
