import type { Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { success, type Result } from '../declare/failure';
import { isJsonObject } from '../declare/json';
import type { InboxTrigger } from '../declare/trigger';
import { perform } from '../run/perform';
import type { Ports } from '../run/ports';
import { isDue, type Shelf } from './shelf';
import { connectionKey, subscribe } from './subscribe';

interface LineWork {
	carrier: Carrier;
	trigger: InboxTrigger;
	access: Access;
	takeOver?: boolean;
}

/** How long it is believed that the carrier still keeps the events for us. */
const BELIEVED_MS = 5 * 60_000;
/** Acknowledged in one look; the rest come with the next. */
const MOST = 100;

const key = (what: string, work: LineWork) => `${what}:${connectionKey(work)}`;

/** Sees to it that the carrier keeps this trigger's events, and that nobody has led them elsewhere since. */
export async function ensured(work: LineWork, deadline: number, ports: Ports): Promise<Result<unknown>> {
	const { carrier, trigger, access, takeOver } = work;
	const believed = key(`kept:${trigger.needs.join(' ')}`, work);
	if ((await ports.memory.get(believed)) === true) return success(undefined);
	const wish = { callback: { url: null, events: trigger.needs }, takeOver };
	const done = await subscribe({ carrier, subscription: trigger.inbox.subscription, access }, wish, ports, deadline);
	if (done.ok) await ports.memory.set(believed, true, BELIEVED_MS);
	return done;
}

/** What is not acknowledged yet, oldest first. Triggers of one connection that look within the pause share one reading. */
export async function linesOf(work: LineWork, deadline: number, ports: Ports): Promise<Result<Item[]>> {
	const { carrier, trigger, access } = work;
	const { inbox } = trigger;
	const kept = await ports.memory.get(key('lines', work));
	if (Array.isArray(kept)) return success(kept.filter(isJsonObject));
	const listed = await perform({ carrier, action: inbox.list, access, values: {}, deadline }, ports);
	if (!listed.ok) return listed;
	// A page that moved while it was read may show a line twice; equal moments keep the carrier's order.
	const once = new Map(listed.value.map((line) => [inbox.id(line), line]));
	const lines = [...once.values()].sort((a, b) => inbox.bornAt(a) - inbox.bornAt(b));
	await ports.memory.set(key('lines', work), lines, inbox.pauseMs);
	return success(lines);
}

/** Acknowledges what has been on show for long enough. One that fails stays for the next look. */
export async function acknowledgeDue({ carrier, trigger, access }: LineWork, lines: readonly Item[], shelf: Shelf, deadline: number, ports: Ports): Promise<void> {
	const { id, acknowledge } = trigger.inbox;
	const due = lines.filter((line) => isDue(shelf, id(line))).slice(0, MOST);
	for (const line of due) {
		if (ports.now() >= deadline) return;
		const done = await perform({ carrier, action: acknowledge.action, access, values: acknowledge.input(line), deadline }, ports);
		if (!done.ok && done.failure.code !== 'not_found') return;
	}
}
