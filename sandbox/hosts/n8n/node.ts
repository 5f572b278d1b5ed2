import {
	NodeConnectionTypes,
	type IConnections,
	type IDataObject,
	type INode,
	type INodeParameters,
	type OnError,
} from 'n8n-workflow';

import type { Installed } from './installed';
import { ITEM_SOURCE } from './item-source';

/** A node as a person places it: its type, its fields and its settings. */
export interface NodeSpec {
	/** Full name: "n8n-nodes-waybill.cyke". */
	type: string;
	name?: string;
	parameters?: INodeParameters;
	/** Stored credential to use, where there are several of the node's type. */
	credential?: string;
	/** Credential types that its user has not chosen, where the node can do without. */
	withoutCredentials?: readonly string[];
	retryOnFail?: boolean;
	maxTries?: number;
	waitBetweenTries?: number;
	onError?: OnError;
}

export const INPUT_NODE = 'Items';

/** A fixed id for each name, so that a node stays itself from run to run. */
const idOf = (name: string) => `node-${name.toLowerCase().replace(/\W+/g, '-')}`;

export function createNode(installed: Installed, spec: NodeSpec): INode {
	const { type, name = 'Step', parameters = {}, credential, withoutCredentials = [], ...settings } = spec;
	const credentialTypes = installed.nodes.get(type)?.description.credentials ?? [];
	const credentials = Object.fromEntries(
		credentialTypes
			.filter((each) => !withoutCredentials.includes(each.name))
			.map((each) => [each.name, { id: credential ?? each.name, name: each.name }]),
	);
	return {
		id: idOf(name),
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials,
		webhookId: idOf(name),
		...settings,
	};
}

export const inputNode = (): INode => ({
	id: idOf(INPUT_NODE),
	name: INPUT_NODE,
	type: ITEM_SOURCE,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
});

export const asItems = (items: readonly IDataObject[]) => items.map((json) => ({ json }));

/** Each node's first output leads to the next node. */
export function connectInSequence(nodes: readonly INode[]): IConnections {
	const connections: IConnections = {};
	for (const [index, node] of nodes.entries()) {
		const next = nodes[index + 1];
		if (next) connections[node.name] = { main: [[{ node: next.name, type: NodeConnectionTypes.Main, index: 0 }]] };
	}
	return connections;
}
