import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { deliverit, pollNode } from '../../core';

const node = pollNode(deliverit);

export class DeliverItTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DeliverIt Trigger',
		name: 'deliverItTrigger',
		icon: { light: 'file:deliverit.svg', dark: 'file:deliverit.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: node.subtitle,
		description:
			'Book drivers on demand, hand over customer details, and start a workflow when an order is new or has moved on',
		defaults: {
			name: 'DeliverIt Trigger',
		},
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'deliverItApi',
				required: true,
			},
		],
		properties: node.properties,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await node.runPoll(this);
	}
}
