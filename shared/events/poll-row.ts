import type { Item } from '../declare/facts';
import type { PollTrigger } from '../declare/trigger';
import { shortKey } from './short-key';

/** A listed item with what a poll compares, worked out once: a list may hold thousands. */
export interface PollRow {
	item: Item;
	/** As the state holds it. */
	key: string;
	createdAt: number;
	fingerprint: string;
}

/** The key under which a poll's state holds an item. */
export const keyInState = ({ hasLongKeys }: PollTrigger, key: string): string => (hasLongKeys ? shortKey(key) : key);

/**
 * The rows of a list, its last item first. A list that grows while its pages are read shows an item on two of them: the
 * first counts.
 */
export function rowsOf(trigger: PollTrigger, items: readonly Item[]): PollRow[] {
	const seen = new Set<string>();
	const rows: PollRow[] = [];
	for (const item of items) {
		const key = trigger.key(item);
		if (seen.has(key)) continue;
		seen.add(key);
		rows.push({
			item,
			key: keyInState(trigger, key),
			createdAt: trigger.createdAt(item),
			fingerprint: trigger.fingerprint(item),
		});
	}
	return rows.reverse();
}

/** Oldest first, in the order things happened. */
export const inOrder = (rows: readonly PollRow[]): PollRow[] =>
	[...rows].sort((a, b) => a.createdAt - b.createdAt || (a.key < b.key ? -1 : 1));
