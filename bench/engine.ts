import '../sandbox/hosts/n8n/environment';
import 'reflect-metadata';

import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { credentialName, typeName } from '../nodes/adapter/names';
import { fillForm, PACKAGE } from '../sandbox/hosts/n8n';
import { fromSources, type Installed } from '../sandbox/hosts/n8n/installed';
import { connectInSequence, createNode, inputNode } from '../sandbox/hosts/n8n/node';
import { runWorkflow } from '../sandbox/hosts/n8n/run';
import type { Action } from '../shared/declare/action';
import type { Carrier } from '../shared/declare/carrier';
import type { JsonObject } from '../shared/json';
import { BARE, bareNode, type BareRequest } from './bare-node';
import { httpRequestNode } from './http-request-node';

const HTTP_REQUEST = 'n8n-nodes-base.httpRequest';
const HTTP_VERSION = 4.2;

/** n8n's engine with this project's nodes and n8n's own HTTP Request node. */
export interface Engine {
	run(items: readonly IDataObject[], nodes: readonly INode[]): Promise<readonly INodeExecutionData[]>;
	/** The carrier's node, its form filled in by a person. */
	waybill(carrier: Carrier, action: Action, input: JsonObject, options?: INodeParameters): INode;
	/** A node that only sends, so many requests a second. */
	bare(reference: string, perSecond: number): INode;
	/** One HTTP Request node a request, as a person would wire them; `everyMs` is the interval of their option Batching. */
	http(requests: readonly { method: string; url: string; body?: string }[], everyMs?: number): INode[];
}

export function createEngine(
	carrier: Carrier,
	address: string,
	bareRequests: (reference: string) => readonly BareRequest[] = () => [],
): Engine {
	const sources = fromSources();
	// A versioned node has no description of its own that the engine would need.
	const nodes = new Map<string, unknown>([
		...sources.nodes,
		[HTTP_REQUEST, httpRequestNode()],
		[BARE, bareNode(bareRequests)],
	]);
	const installed = { ...sources, nodes } as Installed;
	const [fields = {}] = Object.values(carrier.sampleConnections);
	const stored = { [credentialName(carrier)]: { ...fields, environment: 'other', base_url: address } } as Parameters<
		typeof runWorkflow
	>[1];
	return {
		run: async (items, chain) => {
			const all = [inputNode(), ...chain];
			const { status, error, outputs } = await runWorkflow(installed, stored, {
				nodes: all,
				connections: connectInSequence(all),
				items: items.map((json) => ({ json })),
			});
			if (status !== 'success') throw new Error(error?.message ?? status);
			return outputs[all.at(-1)?.name ?? '']?.[0] ?? [];
		},
		waybill: (of, action, input, options = {}) =>
			createNode(installed, {
				type: `${PACKAGE}.${typeName(of)}`,
				parameters: { ...fillForm(action, input), options },
			}),
		bare: (reference, perSecond) => createNode(installed, { type: BARE, parameters: { reference, perSecond } }),
		http: (requests, everyMs) =>
			requests.map(({ method, url, body }, index) => ({
				...createNode(installed, { type: HTTP_REQUEST, name: `HTTP ${index + 1}`, parameters: {} }),
				typeVersion: HTTP_VERSION,
				credentials: {},
				parameters: {
					method,
					url,
					sendHeaders: true,
					headerParameters: { parameters: [{ name: 'X-User-Token', value: 'example-token' }] },
					...(body === undefined ? {} : { sendBody: true, contentType: 'json', specifyBody: 'json', jsonBody: body }),
					// The whole answer is one item. A list without rows would be no item, and the chain would end there.
					options: {
						response: { response: { fullResponse: true } },
						...(everyMs === undefined ? {} : { batching: { batch: { batchSize: 1, batchInterval: everyMs } } }),
					},
				},
			})),
	};
}
