import type { Outline, Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { failed, success, type Failure, type Result } from '../declare/failure';
import { isJsonObject } from '../json';
import { horizonOf, maxLeadOf, type PollTrigger } from '../declare/trigger';
import type { Ports } from '../run/ports';
import { carrierClock } from './carrier-clock';
import { perform } from '../run/perform';
import { inOrder, rowsOf, type PollRow } from './poll-row';

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
/** How far back a poll reads when nothing is open. */
const LOOKBACK_MS = 24 * 3_600_000;
/** After so many failed reads, an item is emitted in its short form. */
const MAX_FULL_READ_FAILURES = 5;
/**
 * After so many polls without it, an item counts as deleted. Lists skip items while their pages move, and carriers in
 * trouble return empty lists. Forgetting items at once would emit the newest again and miss the oldest for good.
 */
const MAX_MISSED_POLLS = 60;

const listingLagOf = ({ listingLagMs = 0 }: PollTrigger): number => Math.max(listingLagMs, OVERLAP_MS);
/** The first poll covers every item that a later one could take for new or has to follow. */
const lookbackOf = (trigger: PollTrigger): number => Math.max(LOOKBACK_MS, listingLagOf(trigger));
export const dueAt = (trigger: PollTrigger, item: Item): number => trigger.dueAt?.(item) ?? trigger.createdAt(item);

export interface PollContext {
	carrier: Carrier;
	trigger: PollTrigger;
	access: Access;
	/** Values of the trigger's filter field; an empty list accepts all. */
	filterValues?: readonly string[];
}

/** Has a list with the newest first reached items older than the span? Each page is looked through once. */
export function reachesBack(trigger: PollTrigger, from: number): ((items: readonly Item[]) => boolean) | undefined {
	if (trigger.reads !== 'newest') return undefined;
	let checked = 0;
	return (items) => {
		const isReached = items.slice(checked).some((item) => trigger.createdAt(item) < from);
		checked = items.length;
		return isReached;
	};
}

/** `deadline`: the whole list must be read by then, because a host ends a longer poll without a word. */
async function listItems(
	{ carrier, trigger, access }: PollContext,
	from: number,
	deadline: number,
	ports: Ports,
	outline?: Outline,
): Promise<Result<PollRow[]>> {
	const values = trigger.listInput({ from, now: ports.now(), zone: access.zone });
	const limit = Number.isFinite(deadline) ? { deadline } : {};
	const result = await perform(
		{ carrier, action: trigger.list, access, values, stopWhen: reachesBack(trigger, from), outline, ...limit },
		ports,
	);
	if (result.ok) return success(rowsOf(trigger, result.value));
	if (result.failure.code === 'not_found') return success([]);
	return ports.now() >= deadline ? outOfTime(carrier, result.failure) : result;
}

const outOfTime = ({ title }: PollContext['carrier'], { message }: Failure) =>
	failed('unavailable', `The list of ${title} could not be read in the time that a poll may take: ${message}`, {
		advice: 'The next poll reads it again, and no event is lost. If every poll fails, use a webhook trigger.',
	});

/** Since then, or without a time, which the carrier may leave out. */
export const isSince = (trigger: PollTrigger, createdAt: number, since: number): boolean =>
	createdAt <= 0 || createdAt >= since - listingLagOf(trigger);

/** Rows that this poll cannot emit, because nothing has changed: they are compared, and not read. */
function outlineAt({ trigger, access }: PollContext, state: PollState | undefined): Outline | undefined {
	const { closedRow } = trigger;
	if (!closedRow) return undefined;
	return (row) => {
		const item = isJsonObject(row) ? closedRow(row, access.zone) : undefined;
		if (!item || !state) return item;
		const previous = state.seen[trigger.key(item)];
		const isUnchanged =
			previous === undefined
				? state.since !== null && !isSince(trigger, trigger.createdAt(item), state.since)
				: trigger.emits === 'new' || previous === trigger.fingerprint(item);
		return isUnchanged ? item : undefined;
	};
}

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

/** `attempted`: the read was tried. */
type FullRead = { item: Item } | { deferred: true; attempted: boolean };

async function readFullItem(
	context: PollContext,
	change: PollRow,
	state: PollState,
	deadline: number,
	ports: Ports,
): Promise<FullRead> {
	const { readFull: full } = context.trigger;
	if (!full) return { item: change.item };
	if (ports.now() >= deadline) return { deferred: true, attempted: false };
	const read = await perform(
		{
			carrier: context.carrier,
			action: full.action,
			access: context.access,
			values: full.input(change.item),
			deadline,
		},
		ports,
	);
	if (!read.ok)
		return (state.failed?.[change.key] ?? 0) + 1 >= MAX_FULL_READ_FAILURES
			? { item: change.item }
			: { deferred: true, attempted: true };
	const item = read.value[0] ?? change.item;
	// The item may have changed since the list was read. Emit the status in the list, so that the next change is
	// emitted too.
	return { item: { ...item, ...statusOfListed(context.trigger, item, change.item) } };
}

const statusOfListed = (trigger: PollTrigger, full: Item, short: Item): Item =>
	trigger.fingerprint(full) === trigger.fingerprint(short)
		? {}
		: { status: short.status, carrierStatus: short.carrierStatus, terminal: short.terminal, rank: short.rank };

export interface PollResult {
	items: Item[];
	state: PollState;
}

export const passesFilter = (context: PollContext, item: Item): boolean => {
	const { filter } = context.trigger;
	return (
		!filter ||
		!context.filterValues ||
		context.filterValues.length === 0 ||
		context.filterValues.includes(String(item[filter.field]))
	);
};

/**
 * Emits nothing, and notes what is there. The cursor is the moment it began, not the newest item: an empty or partial
 * list, which carriers in trouble return, must not make the rest of the history new.
 */
async function firstPoll(context: PollContext, deadline: number, ports: Ports): Promise<Result<PollResult>> {
	const { trigger } = context;
	const clock = carrierClock(ports);
	const from = ports.now() - lookbackOf(trigger) - maxLeadOf(trigger);
	const result = await listItems(context, from, deadline, clock.ports, outlineAt(context, undefined));
	if (!result.ok) return result;
	const start: PollState = { since: clock.startedAt(), from: null, seen: {} };
	const known: PollState = {
		...start,
		seen: Object.fromEntries(result.value.map(({ key, fingerprint }) => [key, fingerprint])),
	};
	return success({ items: [], state: stateAfter(trigger, result.value, known, new Set(), ports.now()) });
}

/**
 * One poll of the carrier: new items since `state`, oldest first, and the state to store once the items are emitted.
 * Without a state this is the first poll, which emits nothing old. `deadline`, in milliseconds since 1970, ends the
 * reading of full items; the rest come with the next poll. A list that is not read by then is a failure.
 */
export async function poll(
	context: PollContext,
	state: PollState | undefined,
	deadline: number,
	ports: Ports,
): Promise<Result<PollResult>> {
	if (!state) return await firstPoll(context, deadline, ports);
	const from = Math.min(state.from ?? Infinity, (state.since ?? ports.now()) - lookbackOf(context.trigger));
	const result = await listItems(context, from, deadline, ports, outlineAt(context, state));
	if (!result.ok) return result;

	const items: Item[] = [];
	const deferred = new Set<string>();
	const attempted: Record<string, number> = {};
	for (const change of changesSince(context.trigger, result.value, state)) {
		if (!passesFilter(context, change.item)) continue;
		const full = await readFullItem(context, change, state, deadline, ports);
		if ('item' in full) items.push(full.item);
		else {
			deferred.add(change.key);
			attempted[change.key] = (state.failed?.[change.key] ?? 0) + (full.attempted ? 1 : 0);
		}
	}
	const after = stateAfter(context.trigger, result.value, state, deferred, ports.now());
	return success({ items, state: deferred.size > 0 ? { ...after, failed: attempted } : after });
}

/** One recent item, to show the trigger's output. Changes no state. Empty if there is no item. */
export async function preview(context: PollContext, ports: Ports): Promise<Result<Item[]>> {
	const result = await listItems(context, ports.now() - LOOKBACK_MS, Infinity, ports);
	if (!result.ok) return result;
	const newest = inOrder(result.value.filter(({ item }) => passesFilter(context, item))).at(-1);
	if (!newest) return success([]);
	const full = await readFullItem(context, newest, { since: null, from: null, seen: {} }, Infinity, ports);
	return success(['item' in full ? full.item : newest.item].flat());
}
