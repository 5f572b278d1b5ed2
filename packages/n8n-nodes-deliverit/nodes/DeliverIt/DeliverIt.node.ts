import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { actionNode, deliverit } from '../../core';

const node = actionNode(deliverit);

export class DeliverIt implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DeliverIt',
		name: 'deliverIt',
		icon: { light: 'file:deliverit.svg', dark: 'file:deliverit.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: node.subtitle,
		description: 'Book drivers on demand and hand over customer details',
		defaults: {
			name: 'DeliverIt',
		},
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'deliverItApi',
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
