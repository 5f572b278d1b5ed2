import { ExecuteContext, RoutingNode } from 'n8n-core';
import { createRunExecutionData, type ICredentialDataDecryptedObject, type INodeType } from 'n8n-workflow';

import { defaultsOf } from './credentials';
import type { Installed } from './installed';
import { createNode } from './node';
import { nextExecution } from './run';
import { createAdditionalData } from './additional-data';
import { workflowOf } from './workflow';

export interface TestResult {
	status: 'OK' | 'Error';
	message: string;
}

function statusOf(error: unknown): number | undefined {
	for (
		let each: unknown = error;
		typeof each === 'object' && each !== null;
		each = 'cause' in each ? each.cause : undefined
	) {
		if (
			'response' in each &&
			typeof each.response === 'object' &&
			each.response !== null &&
			'status' in each.response
		) {
			return typeof each.response.status === 'number' ? each.response.status : undefined;
		}
	}
	return undefined;
}

/** A text counts as an object of its characters. */
const fieldOf = (body: unknown, key: string): unknown =>
	Object.entries(Object(body)).find(([each]) => each === key)?.[1];

/**
 * The "Test" button of a credential. n8n builds a node with one request from the credential's `test` and runs it.
 * The rules then give the message for a status.
 */
export async function testCredential(
	installed: Installed,
	name: string,
	fields: ICredentialDataDecryptedObject,
): Promise<TestResult> {
	const credential = installed.credentials.get(name);
	const nodeEntry = [...installed.nodes.entries()].find(([, { description }]) =>
		description.credentials?.some((each) => each.name === name),
	);
	if (!credential?.test || !nodeEntry) throw new Error(`"${name}" cannot be tested`);
	// n8n fills in the defaults first.
	const data = { ...defaultsOf(credential.properties), ...fields };
	const [type, { description }] = nodeEntry;
	const { test } = credential;
	const testNode: INodeType = {
		description: {
			...description,
			credentials: [{ name, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request: test.request } },
			],
		},
	};
	const isolated: Installed = { nodes: new Map([[type, testNode]]), credentials: installed.credentials };
	const node = createNode(isolated, { type });
	const workflow = workflowOf(isolated, { nodes: [node], connections: {} });
	const additionalData = createAdditionalData(isolated, { [name]: data }, nextExecution(), 'internal');
	const items = [{ json: {} }];
	const input = { main: [items] };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createRunExecutionData(),
		0,
		items,
		input,
		{ node, data: input, source: null },
		[],
	);
	try {
		const output = await new RoutingNode(context, testNode, { id: name, name, type: name, data }).runNode();
		const body: unknown = output?.[0]?.[0]?.json;
		const bodyRule = test.rules?.find(
			(each) => each.type === 'responseSuccessBody' && fieldOf(body, each.properties.key) === each.properties.value,
		);
		return bodyRule
			? { status: 'Error', message: bodyRule.properties.message }
			: { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		const status = statusOf(error);
		const rule = test.rules?.find((each) => each.type === 'responseCode' && each.properties.value === status);
		return {
			status: 'Error',
			message: rule?.properties.message ?? (error instanceof Error ? error.message : 'No answer'),
		};
	}
}
