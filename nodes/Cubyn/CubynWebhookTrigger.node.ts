import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { cubyn, webhookNode } from '../../core';

const node = webhookNode(cubyn);

export class CubynWebhookTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cubyn Webhook Trigger',
		name: 'cubynWebhookTrigger',
		icon: { light: 'file:cubyn.svg', dark: 'file:cubyn.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: node.subtitle,
		description: 'Starts the workflow at once when Cubyn reports a change of a parcel or of the stock',
		defaults: {
			name: 'Cubyn Webhook Trigger',
		},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'cubynApi',
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
