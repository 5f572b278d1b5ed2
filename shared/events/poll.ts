import type { Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { success, type Result } from '../declare/failure';
import type { PollTrigger } from '../declare/trigger';
import type { Ports } from '../run/ports';
import { perform } from '../run/perform';

/** What a polling trigger remembers between looks: what is open or recent, never all that was ever seen. */
export interface PollState {
	/** Milliseconds; nothing older than this, less the overlap, counts as new. Null: nothing was there yet. */
	since: number | null;
	/** Milliseconds; birth of the oldest in `seen`. */
	from: number | null;
	/** Mark by key, of what is open or recent. */
	seen: Record<string, string>;
	/** Looks in vain at a whole item, by key. */
	failed?: Record<string, number>;
	/** Looks at lists that left out what is in `seen`, by key. */
	missing?: Record<string, number>;
}

/** Carriers may list a booking some time after it was made, and several may be born in one moment. */
const OVERLAP_MS = 10 * 60_000;
/** How far back a look goes when nothing is open. */
const LOOK_BACK_MS = 24 * 3_600_000;
/** After so many looks in vain, an item that cannot be read whole is handed on in short. */
const PATIENCE = 5;
/**
 * After so many looks, what the list has left out counts as deleted. Lists leave things out while their pages move, and
 * carriers in trouble answer with empty ones: whoever forgot all at once would tell the newest again, and the oldest never more.
 */
const MISSED = 60;

const lateOf = ({ lateMs = 0 }: PollTrigger): number => Math.max(lateMs, OVERLAP_MS);
/** The first look sees whatever a later one could take for new, or has to follow. */
const lookBackOf = (trigger: PollTrigger): number => Math.max(LOOK_BACK_MS, lateOf(trigger));
export const dueAt = (trigger: PollTrigger, item: Item): number => trigger.dueAt?.(item) ?? trigger.bornAt(item);

export interface PollWork {
	carrier: Carrier;
	trigger: PollTrigger;
	access: Access;
	/** Values of the trigger's filter field; all pass where empty. */
	only?: readonly string[];
}

interface Change {
	item: Item;
	key: string;
	mark: string;
}

/** Has a list with the newest first come to what is older than the span? */
export const reaches = (trigger: PollTrigger, from: number) => (trigger.newestFirst ? (items: readonly Item[]) => items.some((item) => trigger.bornAt(item) < from) : undefined);

async function listed({ carrier, trigger, access }: PollWork, from: number, ports: Ports): Promise<Result<Item[]>> {
	const values = trigger.listInput({ from, now: ports.now(), zone: access.zone });
	const answer = await perform({ carrier, action: trigger.list, access, values, enough: reaches(trigger, from) }, ports);
	if (answer.ok) return success(onceEach(trigger, answer.value));
	return answer.failure.code === 'not_found' ? success([]) : answer;
}

/** A list that grows while its pages are read shows an item on two of them. */
export const onceEach = (trigger: PollTrigger, items: readonly Item[]): Item[] => [...new Map([...items].reverse().map((item) => [trigger.key(item), item])).values()];

/** Oldest first, as a person would tell it. */
const inOrder = (trigger: PollTrigger, items: readonly Item[]) =>
	[...items].sort((a, b) => trigger.bornAt(a) - trigger.bornAt(b) || (trigger.key(a) < trigger.key(b) ? -1 : 1));

function isNew(trigger: PollTrigger, item: Item, state: PollState): boolean {
	return state.seen[trigger.key(item)] === undefined && (state.since === null || trigger.bornAt(item) >= state.since - lateOf(trigger));
}

/** What has happened since the state was written. */
export function changesSince(trigger: PollTrigger, items: readonly Item[], state: PollState): Change[] {
	return inOrder(trigger, items)
		.map((item) => ({ item, key: trigger.key(item), mark: trigger.mark(item) }))
		.filter(({ item, key, mark }) => {
			const before = state.seen[key];
			return before === undefined ? isNew(trigger, item, state) : trigger.reports === 'changed' && before !== mark;
		});
}

/** A list may be longer than a call may have arguments. */
const latestOf = (moments: readonly number[]): number => moments.reduce((one, other) => Math.max(one, other), -Infinity);
const earliestOf = (moments: readonly number[], atMost = Infinity): number => moments.reduce((one, other) => Math.min(one, other), atMost);

/** What was seen before and is not listed now, and for how many looks that has been so. */
function missingFrom(trigger: PollTrigger, items: readonly Item[], state: PollState | undefined): Record<string, number> {
	const there = new Set(items.map(trigger.key));
	const gone = Object.keys(state?.seen ?? {}).filter((key) => !there.has(key));
	return Object.fromEntries(gone.map((key): [string, number] => [key, (state?.missing?.[key] ?? 0) + 1]).filter(([, looks]) => looks < MISSED));
}

/** The state after these items, leaving out what could not be handed over so that it comes again. `now` in milliseconds since 1970. */
export function stateAfter(trigger: PollTrigger, items: readonly Item[], state: PollState | undefined, held: ReadonlySet<string>, now: number): PollState {
	const isHeld = (item: Item) => held.has(trigger.key(item));
	// What is dated ahead of its time must not make all that comes before that time old. It never goes back: a clock may.
	const newest = Math.max(state?.since ?? -Infinity, Math.min(now, latestOf(items.filter((item) => !isHeld(item)).map(trigger.bornAt))));
	// Never past what is still to be handed over, or it would count as old the next time.
	const upTo = earliestOf(items.filter((item) => isHeld(item) && state?.seen[trigger.key(item)] === undefined).map(trigger.bornAt), newest);
	// Nor back behind where it was, or what is forgotten by now would count as new: what is held was new from there.
	const since = Math.max(state?.since ?? -Infinity, upTo);
	const kept = items.flatMap((item): { key: string; mark: string; born: number }[] => {
		const key = trigger.key(item);
		const before = state?.seen[key];
		const born = trigger.bornAt(item);
		if (isHeld(item)) return before === undefined ? [] : [{ key, mark: before, born }];
		const known = state === undefined || before !== undefined || isNew(trigger, item, state);
		const open = trigger.reports === 'changed' && !trigger.closed(item) && (trigger.horizonMs === undefined || newest - dueAt(trigger, item) < trigger.horizonMs);
		return open || (known && born >= since - lateOf(trigger)) ? [{ key, mark: trigger.mark(item), born }] : [];
	});
	const missing = missingFrom(trigger, items, state);
	const away = Object.keys(missing).map((key): [string, string] => [key, state?.seen[key] ?? '']);
	const from = earliestOf(kept.map(({ born }) => born), away.length > 0 ? (state?.from ?? Infinity) : Infinity);
	return {
		since: Number.isFinite(since) ? since : null,
		from: Number.isFinite(from) ? from : null,
		seen: Object.fromEntries([...away, ...kept.map(({ key, mark }): [string, string] => [key, mark])]),
		...(away.length > 0 ? { missing } : {}),
	};
}

/** `vain`: it was asked for. */
type Whole = { item: Item } | { held: true; vain: boolean };

async function wholeOf(work: PollWork, change: Change, state: PollState, deadline: number, ports: Ports): Promise<Whole> {
	const { whole } = work.trigger;
	if (!whole) return { item: change.item };
	if (ports.now() >= deadline) return { held: true, vain: false };
	const read = await perform({ carrier: work.carrier, action: whole.action, access: work.access, values: whole.input(change.item), deadline }, ports);
	if (!read.ok) return (state.failed?.[change.key] ?? 0) + 1 >= PATIENCE ? { item: change.item } : { held: true, vain: true };
	const item = read.value[0] ?? change.item;
	// It may have moved on since the list was written: what is told is what the list said, so that the next change is told too.
	return { item: { ...item, ...markOf(work.trigger, item, change.item) } };
}

const markOf = (trigger: PollTrigger, whole: Item, short: Item): Item =>
	trigger.mark(whole) === trigger.mark(short)
		? {}
		: { status: short.status, carrierStatus: short.carrierStatus, terminal: short.terminal, rank: short.rank };

export interface Look {
	items: Item[];
	state: PollState;
}

const passes = (work: PollWork, item: Item): boolean => {
	const { filter } = work.trigger;
	return !filter || !work.only || work.only.length === 0 || work.only.includes(String(item[filter.field]));
};

/**
 * One look at the carrier: what is new since `state`, oldest first, and the state to keep once the items are handed over.
 * Without a state it is the first look, which tells nothing old. `deadline` in milliseconds since 1970 ends the
 * reading of whole items; what was not reached comes with the next look.
 */
export async function look(work: PollWork, state: PollState | undefined, deadline: number, ports: Ports): Promise<Result<Look>> {
	const back = lookBackOf(work.trigger) + (state ? 0 : (work.trigger.aheadMs ?? 0));
	const from = Math.min(state?.from ?? Infinity, (state?.since ?? ports.now()) - back);
	const answer = await listed(work, from, ports);
	if (!answer.ok) return answer;
	if (!state) return success({ items: [], state: stateAfter(work.trigger, answer.value, undefined, new Set(), ports.now()) });

	const items: Item[] = [];
	const held = new Set<string>();
	const vain: Record<string, number> = {};
	for (const change of changesSince(work.trigger, answer.value, state)) {
		if (!passes(work, change.item)) continue;
		const whole = await wholeOf(work, change, state, deadline, ports);
		if ('item' in whole) items.push(whole.item);
		else {
			held.add(change.key);
			vain[change.key] = (state.failed?.[change.key] ?? 0) + (whole.vain ? 1 : 0);
		}
	}
	const after = stateAfter(work.trigger, answer.value, state, held, ports.now());
	return success({ items, state: held.size > 0 ? { ...after, failed: vain } : after });
}

/** One recent item, to show what the trigger will give; moves nothing. Empty where there is none. */
export async function glance(work: PollWork, ports: Ports): Promise<Result<Item[]>> {
	const answer = await listed(work, ports.now() - LOOK_BACK_MS, ports);
	if (!answer.ok) return answer;
	const newest = inOrder(work.trigger, answer.value).filter((item) => passes(work, item)).at(-1);
	if (!newest) return success([]);
	const change = { item: newest, key: work.trigger.key(newest), mark: work.trigger.mark(newest) };
	const whole = await wholeOf(work, change, { since: null, from: null, seen: {} }, Infinity, ports);
	return success(['item' in whole ? whole.item : newest].flat());
}
