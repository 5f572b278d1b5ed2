import {
	NodeHelpers,
	Workflow,
	type IConnections,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';

import type { Installed } from './installed';
import { ITEM_SOURCE, itemSource } from './item-source';

export const TIMEZONE = 'Europe/Paris';

function typesOf(installed: Installed, items: readonly INodeExecutionData[]): INodeTypes {
	const source = itemSource(items);
	const typeOf = (name: string): INodeType => {
		const found = name === ITEM_SOURCE ? source : installed.nodes.get(name);
		if (!found) throw new Error(`No node type is called "${name}"`);
		return found;
	};
	return {
		getByName: typeOf,
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(typeOf(name), version),
		getKnownTypes: () => ({}),
	};
}

export interface WorkflowSpec {
	id?: string;
	nodes: INode[];
	connections: IConnections;
	/** The output of the item source. */
	items?: readonly INodeExecutionData[];
	staticData?: IDataObject;
	active?: boolean;
}

export function workflowOf(
	installed: Installed,
	{ id = 'sandbox', nodes, connections, items = [], staticData = {}, active = false }: WorkflowSpec,
): Workflow {
	return new Workflow({
		id,
		name: id,
		nodes,
		connections,
		active,
		staticData,
		nodeTypes: typesOf(installed, items),
		settings: { timezone: TIMEZONE, executionOrder: 'v1' },
	});
}
