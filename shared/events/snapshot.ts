import type { Item } from '../declare/facts';
import { success, type Result } from '../declare/failure';
import { isJsonObject } from '../declare/json';
import type { PollTrigger } from '../declare/trigger';
import { digest } from '../run/digest';
import { perform } from '../run/perform';
import type { Ports } from '../run/ports';
import { dueAt, onceEach, reaches, type PollWork } from './poll';

/** How long a whole item of one mark is kept: it changes only together with its mark. */
const KEEP_MS = 7 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

export interface SnapshotLimits {
	/** Closed items beyond this many, the last ones first, are left out; those that were over before their time are counted apart. */
	closed: number;
	/** Whole items read in one go; the rest come with a later look. */
	reads: number;
	/** Milliseconds since 1970. */
	deadline: number;
	/** The host only wants to know what exists already: short items will do, and none may be missing. */
	onlyKeys: boolean;
}

/** `early`: over before its time, so that nobody knows when. */
type Stage = 'open' | 'early' | 'past';

function stageOf(trigger: PollTrigger, item: Item, now: number): Stage {
	if (trigger.reports === 'new') return 'past';
	if (!trigger.closed(item)) return 'open';
	return dueAt(trigger, item) > now ? 'early' : 'past';
}

/** When something last happened to an item, as far as it is known: what was booked long ahead ends when its time has come. */
function stirredAt(trigger: PollTrigger, item: Item, now: number): number {
	const due = dueAt(trigger, item);
	return trigger.reports === 'changed' && due <= now ? due : trigger.bornAt(item);
}

/**
 * For a host that keeps no state of ours and drops repeats by itself: everything open and the newest closed,
 * newest first. An item whose whole could not be read yet is left for a later look rather than given in part.
 */
export async function snapshot(work: PollWork, limits: SnapshotLimits, ports: Ports): Promise<Result<Item[]>> {
	const { carrier, trigger, access } = work;
	const span = { from: ports.now() - (trigger.horizonMs ?? DAY_MS) - (trigger.aheadMs ?? 0), now: ports.now(), zone: access.zone };
	const listed = await perform({ carrier, action: trigger.list, access, values: trigger.listInput(span), enough: reaches(trigger, span.from) }, ports);
	if (!listed.ok) return listed.failure.code === 'not_found' ? success([]) : listed;

	const { filter } = trigger;
	const wanted = onceEach(trigger, listed.value)
		.filter((item) => !filter || !work.only || work.only.length === 0 || work.only.includes(String(item[filter.field])))
		.sort((a, b) => stirredAt(trigger, b, span.now) - stirredAt(trigger, a, span.now));
	const most: Record<Stage, number> = { open: trigger.mostOpen ?? Infinity, early: limits.onlyKeys ? Infinity : limits.closed, past: limits.closed };
	const taken: Record<Stage, number> = { open: 0, early: 0, past: 0 };
	const kept = wanted.filter((item) => {
		const stage = stageOf(trigger, item, span.now);
		taken[stage] += 1;
		return taken[stage] <= most[stage];
	});
	if (limits.onlyKeys || !trigger.whole) return success(kept);

	const items: Item[] = [];
	let reads = 0;
	for (const short of kept) {
		const key = `whole:${digest([carrier.id, access.base, access.identity, trigger.key(short), trigger.mark(short)])}`;
		const known = await ports.memory.get(key);
		if (isJsonObject(known)) {
			items.push(known);
			continue;
		}
		if (reads >= limits.reads || ports.now() >= limits.deadline) continue;
		reads += 1;
		const read = await perform({ carrier, action: trigger.whole.action, access, values: trigger.whole.input(short), deadline: limits.deadline }, ports);
		const whole = read.ok ? read.value[0] : undefined;
		if (!whole || trigger.mark(whole) !== trigger.mark(short)) continue;
		await ports.memory.set(key, whole, KEEP_MS);
		items.push(whole);
	}
	return success(items);
}
