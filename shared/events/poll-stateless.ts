import type { Item } from '../declare/facts';
import { success, type Result } from '../declare/failure';
import { isJsonObject } from '../json';
import { horizonOf, maxLeadOf, type PollTrigger } from '../declare/trigger';
import { dataKey } from '../run/account-key';
import { digest } from '../run/digest';
import { perform } from '../run/perform';
import type { Ports } from '../run/ports';
import { passesFilter, reachesBack, type PollContext } from './poll';
import { dueAt, isSince } from './poll-state';
import { rowsOf, type PollRow } from './poll-row';

/** How long a full item of one fingerprint is cached: it changes only when its fingerprint does. */
const CACHE_FOR_MS = 7 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

export interface StatelessLimits {
	/**
	 * Maximum number of closed items, the newest first. Items that ended before their due time are counted separately.
	 */
	closed: number;
	/** Full items read in one poll; the rest come with a later one. */
	reads: number;
	/** Milliseconds since 1970. */
	deadline: number;
	/** The host only needs to know which items exist: short items are enough, but none may be missing. */
	onlyKeys: boolean;
	/**
	 * When the trigger was switched on, by the carrier's clock. What was created before is history, also where the first
	 * list did not show it. Milliseconds since 1970.
	 */
	since?: number;
}

/** `early`: finished before its due time, so the time it finished is unknown. */
type Phase = 'open' | 'early' | 'past';

function phaseOf(trigger: PollTrigger, item: Item, now: number): Phase {
	if (trigger.emits === 'new') return 'past';
	if (!trigger.isClosed(item)) return 'open';
	return dueAt(trigger, item) > now ? 'early' : 'past';
}

/** When something last happened to an item, if known. An item booked far ahead ends at its due time. */
function lastChangedAt(trigger: PollTrigger, { item, createdAt }: PollRow, now: number): number {
	if (trigger.emits === 'new' || !trigger.dueAt) return createdAt;
	const due = dueAt(trigger, item);
	return due <= now ? due : createdAt;
}

/**
 * For a host that stores no state of ours and drops repeats itself: all open items and the newest closed ones, newest
 * first. If a full item could not be read yet, it waits for a later poll and is not emitted in part.
 */
export async function pollStateless(
	context: PollContext,
	limits: StatelessLimits,
	ports: Ports,
): Promise<Result<Item[]>> {
	const { carrier, trigger, access } = context;
	const span = {
		from: ports.now() - (horizonOf(trigger) ?? DAY_MS) - maxLeadOf(trigger),
		now: ports.now(),
		zone: access.zone,
	};
	const listed = await perform(
		{
			carrier,
			action: trigger.list,
			access,
			values: trigger.listInput(span),
			stopWhen: reachesBack(trigger, span.from),
			// The platform ends a longer poll without a word.
			deadline: limits.deadline,
		},
		ports,
	);
	if (!listed.ok) return listed.failure.code === 'not_found' ? success([]) : listed;

	const isHistory = ({ createdAt }: PollRow) =>
		trigger.emits === 'new' && limits.since !== undefined && !isSince(trigger, createdAt, limits.since);
	const matching = rowsOf(trigger, listed.value)
		.filter((row) => passesFilter(context, row.item) && !isHistory(row))
		.map((row) => ({ row, changedAt: lastChangedAt(trigger, row, span.now) }))
		.sort((a, b) => b.changedAt - a.changedAt)
		.map(({ row }) => row);
	const maxCounts: Record<Phase, number> = {
		open: (trigger.emits === 'changed' ? trigger.maxOpen : undefined) ?? Infinity,
		early: limits.onlyKeys ? Infinity : limits.closed,
		past: limits.closed,
	};
	const counts: Record<Phase, number> = { open: 0, early: 0, past: 0 };
	const selected = matching.filter(({ item }) => {
		const phase = phaseOf(trigger, item, span.now);
		counts[phase] += 1;
		return counts[phase] <= maxCounts[phase];
	});
	if (limits.onlyKeys || !trigger.readFull) return success(selected.map(({ item }) => item));

	const items: Item[] = [];
	let reads = 0;
	for (const { item: short, key: shortKey, fingerprint } of selected) {
		const key = `full:${digest([dataKey(context), shortKey, fingerprint])}`;
		const known = await ports.store.get(key);
		if (isJsonObject(known)) {
			items.push(known);
			continue;
		}
		if (reads >= limits.reads || ports.now() >= limits.deadline) continue;
		reads += 1;
		const read = await perform(
			{
				carrier,
				action: trigger.readFull.action,
				access,
				values: trigger.readFull.input(short),
				deadline: limits.deadline,
			},
			ports,
		);
		const full = read.ok ? read.value[0] : undefined;
		if (!full || trigger.fingerprint(full) !== fingerprint) continue;
		await ports.store.set(key, full, CACHE_FOR_MS);
		items.push(full);
	}
	return success(items);
}
