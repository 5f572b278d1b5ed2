import type { IHookFunctions, INodeProperties, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Item } from '../../shared/declare/facts';
import type { Carrier } from '../../shared/declare/carrier';
import { failed } from '../../shared/declare/failure';
import { isJsonObject } from '../../shared/json';
import type { WebhookRequest, WebhookEvent, WebhookTrigger } from '../../shared/declare/trigger';
import { receive } from '../../shared/events/receive';
import { acceptOnce } from './webhook-deduplicator';
import { authenticationProperties } from './authentication';
import { hostError } from './host-error';
import { toJson } from './to-json';
import { openConnection, type ConnectionContext } from './ports';
import { activateSubscription, deactivateSubscription, checkSubscription } from './subscription';
import { webhookSubtitle } from './subtitle';
import { triggerItem } from './trigger-item';
import { webhookProperties } from './trigger-properties';

function webhookRequestOf(host: IWebhookFunctions): WebhookRequest {
	const { rawBody } = host.getRequestObject();
	const headers: Record<string, string | undefined> = {};
	for (const [name, value] of Object.entries(host.getHeaderData()))
		headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
	return {
		headers,
		body: Buffer.isBuffer(rawBody) ? rawBody.toString('utf8') : '',
		query: queryOf(host.getQueryData()),
	};
}

/** For a repeated parameter the first value counts. Nested parameters are ignored. */
function queryOf(data: unknown): WebhookRequest['query'] {
	const query = toJson(data);
	if (!isJsonObject(query)) return {};
	return Object.fromEntries(
		Object.entries(query).flatMap(([name, value]): [string, string][] => {
			const first = Array.isArray(value) ? value[0] : value;
			return typeof first === 'string' ? [[name, first]] : [];
		}),
	);
}

/** Answers the carrier without starting the workflow. */
function respondOnly(host: IWebhookFunctions, status: number): IWebhookResponseData {
	host.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}

function eventTypesOf(host: IWebhookFunctions): string[] {
	const events = toJson(host.getNodeParameter('events', []));
	return Array.isArray(events) ? events.map(String) : [];
}

async function toWebhookResponse(
	host: IWebhookFunctions,
	trigger: WebhookTrigger,
	connection: ConnectionContext,
	item: Item,
): Promise<IWebhookResponseData> {
	const options = toJson(host.getNodeParameter('options', {}));
	const withFiles = isJsonObject(options) && options.downloadFiles === true;
	return {
		workflowData: [[await triggerItem(host, connection, item, withFiles ? (trigger.files?.(item) ?? []) : [])]],
	};
}

async function webhook(
	host: IWebhookFunctions,
	carrier: Carrier,
	trigger: WebhookTrigger,
): Promise<IWebhookResponseData> {
	const connection = await openConnection(host, carrier);
	if (!connection.ok) throw hostError(host.getNode(), connection.failure);
	const { access, ports } = connection.value;
	// A person who tries the trigger out may send the same event again and again.
	const isFresh = (event: WebhookEvent) => host.getMode() === 'manual' || acceptOnce(host, event);
	const { status, item } = await receive(
		{ carrier, trigger, access, eventTypes: eventTypesOf(host), isFresh },
		webhookRequestOf(host),
		ports,
	);
	return item ? await toWebhookResponse(host, trigger, connection.value, item) : respondOnly(host, status);
}

/** Do all chosen events need the secret to be trusted? */
function needsSecret(host: IHookFunctions, { events, signedEvents: secretFor }: WebhookTrigger): boolean {
	const chosen = toJson(host.getNodeParameter('events', []));
	const eventTypes = Array.isArray(chosen) && chosen.length > 0 ? chosen : events.map(({ value }) => value);
	return secretFor === undefined || eventTypes.every((event) => typeof event === 'string' && secretFor.includes(event));
}

/**
 * Registers the address at the carrier. Where a person pastes it there, this only checks that events can be verified.
 */
async function activate(host: IHookFunctions, carrier: Carrier, trigger: WebhookTrigger): Promise<boolean> {
	if (trigger.subscription) return await activateSubscription(host, carrier, trigger, trigger.subscription);
	const connection = await openConnection(host, carrier);
	if (!connection.ok) throw hostError(host.getNode(), connection.failure);
	if (connection.value.access.webhookSecret === undefined && needsSecret(host, trigger)) {
		throw hostError(
			host.getNode(),
			failed('wrong_connection', 'The credential has no Webhook Secret, so no event could be trusted', {
				advice: 'Fill in the Webhook Secret of the credential, and the same one at the carrier.',
			}).failure,
		);
	}
	return true;
}

/** The parts that the generated file of a carrier's webhook trigger passes on. */
export interface WebhookNode {
	properties: INodeProperties[];
	subtitle: string;
	isSubscribed(host: IHookFunctions): Promise<boolean>;
	activate(host: IHookFunctions): Promise<boolean>;
	deactivate(host: IHookFunctions): Promise<boolean>;
	webhook(host: IWebhookFunctions): Promise<IWebhookResponseData>;
}

/** A carrier has one webhook trigger node, for the first of its webhook triggers. */
export function webhookNode(carrier: Carrier): WebhookNode {
	const [trigger] = carrier.webhookTriggers;
	if (!trigger) throw new Error(`${carrier.title} has no webhook trigger`);
	return {
		properties: [...authenticationProperties(carrier), ...webhookProperties(trigger)],
		subtitle: webhookSubtitle(trigger),
		isSubscribed: async (host) => await checkSubscription(host, carrier, trigger),
		deactivate: async (host) => await deactivateSubscription(host, carrier, trigger),
		activate: async (host) => await activate(host, carrier, trigger),
		webhook: async (host) => await webhook(host, carrier, trigger),
	};
}
