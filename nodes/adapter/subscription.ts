import type { IHookFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';

import type { Carrier } from '../../shared/declare/carrier';
import type { Subscription } from '../../shared/declare/subscription';
import { isJsonObject } from '../../shared/json';
import type { WebhookTrigger } from '../../shared/declare/trigger';
import {
	isSubscribed,
	subscribe,
	unsubscribe,
	type SubscriptionContext,
	type SubscriptionRequest,
} from '../../shared/events/subscribe';
import { stateKey } from '../../shared/run/account-key';
import { hostError } from './host-error';
import { toJson } from './to-json';
import { openConnection, type ConnectionContext } from './ports';

/** What this trigger has registered at the carrier, in n8n's store. It identifies our earlier address. */
const stored = z.object({ of: z.string(), url: z.string(), events: z.array(z.string()) });

/** The carrier events that the chosen types need; all of them if none is chosen. */
function carrierEventsOf(host: IHookFunctions, { events }: WebhookTrigger): string[] {
	const chosen = toJson(host.getNodeParameter('events', []));
	const wanted =
		Array.isArray(chosen) && chosen.length > 0 ? events.filter(({ value }) => chosen.includes(value)) : events;
	return [...new Set(wanted.flatMap(({ carrierEvents = [] }) => carrierEvents))];
}

interface HookContext {
	connection: ConnectionContext;
	context: SubscriptionContext;
	request: SubscriptionRequest;
	/** The address of this trigger now, and the events it was last switched on with. */
	url: string;
	previous?: z.output<typeof stored>;
}

async function readHookContext(
	host: IHookFunctions,
	carrier: Carrier,
	trigger: WebhookTrigger,
	subscription: Subscription,
): Promise<HookContext> {
	const connection = await openConnection(host, carrier);
	if (!connection.ok) throw hostError(host.getNode(), connection.failure);
	const context = { carrier, subscription, access: connection.value.access };
	const parsed = stored.safeParse(host.getWorkflowStaticData('node').callback);
	const previous = parsed.success && parsed.data.of === stateKey(context) ? parsed.data : undefined;
	const url = host.getNodeWebhookUrl('default') ?? '';
	const options = toJson(host.getNodeParameter('options', {}));
	const replaceExisting = isJsonObject(options) && options.replaceExisting === true;
	return {
		connection: connection.value,
		context,
		url,
		previous,
		request: {
			callback: { url, events: carrierEventsOf(host, trigger) },
			previousUrls: previous ? [previous.url] : [],
			replaceExisting,
		},
	};
}

export async function checkSubscription(
	host: IHookFunctions,
	carrier: Carrier,
	trigger: WebhookTrigger,
): Promise<boolean> {
	if (!trigger.subscription) return false;
	const { connection, context, request } = await readHookContext(host, carrier, trigger, trigger.subscription);
	const subscribed = await isSubscribed(context, request, connection.ports);
	if (!subscribed.ok) throw hostError(host.getNode(), subscribed.failure);
	return subscribed.value;
}

export async function activateSubscription(
	host: IHookFunctions,
	carrier: Carrier,
	trigger: WebhookTrigger,
	subscription: Subscription,
): Promise<boolean> {
	const { connection, context, request, url } = await readHookContext(host, carrier, trigger, subscription);
	const done = await subscribe(context, request, connection.ports);
	if (!done.ok) throw hostError(host.getNode(), done.failure);
	host.getWorkflowStaticData('node').callback = {
		of: stateKey(context),
		url,
		events: [...request.callback.events],
	};
	return true;
}

/** False if the carrier could not be reached. n8n deactivates the workflow anyway. */
export async function deactivateSubscription(
	host: IHookFunctions,
	carrier: Carrier,
	trigger: WebhookTrigger,
): Promise<boolean> {
	if (!trigger.subscription) return true;
	const { connection, context, request, previous } = await readHookContext(
		host,
		carrier,
		trigger,
		trigger.subscription,
	);
	// Use the settings from activation, because the form may have changed since.
	const callback = previous ? { url: request.callback.url, events: previous.events } : request.callback;
	const done = await unsubscribe(context, { ...request, callback }, connection.ports);
	if (done.ok) delete host.getWorkflowStaticData('node').callback;
	return done.ok;
}
