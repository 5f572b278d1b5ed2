import type { Listening, Sandbox } from '../../sandbox/carriers';
import type { N8nRest, N8nServer, StoredCredential, WorkflowNode } from '../../sandbox/hosts/n8n-server';
import type { Checks } from './checks';
import type { Editor } from './editor';

/** Everything that a suite works with. */
export interface E2eEnvironment {
	sandbox: Sandbox;
	urls: Listening['urls'];
	server: N8nServer;
	rest: N8nRest;
	editor: Editor;
	checks: Checks;
	credentials: ReadonlyMap<string, StoredCredential>;
	/** Where calls of n8n to other machines are written down. */
	externalCallsFile: string;
}

/** A node's entry for the credential of a carrier. */
export function credentialOf(
	{ credentials }: E2eEnvironment,
	carrier: string,
): Record<string, { id: string; name: string }> {
	const stored = credentials.get(carrier);
	if (!stored) throw new Error(`There is no credential for ${carrier}`);
	return { [stored.type]: { id: stored.id, name: stored.name } };
}

export const start: WorkflowNode = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** Nodes in a row, each behind the one before. */
export function inRow(nodes: readonly WorkflowNode[]): { nodes: WorkflowNode[]; connections: Record<string, unknown> } {
	const pairs = nodes
		.slice(1)
		.map((node, index) => [nodes[index]?.name, { main: [[{ node: node.name, type: 'main', index: 0 }]] }]);
	return {
		nodes: nodes.map((node, index) => ({ ...node, position: [index * 240, 0] })),
		connections: Object.fromEntries(pairs),
	};
}
