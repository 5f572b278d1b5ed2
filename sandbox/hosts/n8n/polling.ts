import { PollContext } from 'n8n-core';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { StoredCredentials } from './credentials';
import type { Installed } from './installed';
import { placed, type NodeSpec } from './node';
import { nextExecution } from './run';
import { surroundings } from './surroundings';
import { workflowOf } from './workflow';

/** A trigger of an active workflow, with what n8n stores for it between two looks. */
export interface Poller {
	/** One look as n8n's timer takes it. The state is stored only if the look ends well. */
	poll(): Promise<INodeExecutionData[]>;
	/** "Fetch Test Event" in the editor. */
	test(): Promise<INodeExecutionData[]>;
	/** What is stored. */
	state(): IDataObject;
}

export function poller(installed: Installed, stored: StoredCredentials, spec: NodeSpec, before: IDataObject = {}): Poller {
	const node = placed(installed, spec);
	// Stored as n8n's database stores it: as JSON text. From there n8n reads it when it starts.
	let kept = JSON.stringify(before);
	const look = async (mode: 'trigger' | 'manual') => {
		const workflow = workflowOf(installed, { nodes: [node], connections: {}, active: true, staticData: { [`node:${node.name}`]: JSON.parse(kept) } });
		const around = surroundings(installed, stored, nextExecution(), mode);
		const context = new PollContext(workflow, node, around, mode, 'activate');
		const { poll } = workflow.nodeTypes.getByNameAndVersion(node.type, 1);
		if (!poll) throw new Error(`"${node.type}" does not poll`);
		const items = await poll.call(context);
		kept = JSON.stringify(workflow.getStaticData('node', node));
		return items?.[0] ?? [];
	};
	return { poll: async () => await look('trigger'), test: async () => await look('manual'), state: () => JSON.parse(kept) };
}
