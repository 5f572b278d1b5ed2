import { NodeConnectionTypes, type INodeExecutionData, type INodeType } from 'n8n-workflow';

export const ITEM_SOURCE = 'sandbox.items';

/** Replaces the source of a workflow's items: a shop's webhook, a table, a person. */
export const itemSource = (items: readonly INodeExecutionData[]): INodeType => ({
	description: {
		displayName: 'Items',
		name: ITEM_SOURCE,
		group: ['input'],
		version: 1,
		description: 'Gives the items it holds',
		defaults: { name: 'Items' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	execute: async () => [items.map((item) => ({ ...item, pairedItem: { item: 0 } }))],
});
