import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { cyke, webhookNode } from '../../core';

const node = webhookNode(cyke);

export class CykeWebhookTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cyke Webhook Trigger',
		name: 'cykeWebhookTrigger',
		icon: { light: 'file:cyke.svg', dark: 'file:cyke.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: node.subtitle,
		description: 'Starts the workflow at once when Cyke reports a change of a delivery',
		defaults: {
			name: 'Cyke Webhook Trigger',
		},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'cykeApi',
				required: true,
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				path: 'webhook',
			},
		],
		properties: node.properties,
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await node.activate(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await node.webhook(this);
	}
}
