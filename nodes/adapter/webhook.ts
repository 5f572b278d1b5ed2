import type { IHookFunctions, INodeProperties, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import { failed } from '../../shared/declare/failure';
import { isJsonObject } from '../../shared/declare/json';
import type { WebhookCall, WebhookEvent, WebhookTrigger } from '../../shared/declare/trigger';
import { letThrough } from './webhook-gate';
import { hostError } from './host-error';
import { plain } from './plain';
import { connected, type Connected } from './ports';
import { triggerItem } from './trigger-item';
import { webhookProperties } from './trigger-properties';

function callOf(host: IWebhookFunctions): WebhookCall {
	const { rawBody } = host.getRequestObject();
	const headers: Record<string, string | undefined> = {};
	for (const [name, value] of Object.entries(host.getHeaderData())) headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
	return { headers, body: Buffer.isBuffer(rawBody) ? rawBody.toString('utf8') : '' };
}

/** Answers the carrier without starting the workflow. */
function turnAway(host: IWebhookFunctions, status: number): IWebhookResponseData {
	host.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}

function isWanted(host: IWebhookFunctions, { type }: WebhookEvent): boolean {
	const events = plain(host.getNodeParameter('events', []));
	return !Array.isArray(events) || events.length === 0 || events.includes(type);
}

async function handOver(host: IWebhookFunctions, trigger: WebhookTrigger, way: Connected, event: WebhookEvent): Promise<IWebhookResponseData> {
	if (!event.item) return turnAway(host, trigger.answers.taken);
	const options = plain(host.getNodeParameter('options', {}));
	const withFiles = isJsonObject(options) && options.downloadFiles === true;
	return { workflowData: [[await triggerItem(host, way, event.item, withFiles ? (trigger.files?.(event.item) ?? []) : [])]] };
}

async function webhook(host: IWebhookFunctions, carrier: Carrier, trigger: WebhookTrigger): Promise<IWebhookResponseData> {
	const way = await connected(host, carrier);
	if (!way.ok) throw hostError(host.getNode(), way.failure);
	const read = trigger.read(callOf(host), way.value.access);
	if (!read.ok) return turnAway(host, read.failure.code === 'not_authorised' ? trigger.answers.forged : trigger.answers.unreadable);
	const event = read.value;
	if (!event.item || !isWanted(host, event)) return turnAway(host, trigger.answers.taken);
	// A person who tries the trigger out may send the same event again and again.
	if (host.getMode() !== 'manual' && !letThrough(host, event)) return turnAway(host, trigger.answers.taken);
	return await handOver(host, trigger, way.value, event);
}

/** The address is pasted at the carrier by a person; all that can be seen to here is that events can be trusted. */
async function activate(host: IHookFunctions, carrier: Carrier): Promise<boolean> {
	const way = await connected(host, carrier);
	if (!way.ok) throw hostError(host.getNode(), way.failure);
	if (way.value.access.webhookSecret === undefined) {
		throw hostError(host.getNode(), failed('wrong_connection', 'The credential has no Webhook Secret, so no event could be trusted', { advice: 'Fill in the Webhook Secret of the credential, and the same one at the carrier.' }).failure);
	}
	return true;
}

/** What the shell of a carrier's webhook trigger hands on to. */
export interface WebhookNode {
	properties: INodeProperties[];
	activate(host: IHookFunctions): Promise<boolean>;
	webhook(host: IWebhookFunctions): Promise<IWebhookResponseData>;
}

export const webhookNode = (carrier: Carrier, trigger: WebhookTrigger): WebhookNode => ({
	properties: webhookProperties(trigger),
	activate: async (host) => await activate(host, carrier),
	webhook: async (host) => await webhook(host, carrier, trigger),
});
