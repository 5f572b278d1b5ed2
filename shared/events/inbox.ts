import type { Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { success, type Failure, type FailureCode, type Result } from '../declare/failure';
import { itemOf, withItem, type InboxTrigger, type WebhookEvent } from '../declare/trigger';
import { addWarnings } from '../run/outcome';
import type { Ports } from '../run/ports';
import { readBacklog, subjectOf, type WaitingEvent } from './backlog';
import { fill, transientCodes } from './fill';
import { emptyDeduplicator, deduplicate, type DeduplicatorState } from './deduplicator';
import { acknowledgeDue, ensureSubscribed, listEntries } from './inbox-entries';
import { listSampleEvents } from './sample-events';
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

export interface InboxContext {
	carrier: Carrier;
	trigger: InboxTrigger;
	access: Access;
	/** Values of the trigger's filter field; an empty list accepts all. */
	filterValues?: readonly string[];
	/** The user allows taking the events over from their current holder. */
	replaceExisting?: boolean;
}

/** The state of an inbox trigger between polls. */
export interface InboxState {
	retention: AckRetention;
	dedup: DeduplicatorState;
}

export interface InboxPollResult {
	items: Item[];
	state: InboxState;
}

/** After these failures, the following events would fail as well in this poll. */
export const stopCodes: ReadonlySet<FailureCode> = new Set<FailureCode>(['rate_limited', 'not_authorised', 'stopped']);

export function passesFilter(
	{ trigger, filterValues }: Pick<InboxContext, 'trigger' | 'filterValues'>,
	item: Item,
): boolean {
	const { filter } = trigger;
	return !filter || !filterValues || filterValues.length === 0 || filterValues.includes(String(item[filter.field]));
}

/** An event whose data could not be read, as its entry in the list shows it. */
export function unreadEvent(event: WebhookEvent, entry: Item, id: string, { message }: Failure): WebhookEvent {
	const item = itemOf(event) ?? { ...entry, eventId: id };
	return withItem(event, addWarnings(item, [`The data of this event could not be read: ${message}.`]));
}

/** The result of reading new entries: in order, and never past an unread event of the same subject. */
async function readNew(
	context: InboxContext,
	entries: readonly Item[],
	previous: InboxState,
	deadline: number,
	ports: Ports,
): Promise<InboxPollResult> {
	const { carrier, trigger, access } = context;
	const { inbox } = trigger;
	const items: Item[] = [];
	const blockedSubjects = new Set<string>();
	let { retention, dedup } = previous;
	const waiting = entries.flatMap((entry): (WaitingEvent & { entry: Item })[] => {
		const id = inbox.id(entry);
		if (isEmitted(retention, id) || !inbox.isOurs(entry)) return [];
		const event = trigger.read(entry, access);
		if (event) return [{ id, entry, event }];
		retention = withEmitted(retention, id, UNCLAIMED_RETAIN_MS);
		return [];
	});
	const fillOne = async (event: WebhookEvent) => await fill({ carrier, access, deadline }, event, ports);
	const hasTime = () => ports.now() < deadline;
	const backlog = await readBacklog(trigger, waiting, { reads: Infinity, hasTime, fill: fillOne });
	for (const { id, entry, event } of waiting) {
		const subject = subjectOf({ id, event });
		if (blockedSubjects.has(subject)) continue;
		if (backlog.leftOut.has(id)) {
			retention = withEmitted(retention, id);
			continue;
		}
		const known = backlog.read.get(id);
		if (!known && !hasTime()) break;
		const filled = known ? success(known) : await fillOne(event);
		if (!filled.ok) {
			if (stopCodes.has(filled.failure.code)) break;
			retention = withFailedRead(retention, id, transientCodes.has(filled.failure.code) ? 'transient' : 'definite');
			if (!isGivenUp(retention, id)) {
				blockedSubjects.add(subject);
				continue;
			}
		}
		retention = withEmitted(retention, id);
		const emitted = filled.ok ? filled.value : unreadEvent(event, entry, id, filled.failure);
		const item = emitted && itemOf(emitted);
		const nextDedup = item ? deduplicate(emitted, dedup, ports.now()) : undefined;
		if (!item || !nextDedup) continue;
		dedup = nextDedup;
		if (passesFilter(context, item)) items.push(item);
	}
	return { items, state: { retention, dedup } };
}

/**
 * One poll of the inbox: new events since `state`, oldest first, and the state to store once the items are emitted.
 * Events that an earlier poll emitted are acknowledged some time later. Without a state this is the first poll, which
 * emits nothing old.
 */
export async function pollInbox(
	context: InboxContext,
	state: InboxState | undefined,
	deadline: number,
	ports: Ports,
): Promise<Result<InboxPollResult>> {
	const { inbox } = context.trigger;
	const subscribed = await ensureSubscribed(context, deadline, ports);
	if (!subscribed.ok) return subscribed;
	const listed = await listEntries(context, deadline, ports);
	if (!listed.ok) return listed;
	const entries = listed.value;
	const ids = entries.map(inbox.id);
	if (!state) {
		const ours = entries.filter(inbox.isOurs).map(inbox.id);
		return success({
			items: [],
			state: {
				retention: ours.reduce((retention, id) => withEmitted(retention, id), emptyRetention(ports.now())),
				dedup: emptyDeduplicator(),
			},
		});
	}
	const previous = { retention: atPoll(state.retention, ids, ports.now()), dedup: state.dedup };
	const result = await readNew(context, entries, previous, deadline, ports);
	await acknowledgeDue(context, entries, previous.retention, deadline, ports);
	return success(result);
}

/** One recent event, or a sample in its place, to show the trigger's output. Changes no state. */
export async function previewInbox(context: InboxContext, ports: Ports): Promise<Result<Item[]>> {
	const { carrier, trigger, access } = context;
	const deadline = ports.now() + 20_000;
	const listed = await listEntries(context, deadline, ports);
	if (!listed.ok) return listed;
	const events = listed.value
		.flatMap((entry): WebhookEvent[] => (trigger.inbox.isOurs(entry) ? [trigger.read(entry, access) ?? []].flat() : []))
		.reverse();
	for (const event of events.slice(0, 3)) {
		const filled = await fill({ carrier, access, deadline }, event, ports);
		if (!filled.ok) return filled;
		const item = filled.value && itemOf(filled.value);
		if (item && passesFilter(context, item)) return success([item]);
	}
	const recent = await listSampleEvents(context, 1, ports);
	return recent.ok ? success(recent.value.slice(0, 1)) : recent;
}
