import { LoadOptionsContext } from 'n8n-core';
import type { INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';

import type { StoredCredentials } from './credentials';
import type { Installed } from './installed';
import { createNode, type NodeSpec } from './node';
import { nextExecution } from './run';
import { createAdditionalData } from './additional-data';
import { workflowOf } from './workflow';

function openForm(installed: Installed, stored: StoredCredentials, spec: NodeSpec) {
	const node = createNode(installed, spec);
	const additionalData = {
		...createAdditionalData(installed, stored, nextExecution(), 'manual'),
		currentNodeParameters: node.parameters,
	};
	const workflow = workflowOf(installed, { nodes: [node], connections: {} });
	return {
		context: new LoadOptionsContext(workflow, node, additionalData, 'parameters'),
		methods: installed.nodes.get(spec.type)?.methods ?? {},
	};
}

/** What a person sees in a list with a search. */
export async function listSearch(
	installed: Installed,
	stored: StoredCredentials,
	spec: NodeSpec,
	method: string,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	const { context, methods } = openForm(installed, stored, spec);
	const search = methods.listSearch?.[method];
	if (!search) throw new Error(`"${spec.type}" has no list "${method}"`);
	return await search.call(context, filter, page);
}

/** What a person sees in a drop-down. */
export async function loadOptions(
	installed: Installed,
	stored: StoredCredentials,
	spec: NodeSpec,
	method: string,
): Promise<INodePropertyOptions[]> {
	const { context, methods } = openForm(installed, stored, spec);
	const load = methods.loadOptions?.[method];
	if (!load) throw new Error(`"${spec.type}" has no drop-down "${method}"`);
	return await load.call(context);
}
