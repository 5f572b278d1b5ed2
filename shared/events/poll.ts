import type { Outline, Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { failed, success, type Failure, type Result } from '../declare/failure';
import { isJsonObject } from '../json';
import { maxLeadOf, type PollTrigger } from '../declare/trigger';
import type { Ports } from '../run/ports';
import { carrierClock } from './carrier-clock';
import { perform } from '../run/perform';
import { inOrder, keyInState, rowsOf, type PollRow } from './poll-row';
import { changesSince, isSince, listingLagOf, stateAfter, type PollState } from './poll-state';

/** How far back a poll reads when nothing is open. */
const LOOKBACK_MS = 24 * 3_600_000;
/** After so many failed reads, an item is emitted in its short form. */
const MAX_FULL_READ_FAILURES = 5;
/** The first poll covers every item that a later one could take for new or has to follow. */
const lookbackOf = (trigger: PollTrigger): number => Math.max(LOOKBACK_MS, listingLagOf(trigger));
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

/** Rows that this poll cannot emit, because nothing has changed: they are compared, and not read. */
function outlineAt({ trigger, access }: PollContext, state: PollState | undefined): Outline | undefined {
	const { closedRow } = trigger;
	if (!closedRow) return undefined;
	return (row) => {
		const item = isJsonObject(row) ? closedRow(row, access.zone) : undefined;
		if (!item || !state) return item;
		const previous = state.seen[keyInState(trigger, trigger.key(item))];
		const isUnchanged =
			previous === undefined
				? state.since !== null && !isSince(trigger, trigger.createdAt(item), state.since)
				: trigger.emits === 'new' || previous === trigger.fingerprint(item);
		return isUnchanged ? item : undefined;
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
