import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { cubyn, pollNode } from '../../core';

const node = pollNode(cubyn);

export class CubynTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cubyn Trigger',
		name: 'cubynTrigger',
		icon: { light: 'file:cubyn.svg', dark: 'file:cubyn.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: node.subtitle,
		description:
			'Send parcels from your stock at Cubyn, follow stock, returns and claims, and start a workflow when one of them has changed',
		defaults: {
			name: 'Cubyn Trigger',
		},
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'cubynApi',
				required: true,
			},
		],
		properties: node.properties,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await node.runPoll(this);
	}
}
