import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { actionNode, cyke } from '../../core';

const node = actionNode(cyke);

export class Cyke implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cyke',
		name: 'cyke',
		icon: { light: 'file:cyke.svg', dark: 'file:cyke.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: node.subtitle,
		description: 'Book cargo-bike couriers and follow their deliveries',
		defaults: {
			name: 'Cyke',
		},
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'cykeApi',
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
