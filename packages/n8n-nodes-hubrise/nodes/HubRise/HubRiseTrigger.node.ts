import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { hubrise, pollNode } from '../../core';

const node = pollNode(hubrise);

export class HubRiseTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HubRise Trigger',
		name: 'hubRiseTrigger',
		icon: { light: 'file:hubrise.svg', dark: 'file:hubrise.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: node.subtitle,
		description:
			'Start a workflow when an order or a delivery is new or has changed, and attach deliveries to the orders of restaurants and shops',
		defaults: {
			name: 'HubRise Trigger',
		},
		polling: true,
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
		properties: node.properties,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await node.runPoll(this);
	}
}
