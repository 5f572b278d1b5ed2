import type { Item } from '../declare/facts';
import { horizonOf, type PollTrigger } from '../declare/trigger';
import { inOrder, type PollRow } from './poll-row';

/** The state of a polling trigger between polls: open or recent items only, never the whole history. */
export interface PollState {
	/** Milliseconds; nothing older than this, less the overlap, counts as new. Null only in states of earlier versions. */
	since: number | null;
	/** Milliseconds; birth of the oldest in `seen`. */
	from: number | null;
	/** Fingerprint by key, of open or recent items. */
	seen: Record<string, string>;
	/** Looks in vain at a whole item, by key. */
	failed?: Record<string, number>;
	/** The number of polls whose list lacked an item of `seen`, by key. */
	missing?: Record<string, number>;
}

/** Carriers may list a booking some time after it was made, and several may be born in one moment. */
const OVERLAP_MS = 10 * 60_000;
/**
 * After so many polls without it, an item counts as deleted. Lists skip items while their pages move, and carriers in
 * trouble return empty lists. Forgetting items at once would emit the newest again and miss the oldest for good.
 */
const MAX_MISSED_POLLS = 60;

export const listingLagOf = ({ listingLagMs = 0 }: PollTrigger): number => Math.max(listingLagMs, OVERLAP_MS);

export const dueAt = (trigger: PollTrigger, item: Item): number => trigger.dueAt?.(item) ?? trigger.createdAt(item);

/** Since then, or without a time, which the carrier may leave out. */
export const isSince = (trigger: PollTrigger, createdAt: number, since: number): boolean =>
	createdAt <= 0 || createdAt >= since - listingLagOf(trigger);

const isNew = (trigger: PollTrigger, row: PollRow, { seen, since }: PollState): boolean =>
	seen[row.key] === undefined && (since === null || isSince(trigger, row.createdAt, since));

/** The changes since the state was written, in the order they happened. */
export function changesSince(trigger: PollTrigger, rows: readonly PollRow[], state: PollState): PollRow[] {
	return inOrder(
		rows.filter((row) => {
			const previous = state.seen[row.key];
			return previous === undefined
				? isNew(trigger, row, state)
				: trigger.emits === 'changed' && previous !== row.fingerprint;
		}),
	);
}

/** A list may be longer than a call may have arguments. */
const latestOf = (moments: readonly number[]): number =>
	moments.reduce((one, other) => Math.max(one, other), -Infinity);
const earliestOf = (moments: readonly number[], atMost = Infinity): number =>
	moments.reduce((one, other) => Math.min(one, other), atMost);

/** Items seen before that the list now lacks, with the number of polls without them. */
function countMissing(rows: readonly PollRow[], state: PollState | undefined): Record<string, number> {
	const missingKeys = new Set(Object.keys(state?.seen ?? {}));
	for (const { key } of rows) missingKeys.delete(key);
	return Object.fromEntries(
		[...missingKeys]
			.map((key): [string, number] => [key, (state?.missing?.[key] ?? 0) + 1])
			.filter(([, looks]) => looks < MAX_MISSED_POLLS),
	);
}

/** Has it to be followed, or remembered so that it does not count as new? */
function isRetained(trigger: PollTrigger, row: PollRow, state: PollState | undefined, newest: number, since: number) {
	const isRecent = isSince(trigger, row.createdAt, since);
	if (isRecent && (state === undefined || state.seen[row.key] !== undefined || isNew(trigger, row, state))) return true;
	return (
		trigger.emits === 'changed' &&
		!trigger.isClosed(row.item) &&
		newest - dueAt(trigger, row.item) < (horizonOf(trigger) ?? Infinity)
	);
}

/**
 * The state after these rows, without those that could not be emitted, so that they come again. `now` in milliseconds
 * since 1970.
 */
export function stateAfter(
	trigger: PollTrigger,
	rows: readonly PollRow[],
	state: PollState | undefined,
	deferred: ReadonlySet<string>,
	now: number,
): PollState {
	const isDeferred = ({ key }: PollRow) => deferred.has(key);
	const birth = ({ createdAt }: PollRow) => createdAt;
	// Never advance the cursor past now: one future-dated item would hide everything before it. Never move it back
	// either, because clocks can jump.
	const newest = Math.max(
		state?.since ?? -Infinity,
		Math.min(now, latestOf(rows.filter((row) => !isDeferred(row)).map(birth))),
	);
	// Never advance past an item that still has to be emitted, or it would count as old the next time.
	const upTo = earliestOf(
		rows.filter((row) => isDeferred(row) && state?.seen[row.key] === undefined).map(birth),
		newest,
	);
	// Never move back before the previous cursor, or forgotten items would count as new.
	const since = Math.max(state?.since ?? -Infinity, upTo);
	const retained = rows.flatMap((row): { key: string; fingerprint: string; createdAt: number }[] => {
		const { key, fingerprint, createdAt } = row;
		if (!isDeferred(row))
			return isRetained(trigger, row, state, newest, since) ? [{ key, fingerprint, createdAt }] : [];
		const previous = state?.seen[key];
		return previous === undefined ? [] : [{ key, fingerprint: previous, createdAt }];
	});
	const missing = countMissing(rows, state);
	const missingEntries = Object.keys(missing).map((key): [string, string] => [key, state?.seen[key] ?? '']);
	const from = earliestOf(
		retained.map(({ createdAt }) => createdAt),
		missingEntries.length > 0 ? (state?.from ?? Infinity) : Infinity,
	);
	return {
		since: Number.isFinite(since) ? since : null,
		from: Number.isFinite(from) ? from : null,
		seen: Object.fromEntries([
			...missingEntries,
			...retained.map(({ key, fingerprint }): [string, string] => [key, fingerprint]),
		]),
		...(missingEntries.length > 0 ? { missing } : {}),
	};
}
