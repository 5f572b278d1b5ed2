import { z } from 'zod/v4';

import type { Item } from '../declare/facts';
import { success, type Result } from '../declare/failure';
import { itemOf, type WebhookEvent } from '../declare/trigger';
import { isJsonObject, type Json } from '../json';
import { accountKey, dataKey } from '../run/account-key';
import { digest } from '../run/digest';
import type { Store, Ports } from '../run/ports';
import { readBacklog, subjectOf, type WaitingEvent } from './backlog';
import { fill, transientCodes } from './fill';
import { passesFilter, stopCodes, unreadEvent, type InboxContext } from './inbox';
import { acknowledgeDue, ensureSubscribed, listEntries } from './inbox-entries';
import {
	atPoll,
	emptyRetention,
	isGivenUp,
	isEmitted,
	UNCLAIMED_RETAIN_MS,
	withEmitted,
	withFailedRead,
	type AckRetention,
} from './ack-retention';

/** How long an emitted event is cached. A cache miss costs one read. */
const CACHE_FOR_MS = 7 * 24 * 3_600_000;

const retentionSchema = z.object({
	pollingMs: z.number(),
	polledAt: z.number(),
	emittedAt: z.record(z.string(), z.number()),
	failedReads: z.record(z.string(), z.number()).optional(),
});

/** `known`: what an earlier poll stored for it. */
interface ListedEvent extends WaitingEvent {
	entry: Item;
	known: Json | undefined;
}

export interface StatelessInboxLimits {
	/** Events read in one poll; the rest come with a later one. */
	reads: number;
	/** Milliseconds since 1970. */
	deadline: number;
	/** The host only needs to know which events exist. */
	onlyKeys: boolean;
}

async function readRetention(key: string, { store, now }: Pick<Ports, 'store' | 'now'>): Promise<AckRetention> {
	const parsed = retentionSchema.safeParse(await store.get(key));
	return parsed.success ? parsed.data : emptyRetention(now());
}

/** The highest rank of a subject so far. An event behind it is late, and stays late. */
async function checkOutdated(key: string, rank: number | undefined, store: Store): Promise<boolean> {
	if (rank === undefined) return false;
	const highestRank = await store.get(key);
	if (typeof highestRank === 'number' && rank < highestRank) return true;
	await store.set(key, rank, CACHE_FOR_MS);
	return false;
}

/**
 * For a host that stores no state of ours and drops repeats itself: every unacknowledged event, newest first. Each poll
 * returns an event again until it is acknowledged, so a poll whose response is dropped misses nothing.
 */
export async function pollInboxStateless(
	context: InboxContext,
	{ reads, deadline, onlyKeys }: StatelessInboxLimits,
	ports: Ports,
): Promise<Result<Item[]>> {
	const { carrier, trigger, access } = context;
	const { inbox } = trigger;
	const { store } = ports;
	const subscribed = await ensureSubscribed(context, deadline, ports);
	if (!subscribed.ok) return subscribed;
	const listed = await listEntries(context, deadline, ports);
	if (!listed.ok) return listed;
	const entries = listed.value.filter(inbox.isOurs);
	const storeKey = (...more: readonly string[]) => `inbox:${digest([accountKey(context), trigger.id, ...more])}`;
	/** An emitted event is the account's own data. */
	const itemKey = (id: string) => `inbox:${digest([dataKey(context), trigger.id, id])}`;
	const before = atPoll(await readRetention(storeKey(), ports), entries.map(inbox.id), ports.now());
	let after = before;

	const items: Item[] = [];
	const blockedSubjects = new Set<string>();
	const listedEvents: ListedEvent[] = [];
	for (const entry of entries) {
		const id = inbox.id(entry);
		const event = trigger.read(entry, access);
		if (event) {
			const known = onlyKeys ? { id, eventId: id } : await store.get(itemKey(id));
			listedEvents.push({ id, entry, event, known });
		} else if (!isEmitted(after, id)) after = withEmitted(after, id, UNCLAIMED_RETAIN_MS);
	}
	const fillOne = async (event: WebhookEvent) => await fill({ carrier, access, deadline }, event, ports);
	const hasTime = () => ports.now() < deadline;
	const backlog = await readBacklog(
		trigger,
		listedEvents.filter(({ known }) => known === undefined),
		{ reads, hasTime, fill: fillOne },
	);
	let readsLeft = reads - backlog.reads;
	for (const { id, entry, event, known } of listedEvents) {
		const subject = subjectOf({ id, event });
		if (known === undefined) {
			const ready = backlog.read.get(id);
			const isLeftOut = backlog.leftOut.has(id);
			if (blockedSubjects.has(subject) || (!ready && !isLeftOut && (readsLeft <= 0 || !hasTime()))) {
				blockedSubjects.add(subject);
				continue;
			}
			if (!ready && !isLeftOut) readsLeft -= 1;
			const filled = isLeftOut ? success(undefined) : ready ? success(ready) : await fillOne(event);
			if (!filled.ok) {
				if (!stopCodes.has(filled.failure.code))
					after = withFailedRead(after, id, transientCodes.has(filled.failure.code) ? 'transient' : 'definite');
				if (!isGivenUp(after, id)) {
					blockedSubjects.add(subject);
					continue;
				}
			}
			const emitted = filled.ok ? filled.value : unreadEvent(event, entry, id, filled.failure);
			const isOutdated =
				emitted?.order !== undefined &&
				(await checkOutdated(storeKey('rank', emitted.order.subject), emitted.order.rank, store));
			const item = isOutdated || !emitted ? undefined : itemOf(emitted);
			await store.set(itemKey(id), item ?? false, CACHE_FOR_MS);
			if (item) items.push(item);
		} else if (isJsonObject(known)) items.push(known);
		if (!isEmitted(after, id)) after = withEmitted(after, id);
	}
	await store.set(
		storeKey(),
		{ ...after, emittedAt: { ...after.emittedAt }, failedReads: { ...after.failedReads } },
		CACHE_FOR_MS,
	);
	if (!onlyKeys) await acknowledgeDue(context, entries, before, deadline, ports);
	return success(items.filter((item) => onlyKeys || passesFilter(context, item)).reverse());
}
