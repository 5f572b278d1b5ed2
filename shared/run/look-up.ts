import type { Action } from '../declare/action';
import type { Find } from '../declare/booking';
import type { Item } from '../declare/facts';
import { failed, success, type Result } from '../declare/failure';
import type { JsonObject } from '../declare/json';
import type { Passage } from './exchange';
import type { Ports } from './ports';
import { SETTLE_MS } from './retry';

/** Runs a read of the same carrier and connection. */
export type Look = (action: Action, values: JsonObject, ports: Ports) => Promise<Result<Item[]>>;

type Whole = NonNullable<Find<unknown>['whole']>;

/** A reference whose live bookings are looked for. */
export interface Sought {
	passage: Omit<Passage, 'call'>;
	reference: string;
	look: Look;
	ports: Ports;
}

/** A booking under way. */
export interface Booking extends Sought {
	passage: Passage;
	/** Keeps this reference apart from others, in locks and memory. */
	key: string;
	/** Keys of what was sent under the same reference, this booking's first. */
	sent: readonly string[];
}

/** Ports of what follows a booking: never stopped half-way, for a request that went out must be accounted for. */
export const steady = (ports: Ports): Ports => ({ ...ports, cancelled: undefined });

const isMatch = ({ passage: { action, input, facts }, reference }: Sought, item: Item): boolean => action.find?.matches(item, reference, input, facts) ?? true;

/** What the carrier lists under the reference, as short as its list is. */
export async function candidatesOf(booking: Sought): Promise<Result<Item[]>> {
	const { passage, reference, look, ports } = booking;
	const { find } = passage.action;
	if (!find) return success([]);
	const listed = await look(find.action, find.input(reference, passage.input, passage.facts), steady(ports));
	if (!listed.ok) return listed.failure.code === 'not_found' ? success([]) : listed;
	return success(listed.value.filter((candidate) => isMatch(booking, candidate)));
}

/** The whole of a booking that is listed: one that cannot be read yet will be, once the carrier has settled. */
async function wholeOf({ passage, look, ports }: Sought, candidate: Item, { action, input }: Whole): Promise<Result<Item[]>> {
	const read = await look(action, input(candidate, passage.input), steady(ports));
	if (read.ok || read.failure.code !== 'not_found' || ports.now() + SETTLE_MS >= passage.deadline) return read;
	await ports.sleep(SETTLE_MS);
	return await look(action, input(candidate, passage.input), steady(ports));
}

/** Leaves out what another booking has replaced, unless that other one is not to be seen: something was booked in any case. */
function latestOf(items: readonly Item[], { action: { find }, input }: Sought['passage']): Item[] {
	const live = items.filter((item) => find?.live?.(item, input) ?? true);
	return live.length > 0 ? live : [...items];
}

const isSame = ({ passage, reference }: Sought, item: Item): boolean => passage.action.find?.same?.(item, passage.input, reference) ?? true;

/** The live ones among candidates, whole. */
export async function liveOf(booking: Sought, candidates: readonly Item[]): Promise<Result<Item[]>> {
	const { find } = booking.passage.action;
	if (!find?.whole) return success(latestOf(candidates.filter((item) => isSame(booking, item)), booking.passage));
	const items: Item[] = [];
	for (const candidate of candidates) {
		const read = await wholeOf(booking, candidate, find.whole);
		// Listed, and yet not to be read: that is no answer to the question whether it is there.
		if (!read.ok) return read.failure.code === 'not_found' ? failed('unavailable', `${booking.passage.carrier.title} lists a booking that it does not show yet`) : read;
		const { merge } = find.whole;
		items.push(...read.value.map((whole) => merge?.(candidate, whole) ?? whole));
	}
	// A list may lag: what it still showed as live may be cancelled by now.
	return success(latestOf(items.filter((item) => isMatch(booking, item) && isSame(booking, item)), booking.passage));
}

/** The live bookings of the reference, whole. */
export async function lookUp(booking: Sought): Promise<Result<Item[]>> {
	const candidates = await candidatesOf(booking);
	return candidates.ok ? await liveOf(booking, candidates.value) : candidates;
}
