import type { Item } from '../../declare/facts';
import type { Problem } from '../../declare/failure';
import { isJsonObject } from '../../declare/json';
import { inZone, millis } from '../../delivery/time';
import type { Task } from './task';

/** Both ends of a delivery, as far as they change. */
export interface Ends {
	dropoff?: Task;
	pickup?: Task;
}

const words = { dropoff: 'drop-off', pickup: 'pick-up' } as const;
const movesSlot = (given: Task | undefined) => given?.slot_starting_at !== undefined || given?.slot_ending_at !== undefined;

/** The end whose slot changes while the other one's is left as it is. */
function movedAlone(given: Ends): 'dropoff' | 'pickup' | undefined {
	if (movesSlot(given.dropoff) === movesSlot(given.pickup)) return undefined;
	return movesSlot(given.dropoff) ? 'dropoff' : 'pickup';
}

/** CY12: only v2 leaves the other slot where it was, and a saved address takes the place of a slot. */
export const needsCurrent = (given: Ends, version: string | undefined): boolean =>
	version !== 'v1' && movedAlone(given) !== undefined && given.dropoff?.saved_address === undefined && given.pickup?.saved_address === undefined;

function momentOf(item: Item, end: 'dropoff' | 'pickup', key: 'slotStart' | 'slotEnd'): number | undefined {
	const found = item[end];
	const moment = isJsonObject(found) ? found[key] : undefined;
	return typeof moment === 'string' ? millis(moment) : undefined;
}

const askFor = (own: 'dropoff' | 'pickup', main: 'dropoff' | 'pickup'): Problem[] =>
	['slot_starting_at', 'slot_ending_at'].map((key) => ({ path: [own, key], message: `is missing: Cyke does not move the ${words[own]} along with a changed ${words[main]} slot` }));

/**
 * CY12: the slot at the shop's own place is not computed again on update, so it moves by as much as the start of
 * the other. Between two places neither is the shop's, and each keeps what was agreed there.
 */
export function alongWith(given: Ends, current: Item, zone: string): { ends: Ends; problems: Problem[] } {
	const { direction } = current;
	const [main, own] = direction === 'inbound' ? (['pickup', 'dropoff'] as const) : (['dropoff', 'pickup'] as const);
	if (direction === 'other' || movedAlone(given) !== main) return { ends: given, problems: [] };
	const [start, end, before] = [momentOf(current, own, 'slotStart'), momentOf(current, own, 'slotEnd'), momentOf(current, main, 'slotStart')];
	if (start === undefined || end === undefined || before === undefined) return { ends: given, problems: askFor(own, main) };
	const after = given[main]?.slot_starting_at;
	const shift = after === undefined ? 0 : millis(after) - before;
	const moved = { ...given[own], slot_starting_at: inZone(start + shift, zone), slot_ending_at: inZone(end + shift, zone) };
	return { ends: { ...given, [own]: moved }, problems: [] };
}
