import type { Result } from '../declare/failure';
import type { InboxTrigger, WebhookEvent } from '../declare/trigger';

/** An event of the inbox that was not emitted yet. */
export interface WaitingEvent {
	id: string;
	event: WebhookEvent;
}

/** What was read ahead of a backlog. */
export interface Backlog {
	/** Events that were read, by the id of their entry. */
	read: ReadonlyMap<string, WebhookEvent>;
	/** Ids of entries that need not be read. */
	leftOut: ReadonlySet<string>;
	reads: number;
}

interface BacklogLimits {
	reads: number;
	hasTime(): boolean;
	fill(event: WebhookEvent): Promise<Result<WebhookEvent | undefined>>;
}

/** Fewer waiting events of a subject are read one by one. */
const MIN_BACKLOG = 4;
/** After so many failed reads the carrier is in trouble, and nothing more is read ahead. */
const MAX_FAILURES = 3;

export const subjectOf = ({ id, event }: WaitingEvent): string => event.order?.subject ?? id;

function bySubject(waiting: readonly WaitingEvent[]): WaitingEvent[][] {
	const groups = new Map<string, WaitingEvent[]>();
	for (const each of waiting) groups.set(subjectOf(each), [...(groups.get(subjectOf(each)) ?? []), each]);
	return [...groups.values()];
}

/**
 * Reads long rows of waiting events by their ends. A courier's position comes every twenty seconds, and reading each one
 * would fall further behind with every courier. Where both ends show that nothing but the position has changed between
 * them, the events between are left out; else the row is halved.
 */
export async function readBacklog(
	{ coalesce }: Pick<InboxTrigger, 'coalesce'>,
	waiting: readonly WaitingEvent[],
	{ reads: maxReads, hasTime, fill }: BacklogLimits,
): Promise<Backlog> {
	const read = new Map<string, WebhookEvent>();
	const leftOut = new Set<string>();
	let reads = 0;
	let failures = 0;
	if (!coalesce) return { read, leftOut, reads };

	async function readAt(row: readonly WaitingEvent[], at: number): Promise<WebhookEvent | undefined> {
		const entry = row[at];
		const known = entry && read.get(entry.id);
		if (!entry || known) return known;
		if (reads >= maxReads || failures >= MAX_FAILURES || !hasTime()) return undefined;
		reads += 1;
		const filled = await fill(entry.event);
		if (!filled.ok) failures += 1;
		if (filled.ok && filled.value) read.set(entry.id, filled.value);
		return filled.ok ? filled.value : undefined;
	}

	async function settle(row: readonly WaitingEvent[], from: number, to: number): Promise<void> {
		if (to - from < 2) return;
		const [earlier, later] = [await readAt(row, from), await readAt(row, to)];
		const last = row[to];
		// What cannot be read now is left to the poll itself, which reports it.
		if (!earlier || !later || !last) return;
		const merged = coalesce?.(earlier, later, to - from - 1);
		if (merged) {
			read.set(last.id, merged);
			for (const { id } of row.slice(from + 1, to)) leftOut.add(id);
			return;
		}
		const middle = Math.floor((from + to) / 2);
		await settle(row, from, middle);
		await settle(row, middle, to);
	}

	for (const row of bySubject(waiting)) if (row.length >= MIN_BACKLOG) await settle(row, 0, row.length - 1);
	return { read, leftOut, reads };
}
