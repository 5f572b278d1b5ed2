import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { actionNode, cubyn } from '../../core';

const node = actionNode(cubyn);

export class Cubyn implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cubyn',
		name: 'cubyn',
		icon: { light: 'file:cubyn.svg', dark: 'file:cubyn.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: node.subtitle,
		description: 'Send parcels from your stock at Cubyn, and follow stock, returns and claims',
		defaults: {
			name: 'Cubyn',
		},
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'cubynApi',
				required: true,
			},
		],
		properties: node.properties,
	};

	methods = node.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await node.execute(this);
	}
}
