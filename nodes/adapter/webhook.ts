import type { IHookFunctions, INodeProperties, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Item } from '../../shared/declare/facts';
import type { Carrier } from '../../shared/declare/carrier';
import { failed } from '../../shared/declare/failure';
import { isJsonObject } from '../../shared/declare/json';
import type { WebhookCall, WebhookEvent, WebhookTrigger } from '../../shared/declare/trigger';
import { receive } from '../../shared/events/receive';
import { letThrough } from './webhook-gate';
import { authenticationProperties } from './authentication';
import { hostError } from './host-error';
import { plain } from './plain';
import { connected, type Connected } from './ports';
import { connect, disconnect, isConnected } from './subscription';
import { triggerItem } from './trigger-item';
import { webhookProperties } from './trigger-properties';

function callOf(host: IWebhookFunctions): WebhookCall {
	const { rawBody } = host.getRequestObject();
	const headers: Record<string, string | undefined> = {};
	for (const [name, value] of Object.entries(host.getHeaderData())) headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
	return { headers, body: Buffer.isBuffer(rawBody) ? rawBody.toString('utf8') : '', query: queryOf(host.getQueryData()) };
}

/** A name given twice is read as its first value, a nested one not at all. */
function queryOf(data: unknown): WebhookCall['query'] {
	const given = plain(data);
	if (!isJsonObject(given)) return {};
	return Object.fromEntries(
		Object.entries(given).flatMap(([name, value]): [string, string][] => {
			const first = Array.isArray(value) ? value[0] : value;
			return typeof first === 'string' ? [[name, first]] : [];
		}),
	);
}

/** Answers the carrier without starting the workflow. */
function turnAway(host: IWebhookFunctions, status: number): IWebhookResponseData {
	host.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}

function wantedOf(host: IWebhookFunctions): string[] {
	const events = plain(host.getNodeParameter('events', []));
	return Array.isArray(events) ? events.map(String) : [];
}

async function handOver(host: IWebhookFunctions, trigger: WebhookTrigger, way: Connected, item: Item): Promise<IWebhookResponseData> {
	const options = plain(host.getNodeParameter('options', {}));
	const withFiles = isJsonObject(options) && options.downloadFiles === true;
	return { workflowData: [[await triggerItem(host, way, item, withFiles ? (trigger.files?.(item) ?? []) : [])]] };
}

async function webhook(host: IWebhookFunctions, carrier: Carrier, trigger: WebhookTrigger): Promise<IWebhookResponseData> {
	const way = await connected(host, carrier);
	if (!way.ok) throw hostError(host.getNode(), way.failure);
	const { access, ports } = way.value;
	// A person who tries the trigger out may send the same event again and again.
	const isFresh = (event: WebhookEvent) => host.getMode() === 'manual' || letThrough(host, event);
	const { status, item } = await receive({ carrier, trigger, access, wanted: wantedOf(host), isFresh }, callOf(host), ports);
	return item ? await handOver(host, trigger, way.value, item) : turnAway(host, status);
}

/** Is there nothing among the events that are wanted which could be trusted without the secret? */
function needsSecret(host: IHookFunctions, { events, secretFor }: WebhookTrigger): boolean {
	const chosen = plain(host.getNodeParameter('events', []));
	const wanted = Array.isArray(chosen) && chosen.length > 0 ? chosen : events.map(({ value }) => value);
	return secretFor === undefined || wanted.every((event) => typeof event === 'string' && secretFor.includes(event));
}

/** Tells the carrier the address; where a person pastes it there, all that can be seen to here is that events can be trusted. */
async function activate(host: IHookFunctions, carrier: Carrier, trigger: WebhookTrigger): Promise<boolean> {
	if (trigger.subscription) return await connect(host, carrier, trigger, trigger.subscription);
	const way = await connected(host, carrier);
	if (!way.ok) throw hostError(host.getNode(), way.failure);
	if (way.value.access.webhookSecret === undefined && needsSecret(host, trigger)) {
		throw hostError(host.getNode(), failed('wrong_connection', 'The credential has no Webhook Secret, so no event could be trusted', { advice: 'Fill in the Webhook Secret of the credential, and the same one at the carrier.' }).failure);
	}
	return true;
}

/** What the shell of a carrier's webhook trigger hands on to. */
export interface WebhookNode {
	properties: INodeProperties[];
	isConnected(host: IHookFunctions): Promise<boolean>;
	activate(host: IHookFunctions): Promise<boolean>;
	deactivate(host: IHookFunctions): Promise<boolean>;
	webhook(host: IWebhookFunctions): Promise<IWebhookResponseData>;
}

export const webhookNode = (carrier: Carrier, trigger: WebhookTrigger): WebhookNode => ({
	properties: [...authenticationProperties(carrier), ...webhookProperties(trigger)],
	isConnected: async (host) => await isConnected(host, carrier, trigger),
	deactivate: async (host) => await disconnect(host, carrier, trigger),
	activate: async (host) => await activate(host, carrier, trigger),
	webhook: async (host) => await webhook(host, carrier, trigger),
});
