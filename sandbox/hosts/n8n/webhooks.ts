import { HookContext, WebhookContext } from 'n8n-core';
import type { INodeExecutionData, IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import type { StoredCredentials } from './credentials';
import type { Installed } from './installed';
import { createNode, type NodeSpec } from './node';
import { nextExecution } from './run';
import { createAdditionalData } from './additional-data';
import { workflowOf } from './workflow';

/** An incoming call. */
export interface IncomingRequest {
	method?: string;
	headers: Readonly<Record<string, string | string[] | undefined>>;
	/** The query string of the address. */
	query?: Readonly<Record<string, string | string[]>>;
	body: Buffer;
}

export interface WebhookResponse {
	status: number;
	/** The items that started the workflow. Empty if it did not start. */
	items: INodeExecutionData[];
}

/** A webhook trigger of an active workflow. */
export interface Listener {
	/** Path under n8n's webhook address. */
	path: string;
	/** What n8n does when the workflow is switched on, and off. */
	activate(): Promise<void>;
	deactivate(): Promise<void>;
	receive(incoming: IncomingRequest): Promise<WebhookResponse>;
	/** A call to the test address while the editor listens. */
	receiveTest(incoming: IncomingRequest): Promise<WebhookResponse>;
}

type Express = Pick<IWorkflowExecuteAdditionalData, 'httpRequest' | 'httpResponse'>;

function jsonOf(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString('utf8'));
	} catch {
		return {};
	}
}

/** n8n hands its web framework's objects to a node; these have the parts that nodes may use. */
function express(incoming: IncomingRequest, onStatus: (status: number) => void): Express {
	const response = {
		status(code: number) {
			onStatus(code);
			return response;
		},
		end: () => response,
		send: () => response,
		json: () => response,
		setHeader: () => response,
	};
	const headers = Object.fromEntries(
		Object.entries(incoming.headers).map(([name, value]) => [name.toLowerCase(), value]),
	);
	const request = {
		method: incoming.method ?? 'POST',
		headers,
		rawBody: incoming.body,
		body: jsonOf(incoming.body),
		query: incoming.query ?? {},
		params: {},
	};
	return { httpRequest: request, httpResponse: response } as unknown as Express;
}

export function listener(installed: Installed, stored: StoredCredentials, spec: NodeSpec): Listener {
	const node = createNode(installed, spec);
	const type = installed.nodes.get(node.type);
	const description = type?.description.webhooks?.[0];
	if (!type?.webhook || !description) throw new Error(`"${node.type}" takes no webhooks`);
	const { webhook, webhookMethods } = type;
	const path = `${node.webhookId}/${description.path}`;
	// Stored as n8n's database stores it: as JSON text.
	let storedState = '{}';
	// n8n builds the workflow anew for each call, from what it has stored.
	const open = (mode: 'webhook' | 'manual', extra: Express = {}) => {
		const workflow = workflowOf(installed, {
			nodes: [node],
			connections: {},
			active: true,
			staticData: { [`node:${node.name}`]: JSON.parse(storedState) },
		});
		const additionalData = { ...createAdditionalData(installed, stored, nextExecution(), mode), ...extra };
		const data: IWebhookData = {
			httpMethod: 'POST',
			node: node.name,
			path,
			webhookDescription: description,
			workflowId: workflow.id,
			workflowExecuteAdditionalData: additionalData,
		};
		return {
			workflow,
			additionalData,
			data,
			save: () => (storedState = JSON.stringify(workflow.getStaticData('node', node))),
		};
	};
	const receive = async (incoming: IncomingRequest, mode: 'webhook' | 'manual'): Promise<WebhookResponse> => {
		let status = 200;
		const { workflow, additionalData, data, save } = open(
			mode,
			express(incoming, (code) => (status = code)),
		);
		const result = await webhook.call(new WebhookContext(workflow, node, additionalData, mode, data, [], null));
		save();
		return {
			status,
			items: typeof result === 'object' && 'workflowData' in result ? (result.workflowData?.[0] ?? []) : [],
		};
	};
	const callHook = async (method: 'checkExists' | 'create' | 'delete'): Promise<boolean> => {
		const { workflow, additionalData, data, save } = open('webhook');
		const done =
			(await webhookMethods?.default?.[method].call(
				new HookContext(workflow, node, additionalData, 'webhook', 'activate', data),
			)) ?? true;
		save();
		return done;
	};
	return {
		path,
		activate: async () => {
			if (!(await callHook('checkExists'))) await callHook('create');
		},
		deactivate: async () => {
			await callHook('delete');
		},
		receive: async (incoming) => await receive(incoming, 'webhook'),
		receiveTest: async (incoming) => await receive(incoming, 'manual'),
	};
}
