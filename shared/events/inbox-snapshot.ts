import { z } from 'zod/v4';

import type { Item } from '../declare/facts';
import { success, type Result } from '../declare/failure';
import { isJsonObject } from '../declare/json';
import { digest } from '../run/digest';
import type { Memory, Ports } from '../run/ports';
import { fill, passing } from './fill';
import { passesFilter, type InboxWork } from './inbox';
import { acknowledgeDue, ensured, linesOf } from './inbox-lines';
import { atLook, emptyShelf, isGivenUp, isHanded, LEFT_OVER_MS, withHanded, withVainLook, type Shelf } from './shelf';
import { connectionKey } from './subscribe';

/** How long what an event told is kept; forgetting it costs a read. */
const KEEP_MS = 7 * 24 * 3_600_000;

const shelf = z.object({ awake: z.number(), lookedAt: z.number(), handed: z.record(z.string(), z.number()), vain: z.record(z.string(), z.number()).optional() });

export interface InboxLimits {
	/** Events read in one go; the rest come with a later look. */
	reads: number;
	/** Milliseconds since 1970. */
	deadline: number;
	/** The host only wants to know what is there already. */
	onlyKeys: boolean;
}

async function shelfOf(key: string, { memory, now }: Pick<Ports, 'memory' | 'now'>): Promise<Shelf> {
	const parsed = shelf.safeParse(await memory.get(key));
	return parsed.success ? parsed.data : emptyShelf(now());
}

/** The rank a subject has come to, over all that was read before. An event behind it is late, and stays so. */
async function isLate(key: string, rank: number | undefined, memory: Memory): Promise<boolean> {
	if (rank === undefined) return false;
	const reached = await memory.get(key);
	if (typeof reached === 'number' && rank < reached) return true;
	await memory.set(key, rank, KEEP_MS);
	return false;
}

/**
 * For a host that keeps no state of ours and drops repeats by itself: every event that is not acknowledged yet, newest
 * first. It is given again and again while it is on show, so a look whose answer is lost on the way loses nothing.
 */
export async function inboxSnapshot(work: InboxWork, { reads, deadline, onlyKeys }: InboxLimits, ports: Ports): Promise<Result<Item[]>> {
	const { carrier, trigger, access } = work;
	const { inbox } = trigger;
	const { memory } = ports;
	const there = await ensured(work, deadline, ports);
	if (!there.ok) return there;
	const listed = await linesOf(work, deadline, ports);
	if (!listed.ok) return listed;
	const lines = listed.value.filter(inbox.isOurs);
	const name = (...more: readonly string[]) => `inbox:${digest([connectionKey(work), trigger.id, ...more])}`;
	const before = atLook(await shelfOf(name(), ports), lines.map(inbox.id), ports.now());
	let after = before;

	const items: Item[] = [];
	const stuck = new Set<string>();
	let left = reads;
	for (const line of lines) {
		const id = inbox.id(line);
		const event = trigger.read(line, access);
		if (!event) {
			if (!isHanded(after, id)) after = withHanded(after, id, LEFT_OVER_MS);
			continue;
		}
		const { subject = id } = event;
		const known = onlyKeys ? { id, eventId: id } : await memory.get(name('told', id));
		if (known === undefined) {
			if (stuck.has(subject) || left <= 0 || ports.now() >= deadline) {
				stuck.add(subject);
				continue;
			}
			left -= 1;
			const filled = await fill({ carrier, access, deadline }, event, ports);
			if (!filled.ok) {
				if (!passing.has(filled.failure.code)) after = withVainLook(after, id);
				if (!isGivenUp(after, id)) {
					stuck.add(subject);
					continue;
				}
			}
			const told = filled.ok ? filled.value : event;
			const late = told?.subject !== undefined && (await isLate(name('reached', told.subject), told.rank, memory));
			const item = late ? undefined : told?.item;
			await memory.set(name('told', id), item ?? false, KEEP_MS);
			if (item) items.push(item);
		} else if (isJsonObject(known)) items.push(known);
		if (!isHanded(after, id)) after = withHanded(after, id);
	}
	await memory.set(name(), { ...after, handed: { ...after.handed }, vain: { ...after.vain } }, KEEP_MS);
	if (!onlyKeys) await acknowledgeDue(work, lines, before, deadline, ports);
	return success(items.filter((item) => onlyKeys || passesFilter(work, item)).reverse());
}
