import {
	NodeConnectionTypes,
	type IConnections,
	type IDataObject,
	type INode,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';

import type { StoredCredentials } from './credentials';
import type { Installed } from './installed';
import { ITEM_SOURCE } from './item-source';
import { asItems } from './node';
import { runWorkflow, type Run } from './run';

/** A workflow as n8n exports it. */
export interface WorkflowFile {
	id: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings: IDataObject;
	pinData: IDataObject;
}

/** The stub for one node of a workflow that belongs to another package. */
export interface NodeStub {
	/** Fields that n8n must read in a way of their own; any other that is filled in is taken as it is. */
	properties?: INodeProperties[];
	outputs?: number;
	execute: NonNullable<INodeType['execute']>;
}

const NOTE = 'n8n-nodes-base.stickyNote';

/** A node type for this one node, with a form of just the fields that are filled in. */
function typeOf(node: INode, name: string, { properties = [], outputs = 1, execute }: NodeStub): INodeType {
	const otherFields = Object.keys(node.parameters)
		.filter((field) => !properties.some((each) => each.name === field))
		.map((field): INodeProperties => ({ displayName: field, name: field, type: 'string', default: '' }));
	return {
		description: {
			displayName: node.name,
			name,
			group: [],
			version: node.typeVersion,
			description: `Stands for ${node.type}`,
			defaults: {},
			inputs: [NodeConnectionTypes.Main],
			outputs: Array.from({ length: outputs }, () => NodeConnectionTypes.Main),
			properties: [...properties, ...otherFields],
		},
		execute,
	};
}

/** Runs a workflow file from one of its triggers, as if that had just given these items. */
export async function runFile(
	installed: Installed,
	stored: StoredCredentials,
	file: WorkflowFile,
	trigger: string,
	items: readonly IDataObject[],
	stubFor: (node: INode) => NodeStub,
): Promise<Run> {
	const types = new Map(installed.nodes);
	const prepared = structuredClone(file.nodes)
		.filter(({ type }) => type !== NOTE)
		.map((node): INode => {
			if (node.name === trigger) return { ...node, type: ITEM_SOURCE, typeVersion: 1, parameters: {}, credentials: {} };
			if (installed.nodes.has(node.type)) return node;
			const type = `standIn.${node.id}`;
			types.set(type, typeOf(node, type, stubFor(node)));
			return { ...node, type, credentials: {} };
		});
	const start = prepared.find(({ name }) => name === trigger);
	if (!start) throw new Error(`The workflow "${file.name}" has no trigger "${trigger}"`);
	const nodes = [start, ...prepared.filter((node) => node !== start)];
	return await runWorkflow({ nodes: types, credentials: installed.credentials }, stored, {
		nodes,
		connections: file.connections,
		items: asItems(items),
	});
}
