import type { IHookFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';

import type { Carrier } from '../../shared/declare/carrier';
import type { Subscription } from '../../shared/declare/subscription';
import { isJsonObject } from '../../shared/declare/json';
import type { WebhookTrigger } from '../../shared/declare/trigger';
import { connectionKey, isSubscribed, subscribe, unsubscribe, type SubscriptionWork, type Wish } from '../../shared/events/subscribe';
import { hostError } from './host-error';
import { plain } from './plain';
import { connected, type Connected } from './ports';

/** What this trigger has told the carrier, in n8n's store: an address of ours from before is known by it. */
const stored = z.object({ of: z.string(), url: z.string(), events: z.array(z.string()) });

/** The carrier's own events that the chosen ones live on; all where none is chosen. */
function needsOf(host: IHookFunctions, { events }: WebhookTrigger): string[] {
	const chosen = plain(host.getNodeParameter('events', []));
	const wanted = Array.isArray(chosen) && chosen.length > 0 ? events.filter(({ value }) => chosen.includes(value)) : events;
	return [...new Set(wanted.flatMap(({ needs = [] }) => needs))];
}

interface Asked {
	way: Connected;
	work: SubscriptionWork;
	wish: Wish;
	/** The address of this trigger now, and the events it was last switched on with. */
	url: string;
	before?: z.output<typeof stored>;
}

async function asked(host: IHookFunctions, carrier: Carrier, trigger: WebhookTrigger, subscription: Subscription): Promise<Asked> {
	const way = await connected(host, carrier);
	if (!way.ok) throw hostError(host.getNode(), way.failure);
	const work = { carrier, subscription, access: way.value.access };
	const parsed = stored.safeParse(host.getWorkflowStaticData('node').callback);
	const before = parsed.success && parsed.data.of === connectionKey(work) ? parsed.data : undefined;
	const url = host.getNodeWebhookUrl('default') ?? '';
	const options = plain(host.getNodeParameter('options', {}));
	const takeOver = isJsonObject(options) && options.takeOver === true;
	return { way: way.value, work, url, before, wish: { callback: { url, events: needsOf(host, trigger) }, formerly: before ? [before.url] : [], takeOver } };
}

export async function isConnected(host: IHookFunctions, carrier: Carrier, trigger: WebhookTrigger): Promise<boolean> {
	if (!trigger.subscription) return false;
	const { way, work, wish } = await asked(host, carrier, trigger, trigger.subscription);
	const there = await isSubscribed(work, wish, way.ports);
	if (!there.ok) throw hostError(host.getNode(), there.failure);
	return there.value;
}

export async function connect(host: IHookFunctions, carrier: Carrier, trigger: WebhookTrigger, subscription: Subscription): Promise<boolean> {
	const { way, work, wish, url } = await asked(host, carrier, trigger, subscription);
	const done = await subscribe(work, wish, way.ports);
	if (!done.ok) throw hostError(host.getNode(), done.failure);
	host.getWorkflowStaticData('node').callback = { of: connectionKey(work), url, events: [...wish.callback.events] };
	return true;
}

/** False where the carrier could not be told: n8n switches the workflow off all the same. */
export async function disconnect(host: IHookFunctions, carrier: Carrier, trigger: WebhookTrigger): Promise<boolean> {
	if (!trigger.subscription) return true;
	const { way, work, wish, before } = await asked(host, carrier, trigger, trigger.subscription);
	// What was asked for when it was switched on; the form may have changed since.
	const callback = before ? { url: wish.callback.url, events: before.events } : wish.callback;
	const done = await unsubscribe(work, { ...wish, callback }, way.ports);
	if (done.ok) delete host.getWorkflowStaticData('node').callback;
	return done.ok;
}
