import type { Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { success, type FailureCode, type Result } from '../declare/failure';
import type { InboxTrigger, WebhookEvent } from '../declare/trigger';
import type { Ports } from '../run/ports';
import { fill, passing } from './fill';
import { emptyGate, pass, type GateState } from './gate';
import { acknowledgeDue, ensured, linesOf } from './inbox-lines';
import { recentOf } from './recent';
import { atLook, emptyShelf, isGivenUp, isHanded, LEFT_OVER_MS, withHanded, withVainLook, type Shelf } from './shelf';

export interface InboxWork {
	carrier: Carrier;
	trigger: InboxTrigger;
	access: Access;
	/** Values of the trigger's filter field; all pass where empty. */
	only?: readonly string[];
	/** The user has said that whoever holds the connection's events may lose them. */
	takeOver?: boolean;
}

/** What a trigger that reads an inbox remembers between looks. */
export interface InboxState {
	shelf: Shelf;
	gate: GateState;
}

export interface InboxLook {
	items: Item[];
	state: InboxState;
}

/** After these, the events that follow would fare no better in this look. */
const ends: ReadonlySet<FailureCode> = new Set<FailureCode>(['rate_limited', 'not_authorised', 'stopped']);

export function passesFilter({ trigger, only }: Pick<InboxWork, 'trigger' | 'only'>, item: Item): boolean {
	const { filter } = trigger;
	return !filter || !only || only.length === 0 || only.includes(String(item[filter.field]));
}

/** What one reading of new lines came to: in order, and never past an event of the same subject that could not be read yet. */
async function readNew(work: InboxWork, lines: readonly Item[], before: InboxState, deadline: number, ports: Ports): Promise<InboxLook> {
	const { carrier, trigger, access } = work;
	const { inbox } = trigger;
	const items: Item[] = [];
	const stuck = new Set<string>();
	let { shelf, gate } = before;
	for (const line of lines) {
		const id = inbox.id(line);
		if (isHanded(shelf, id) || !inbox.isOurs(line)) continue;
		const event = trigger.read(line, access);
		if (!event) {
			shelf = withHanded(shelf, id, LEFT_OVER_MS);
			continue;
		}
		const { subject = id } = event;
		if (stuck.has(subject)) continue;
		if (ports.now() >= deadline) break;
		const filled = await fill({ carrier, access, deadline }, event, ports);
		if (!filled.ok) {
			if (ends.has(filled.failure.code)) break;
			if (!passing.has(filled.failure.code)) shelf = withVainLook(shelf, id);
			if (!isGivenUp(shelf, id)) {
				stuck.add(subject);
				continue;
			}
		}
		shelf = withHanded(shelf, id);
		const told = filled.ok ? filled.value : event;
		const after = told?.item ? pass(told, gate, ports.now()) : undefined;
		if (!told?.item || !after) continue;
		gate = after;
		if (passesFilter(work, told.item)) items.push(told.item);
	}
	return { items, state: { shelf, gate } };
}

/**
 * One look into the inbox: what is new since `state`, oldest first, and the state to keep once the items are handed
 * over. What an earlier look has handed over is acknowledged, some time later. Without a state it is the first look,
 * which tells nothing old.
 */
export async function lookInto(work: InboxWork, state: InboxState | undefined, deadline: number, ports: Ports): Promise<Result<InboxLook>> {
	const { inbox } = work.trigger;
	const there = await ensured(work, deadline, ports);
	if (!there.ok) return there;
	const listed = await linesOf(work, deadline, ports);
	if (!listed.ok) return listed;
	const lines = listed.value;
	const ids = lines.map(inbox.id);
	if (!state) {
		const ours = lines.filter(inbox.isOurs).map(inbox.id);
		return success({ items: [], state: { shelf: ours.reduce((shelf, id) => withHanded(shelf, id), emptyShelf(ports.now())), gate: emptyGate() } });
	}
	const before = { shelf: atLook(state.shelf, ids, ports.now()), gate: state.gate };
	const seen = await readNew(work, lines, before, deadline, ports);
	await acknowledgeDue(work, lines, before.shelf, deadline, ports);
	return success(seen);
}

/** One recent event, or what stands in for one, to show what the trigger will give; moves nothing. */
export async function glanceInto(work: InboxWork, ports: Ports): Promise<Result<Item[]>> {
	const { carrier, trigger, access } = work;
	const deadline = ports.now() + 20_000;
	const listed = await linesOf(work, deadline, ports);
	if (!listed.ok) return listed;
	const events = listed.value.flatMap((line): WebhookEvent[] => (trigger.inbox.isOurs(line) ? [trigger.read(line, access) ?? []].flat() : [])).reverse();
	for (const event of events.slice(0, 3)) {
		const filled = await fill({ carrier, access, deadline }, event, ports);
		if (!filled.ok) return filled;
		const item = filled.value?.item;
		if (item && passesFilter(work, item)) return success([item]);
	}
	const recent = await recentOf(work, 1, ports);
	return recent.ok ? success(recent.value.slice(0, 1)) : recent;
}
