import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { anyCarrierNode, carriers } from '../../core';

const node = anyCarrierNode(carriers);

export class Waybill implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Waybill',
		name: 'waybill',
		icon: { light: 'file:waybill.svg', dark: 'file:waybill.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: node.subtitle,
		description: 'Book shop orders at the carrier that each order needs',
		defaults: {
			name: 'Waybill',
		},
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'cykeApi',
				required: false,
				displayOptions: {
					show: {
						carrier: ['cyke'],
					},
				},
			},
			{
				name: 'cubynApi',
				required: false,
				displayOptions: {
					show: {
						carrier: ['cubyn'],
					},
				},
			},
			{
				name: 'deliverItApi',
				required: false,
				displayOptions: {
					show: {
						carrier: ['deliverit'],
					},
				},
			},
			{
				name: 'hubRiseApi',
				required: false,
				displayOptions: {
					show: {
						carrier: ['hubrise'],
						authentication: ['accessToken'],
					},
				},
			},
			{
				name: 'hubRiseOAuth2Api',
				required: false,
				displayOptions: {
					show: {
						carrier: ['hubrise'],
						authentication: ['oAuth2'],
					},
				},
			},
		],
		properties: node.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await node.execute(this);
	}
}
