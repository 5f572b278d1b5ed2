import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { cyke, pollNode } from '../../core';

const node = pollNode(cyke);

export class CykeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cyke Trigger',
		name: 'cykeTrigger',
		icon: { light: 'file:cyke.svg', dark: 'file:cyke.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: node.subtitle,
		description:
			'Book cargo-bike couriers, follow their deliveries, and start a workflow when one is new or has moved on',
		defaults: {
			name: 'Cyke Trigger',
		},
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'cykeApi',
				required: true,
			},
		],
		properties: node.properties,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await node.runPoll(this);
	}
}
