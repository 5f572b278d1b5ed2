import './environment';
import 'reflect-metadata';

import type {
	ExecutionStatus,
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { testCredential, type TestResult } from './credential-test';
import type { StoredCredentials } from './credentials';
import { listSearch, loadOptions } from './forms';
import { fromPackages, fromSources } from './installed';
import { asItems, connectInSequence, INPUT_NODE, inputNode, createNode, type NodeSpec } from './node';
import { connectOAuth, type Browse } from './oauth';
import { poller, type Poller } from './polling';
import { runWorkflow, type Run } from './run';
import { listener, type Listener } from './webhooks';
import { runFile, type NodeStub, type WorkflowFile } from './workflow-file';

export type { StoredCredentials } from './credentials';
export type { NodeSpec } from './node';
export type { Poller } from './polling';
export type { Run } from './run';
export type { IncomingRequest as IncomingCall, Listener, WebhookResponse as WebhookAnswer } from './webhooks';
export type { NodeStub as StandIn, WorkflowFile } from './workflow-file';
export { PACKAGE } from './installed';
export { fillForm } from './fill-form';

export interface ChainRun {
	status: ExecutionStatus;
	error?: Run['error'];
	/** The output of the last node. */
	items: readonly INodeExecutionData[];
	/** What n8n shows above its items. */
	hints: readonly string[];
	/** The items of its error branch. */
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
	/** Runs one node, until it is done or a person presses Stop. */
	runUntil(stop: Promise<unknown>, items: readonly IDataObject[], node: NodeSpec): Promise<ChainRun>;
	/** Runs a workflow file from given items of one of its triggers. Every node of another package needs a stub. */
	runFile(
		file: WorkflowFile,
		trigger: string,
		items: readonly IDataObject[],
		stubFor: (node: INode) => NodeStub,
	): Promise<Run>;
	/** `before`: what n8n has stored for the trigger already. */
	poller(trigger: NodeSpec, storedState?: IDataObject): Poller;
	listener(trigger: NodeSpec): Listener;
	listSearch(node: NodeSpec, method: string, filter?: string, page?: string): Promise<INodeListSearchResult>;
	loadOptions(node: NodeSpec, method: string): Promise<INodePropertyOptions[]>;
	testCredential(type: string, fields: ICredentialDataDecryptedObject): Promise<TestResult>;
	/** Presses "Connect" on an OAuth2 credential. Returns what n8n then stores. */
	connectOAuth(
		type: string,
		fields: ICredentialDataDecryptedObject,
		browse: Browse,
	): Promise<ICredentialDataDecryptedObject>;
}

export interface N8nOptions {
	credentials: StoredCredentials;
	/** Folders of built packages in the order of their installation. Without them the sources are loaded. */
	packages?: readonly string[];
	/** Folders whose sources are loaded: by default the root's, which are the pack of all. */
	sources?: readonly string[];
}

export async function createN8n({ credentials, packages, sources }: N8nOptions): Promise<N8n> {
	const installed = packages === undefined ? fromSources(sources) : await fromPackages(packages);
	const run = async (
		items: readonly INodeExecutionData[],
		specs: readonly NodeSpec[],
		stop?: Promise<unknown>,
	): Promise<ChainRun> => {
		const nodes = [
			inputNode(),
			...specs.map((spec, index) =>
				createNode(installed, { name: specs.length === 1 ? 'Step' : `Step ${index + 1}`, ...spec }),
			),
		];
		const result = await runWorkflow(
			installed,
			credentials,
			{ nodes, connections: connectInSequence(nodes), items },
			stop,
		);
		const lastName = nodes.at(-1)?.name ?? INPUT_NODE;
		const last = result.outputs[lastName] ?? [];
		const hints = (result.hints[lastName] ?? []).map(({ message }) => message);
		const byNode = Object.fromEntries(
			Object.entries(result.outputs).map(([name, outputs]) => [name, outputs[0] ?? []]),
		);
		return { status: result.status, error: result.error, items: last[0] ?? [], errors: last[1] ?? [], byNode, hints };
	};
	return {
		run: async (items, ...specs) => await run(asItems(items), specs),
		runWith: async (items, ...specs) => await run(items, specs),
		runUntil: async (stop, items, spec) => await run(asItems(items), [spec], stop),
		runFile: async (file, trigger, items, stubFor) =>
			await runFile(installed, credentials, file, trigger, items, stubFor),
		poller: (trigger, storedState) => poller(installed, credentials, trigger, storedState),
		listener: (trigger) => listener(installed, credentials, trigger),
		listSearch: async (node, method, filter, page) =>
			await listSearch(installed, credentials, node, method, filter, page),
		loadOptions: async (node, method) => await loadOptions(installed, credentials, node, method),
		testCredential: async (type, fields) => await testCredential(installed, type, fields),
		connectOAuth: async (type, fields, browse) => await connectOAuth(installed, type, fields, browse),
	};
}
