import { LoadOptionsContext } from 'n8n-core';
import type { INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';

import type { StoredCredentials } from './credentials';
import type { Installed } from './installed';
import { placed, type NodeSpec } from './node';
import { nextExecution } from './run';
import { surroundings } from './surroundings';
import { workflowOf } from './workflow';

function opened(installed: Installed, stored: StoredCredentials, spec: NodeSpec) {
	const node = placed(installed, spec);
	const around = { ...surroundings(installed, stored, nextExecution(), 'manual'), currentNodeParameters: node.parameters };
	const workflow = workflowOf(installed, { nodes: [node], connections: {} });
	return { context: new LoadOptionsContext(workflow, node, around, 'parameters'), methods: installed.nodes.get(spec.type)?.methods ?? {} };
}

/** What a person sees who opens a list that can be searched. */
export async function listSearch(installed: Installed, stored: StoredCredentials, spec: NodeSpec, method: string, filter?: string, page?: string): Promise<INodeListSearchResult> {
	const { context, methods } = opened(installed, stored, spec);
	const search = methods.listSearch?.[method];
	if (!search) throw new Error(`"${spec.type}" has no list "${method}"`);
	return await search.call(context, filter, page);
}

/** What a person sees who opens a drop-down. */
export async function loadOptions(installed: Installed, stored: StoredCredentials, spec: NodeSpec, method: string): Promise<INodePropertyOptions[]> {
	const { context, methods } = opened(installed, stored, spec);
	const load = methods.loadOptions?.[method];
	if (!load) throw new Error(`"${spec.type}" has no drop-down "${method}"`);
	return await load.call(context);
}
