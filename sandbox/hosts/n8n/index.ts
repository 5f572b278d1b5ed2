import './environment';
import 'reflect-metadata';

import type { ExecutionStatus, ICredentialDataDecryptedObject, IDataObject, INode, INodeExecutionData, INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';

import { testCredential, type TestResult } from './credential-test';
import type { StoredCredentials } from './credentials';
import { listSearch, loadOptions } from './forms';
import { fromPackage, fromSources } from './installed';
import { asItems, inARow, INPUT_NODE, inputNode, placed, type NodeSpec } from './node';
import { connectOAuth, type Browse } from './oauth';
import { poller, type Poller } from './polling';
import { runWorkflow, type Run } from './run';
import { listener, type Listener } from './webhooks';
import { runFile, type StandIn, type WorkflowFile } from './workflow-file';

export type { StoredCredentials } from './credentials';
export type { NodeSpec } from './node';
export type { Poller } from './polling';
export type { Run } from './run';
export type { IncomingCall, Listener, WebhookAnswer } from './webhooks';
export type { StandIn, WorkflowFile } from './workflow-file';
export { PACKAGE } from './installed';
export { fillForm } from './fill-form';

export interface ChainRun {
	status: ExecutionStatus;
	error?: Run['error'];
	/** What the last node gave. */
	items: readonly INodeExecutionData[];
	/** What went to its error branch. */
	errors: readonly INodeExecutionData[];
	/** Items of each node's first output, by the node's name. */
	byNode: Readonly<Record<string, readonly INodeExecutionData[]>>;
}

/** n8n's engine with our nodes installed and some credentials stored; no server, no database, no editor. */
export interface N8n {
	/** Items through one node after the other. */
	run(items: readonly IDataObject[], ...nodes: readonly NodeSpec[]): Promise<ChainRun>;
	/** The same for items with files beside them. */
	runWith(items: readonly INodeExecutionData[], ...nodes: readonly NodeSpec[]): Promise<ChainRun>;
	/** One node, until it is done or somebody presses Stop. */
	runUntil(stop: Promise<unknown>, items: readonly IDataObject[], node: NodeSpec): Promise<ChainRun>;
	/** A workflow file, from when one of its triggers has given these items; every node that is not ours needs a stand-in. */
	runFile(file: WorkflowFile, trigger: string, items: readonly IDataObject[], standIn: (node: INode) => StandIn): Promise<Run>;
	/** `before`: what n8n has stored for the trigger already. */
	poller(trigger: NodeSpec, before?: IDataObject): Poller;
	listener(trigger: NodeSpec): Listener;
	listSearch(node: NodeSpec, method: string, filter?: string, page?: string): Promise<INodeListSearchResult>;
	loadOptions(node: NodeSpec, method: string): Promise<INodePropertyOptions[]>;
	testCredential(type: string, fields: ICredentialDataDecryptedObject): Promise<TestResult>;
	/** Presses "Connect" on an OAuth2 credential; gives what n8n then keeps. */
	connectOAuth(type: string, fields: ICredentialDataDecryptedObject, browse: Browse): Promise<ICredentialDataDecryptedObject>;
}

export interface N8nOptions {
	credentials: StoredCredentials;
	/** Folder of a built package; the sources where silent. */
	package?: string;
}

export async function createN8n({ credentials, package: folder }: N8nOptions): Promise<N8n> {
	const installed = folder === undefined ? fromSources() : await fromPackage(folder);
	const run = async (items: readonly INodeExecutionData[], specs: readonly NodeSpec[], stop?: Promise<unknown>): Promise<ChainRun> => {
		const nodes = [inputNode(), ...specs.map((spec, at) => placed(installed, { name: specs.length === 1 ? 'Step' : `Step ${at + 1}`, ...spec }))];
		const done = await runWorkflow(installed, credentials, { nodes, connections: inARow(nodes), items }, stop);
		const last = done.outputs[nodes.at(-1)?.name ?? INPUT_NODE] ?? [];
		const byNode = Object.fromEntries(Object.entries(done.outputs).map(([name, outputs]) => [name, outputs[0] ?? []]));
		return { status: done.status, error: done.error, items: last[0] ?? [], errors: last[1] ?? [], byNode };
	};
	return {
		run: async (items, ...specs) => await run(asItems(items), specs),
		runWith: async (items, ...specs) => await run(items, specs),
		runUntil: async (stop, items, spec) => await run(asItems(items), [spec], stop),
		runFile: async (file, trigger, items, standIn) => await runFile(installed, credentials, file, trigger, items, standIn),
		poller: (trigger, before) => poller(installed, credentials, trigger, before),
		listener: (trigger) => listener(installed, credentials, trigger),
		listSearch: async (node, method, filter, page) => await listSearch(installed, credentials, node, method, filter, page),
		loadOptions: async (node, method) => await loadOptions(installed, credentials, node, method),
		testCredential: async (type, fields) => await testCredential(installed, type, fields),
		connectOAuth: async (type, fields, browse) => await connectOAuth(installed, type, fields, browse),
	};
}
