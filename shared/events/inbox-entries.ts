import type { Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { success, type Result } from '../declare/failure';
import { isJsonObject } from '../json';
import type { InboxTrigger } from '../declare/trigger';
import { accountKey, dataKey } from '../run/account-key';
import { perform } from '../run/perform';
import type { Ports } from '../run/ports';
import { isDue, type AckRetention } from './ack-retention';
import { subscribe } from './subscribe';

interface InboxEntriesContext {
	carrier: Carrier;
	trigger: InboxTrigger;
	access: Access;
	replaceExisting?: boolean;
}

/** How long a check of the subscription stays valid. */
const RECHECK_AFTER_MS = 5 * 60_000;
/** The number acknowledged in one poll; the rest follow with the next. */
const MAX_ACKNOWLEDGED = 100;

/** Makes sure that the carrier stores this trigger's events, and that the subscription still points here. */
export async function ensureSubscribed(
	context: InboxEntriesContext,
	deadline: number,
	ports: Ports,
): Promise<Result<unknown>> {
	const { carrier, trigger, access, replaceExisting } = context;
	const cacheKey = `subscribed:${trigger.carrierEvents.join(' ')}:${accountKey(context)}`;
	if ((await ports.store.get(cacheKey)) === true) return success(undefined);
	const request = { callback: { url: null, events: trigger.carrierEvents }, replaceExisting };
	const done = await subscribe({ carrier, subscription: trigger.inbox.subscription, access }, request, ports, deadline);
	if (done.ok) await ports.store.set(cacheKey, true, RECHECK_AFTER_MS);
	return done;
}

/** The unacknowledged events, oldest first. Triggers of one connection that poll within the pause share one read. */
export async function listEntries(
	context: InboxEntriesContext,
	deadline: number,
	ports: Ports,
): Promise<Result<Item[]>> {
	const { carrier, trigger, access } = context;
	const { inbox } = trigger;
	const cacheKey = `entries:${dataKey(context)}`;
	const cached = await ports.store.get(cacheKey);
	if (Array.isArray(cached)) return success(cached.filter(isJsonObject));
	const listed = await perform({ carrier, action: inbox.list, access, values: {}, deadline }, ports);
	if (!listed.ok) return listed;
	// A page that moved while it was read may show a line twice; equal moments keep the carrier's order.
	const unique = new Map(listed.value.map((entry) => [inbox.id(entry), entry]));
	const entries = [...unique.values()].sort((a, b) => inbox.createdAt(a) - inbox.createdAt(b));
	await ports.store.set(cacheKey, entries, inbox.minIntervalMs);
	return success(entries);
}

/** Acknowledges events that were visible long enough. One that fails is retried with the next poll. */
export async function acknowledgeDue(
	{ carrier, trigger, access }: InboxEntriesContext,
	entries: readonly Item[],
	retention: AckRetention,
	deadline: number,
	ports: Ports,
): Promise<void> {
	const { id, acknowledge } = trigger.inbox;
	const due = entries.filter((entry) => isDue(retention, id(entry))).slice(0, MAX_ACKNOWLEDGED);
	for (const entry of due) {
		if (ports.now() >= deadline) return;
		const done = await perform(
			{ carrier, action: acknowledge.action, access, values: acknowledge.input(entry), deadline },
			ports,
		);
		if (!done.ok && done.failure.code !== 'not_found') return;
	}
}
