import { ExecuteContext, RoutingNode } from 'n8n-core';
import { createRunExecutionData, type ICredentialDataDecryptedObject, type INodeType } from 'n8n-workflow';

import type { Installed } from './installed';
import { placed } from './node';
import { nextExecution } from './run';
import { surroundings } from './surroundings';
import { workflowOf } from './workflow';

export interface TestResult {
	status: 'OK' | 'Error';
	message: string;
}

function statusOf(error: unknown): number | undefined {
	for (let each: unknown = error; typeof each === 'object' && each !== null; each = 'cause' in each ? each.cause : undefined) {
		if ('response' in each && typeof each.response === 'object' && each.response !== null && 'status' in each.response) {
			return typeof each.response.status === 'number' ? each.response.status : undefined;
		}
	}
	return undefined;
}

/**
 * What the button "Test" of a credential does. n8n makes a node of one request out of the credential's `test` and runs it;
 * the rules then give the words for a status.
 */
export async function testCredential(installed: Installed, name: string, fields: ICredentialDataDecryptedObject): Promise<TestResult> {
	const credential = installed.credentials.get(name);
	const user = [...installed.nodes.entries()].find(([, { description }]) => description.credentials?.some((each) => each.name === name));
	if (!credential?.test || !user) throw new Error(`"${name}" cannot be tested`);
	const [type, { description }] = user;
	const { test } = credential;
	const asked: INodeType = {
		description: {
			...description,
			credentials: [{ name, required: true }],
			properties: [{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request: test.request } }],
		},
	};
	const only: Installed = { nodes: new Map([[type, asked]]), credentials: installed.credentials };
	const node = placed(only, { type });
	const workflow = workflowOf(only, { nodes: [node], connections: {} });
	const around = surroundings(only, { [name]: fields }, nextExecution(), 'internal');
	const items = [{ json: {} }];
	const data = { main: [items] };
	const context = new ExecuteContext(workflow, node, around, 'internal', createRunExecutionData(), 0, items, data, { node, data, source: null }, []);
	try {
		await new RoutingNode(context, asked, { id: name, name, type: name, data: fields }).runNode();
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		const status = statusOf(error);
		const rule = test.rules?.find((each) => each.type === 'responseCode' && each.properties.value === status);
		return { status: 'Error', message: rule?.properties.message ?? (error instanceof Error ? error.message : 'No answer') };
	}
}
