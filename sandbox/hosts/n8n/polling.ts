import { PollContext } from 'n8n-core';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { StoredCredentials } from './credentials';
import type { Installed } from './installed';
import { createNode, type NodeSpec } from './node';
import { nextExecution } from './run';
import { createAdditionalData } from './additional-data';
import { workflowOf } from './workflow';

/** A trigger of an active workflow, with the state that n8n stores for it between two polls. */
export interface Poller {
	/** One poll by n8n's timer. The state is stored only if the poll succeeds. */
	poll(): Promise<INodeExecutionData[]>;
	/** "Fetch Test Event" in the editor. */
	test(): Promise<INodeExecutionData[]>;
	/** The stored state. */
	state(): IDataObject;
}

export function poller(
	installed: Installed,
	stored: StoredCredentials,
	spec: NodeSpec,
	initialState: IDataObject = {},
): Poller {
	const node = createNode(installed, spec);
	// Stored as n8n's database stores it: as JSON text. From there n8n reads it when it starts.
	let storedState = JSON.stringify(initialState);
	const runPoll = async (mode: 'trigger' | 'manual') => {
		const workflow = workflowOf(installed, {
			nodes: [node],
			connections: {},
			active: true,
			staticData: { [`node:${node.name}`]: JSON.parse(storedState) },
		});
		const additionalData = createAdditionalData(installed, stored, nextExecution(), mode);
		const context = new PollContext(workflow, node, additionalData, mode, 'activate');
		const { poll } = workflow.nodeTypes.getByNameAndVersion(node.type, 1);
		if (!poll) throw new Error(`"${node.type}" does not poll`);
		const items = await poll.call(context);
		storedState = JSON.stringify(workflow.getStaticData('node', node));
		return items?.[0] ?? [];
	};
	return {
		poll: async () => await runPoll('trigger'),
		test: async () => await runPoll('manual'),
		state: () => JSON.parse(storedState),
	};
}
