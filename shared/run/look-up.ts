import type { Action, Item } from '../declare/action';
import { success, type Result } from '../declare/failure';
import type { JsonObject } from '../declare/json';
import type { Passage } from './exchange';
import type { Ports } from './ports';

/** Runs a read of the same carrier and connection. */
export type Look = (action: Action, values: JsonObject, ports: Ports) => Promise<Result<Item[]>>;

/** A booking under way. */
export interface Booking {
	passage: Passage;
	reference: string;
	/** Keeps this reference apart from others, in locks and memory. */
	key: string;
	look: Look;
	ports: Ports;
}

/** Ports of what follows a booking: never stopped half-way, for a request that went out must be accounted for. */
export const steady = (ports: Ports): Ports => ({ ...ports, cancelled: undefined });

/** What the carrier lists under the reference, as short as its list is. */
export async function candidatesOf({ passage, reference, look, ports }: Booking): Promise<Result<Item[]>> {
	const { find } = passage.action;
	if (!find) return success([]);
	const listed = await look(find.action, find.input(reference, passage.input, passage.facts), steady(ports));
	if (!listed.ok) return listed.failure.code === 'not_found' ? success([]) : listed;
	return success(listed.value.filter((candidate) => find.matches(candidate, reference)));
}

/** The live bookings of the reference, whole. */
export async function lookUp(booking: Booking): Promise<Result<Item[]>> {
	const { find } = booking.passage.action;
	const candidates = await candidatesOf(booking);
	if (!find || !candidates.ok) return candidates;
	const live = find.live ?? (() => true);
	const { whole } = find;
	if (!whole) return success(candidates.value.filter(live));
	const items: Item[] = [];
	for (const candidate of candidates.value) {
		const read = await booking.look(whole.action, whole.input(candidate), steady(booking.ports));
		if (!read.ok) return read;
		items.push(...read.value.filter(live));
	}
	return success(items);
}
