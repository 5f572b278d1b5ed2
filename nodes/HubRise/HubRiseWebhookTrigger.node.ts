import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { hubrise, webhookNode } from '../../core';

const node = webhookNode(hubrise);

export class HubRiseWebhookTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HubRise Webhook Trigger',
		name: 'hubRiseWebhookTrigger',
		icon: { light: 'file:hubrise.svg', dark: 'file:hubrise.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: node.subtitle,
		description: 'Starts the workflow at once when HubRise calls about an order or a delivery',
		defaults: {
			name: 'HubRise Webhook Trigger',
		},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'hubRiseApi',
				required: true,
				displayOptions: {
					show: {
						authentication: ['accessToken'],
					},
				},
			},
			{
				name: 'hubRiseOAuth2Api',
				required: true,
				displayOptions: {
					show: {
						authentication: ['oAuth2'],
					},
				},
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				path: 'webhook',
				ndvHideUrl: true,
			},
		],
		properties: node.properties,
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await node.isSubscribed(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await node.activate(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await node.deactivate(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await node.webhook(this);
	}
}
