import { HookContext, WebhookContext } from 'n8n-core';
import type { INodeExecutionData, IWebhookData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import type { StoredCredentials } from './credentials';
import type { Installed } from './installed';
import { placed, type NodeSpec } from './node';
import { nextExecution } from './run';
import { surroundings } from './surroundings';
import { workflowOf } from './workflow';

/** A call as it comes in. */
export interface IncomingCall {
	method?: string;
	headers: Readonly<Record<string, string | string[] | undefined>>;
	/** What stands behind the question mark of the address. */
	query?: Readonly<Record<string, string | string[]>>;
	body: Buffer;
}

export interface WebhookAnswer {
	status: number;
	/** What the workflow was started with; nothing where it was not. */
	items: INodeExecutionData[];
}

/** A webhook trigger of an active workflow. */
export interface Listener {
	/** Path under n8n's webhook address. */
	path: string;
	/** What n8n does when the workflow is switched on, and off. */
	activate(): Promise<void>;
	deactivate(): Promise<void>;
	receive(call: IncomingCall): Promise<WebhookAnswer>;
	/** A call to the test address while the editor listens. */
	receiveTest(call: IncomingCall): Promise<WebhookAnswer>;
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
function express(call: IncomingCall, answered: (status: number) => void): Express {
	const response = {
		status(code: number) {
			answered(code);
			return response;
		},
		end: () => response,
		send: () => response,
		json: () => response,
		setHeader: () => response,
	};
	const headers = Object.fromEntries(Object.entries(call.headers).map(([name, value]) => [name.toLowerCase(), value]));
	const request = { method: call.method ?? 'POST', headers, rawBody: call.body, body: jsonOf(call.body), query: call.query ?? {}, params: {} };
	return { httpRequest: request, httpResponse: response } as unknown as Express;
}

export function listener(installed: Installed, stored: StoredCredentials, spec: NodeSpec): Listener {
	const node = placed(installed, spec);
	const type = installed.nodes.get(node.type);
	const description = type?.description.webhooks?.[0];
	if (!type?.webhook || !description) throw new Error(`"${node.type}" takes no webhooks`);
	const { webhook, webhookMethods } = type;
	const path = `${node.webhookId}/${description.path}`;
	// Stored as n8n's database stores it: as JSON text.
	let kept = '{}';
	// n8n builds the workflow anew for each call, from what it has stored.
	const open = (mode: 'webhook' | 'manual', more: Express = {}) => {
		const workflow = workflowOf(installed, { nodes: [node], connections: {}, active: true, staticData: { [`node:${node.name}`]: JSON.parse(kept) } });
		const around = { ...surroundings(installed, stored, nextExecution(), mode), ...more };
		const data: IWebhookData = { httpMethod: 'POST', node: node.name, path, webhookDescription: description, workflowId: workflow.id, workflowExecuteAdditionalData: around };
		return { workflow, around, data, save: () => (kept = JSON.stringify(workflow.getStaticData('node', node))) };
	};
	const receive = async (call: IncomingCall, mode: 'webhook' | 'manual'): Promise<WebhookAnswer> => {
		let status = 200;
		const { workflow, around, data, save } = open(mode, express(call, (code) => (status = code)));
		const answer = await webhook.call(new WebhookContext(workflow, node, around, mode, data, [], null));
		save();
		return { status, items: typeof answer === 'object' && 'workflowData' in answer ? (answer.workflowData?.[0] ?? []) : [] };
	};
	const hook = async (method: 'checkExists' | 'create' | 'delete'): Promise<boolean> => {
		const { workflow, around, data, save } = open('webhook');
		const done = (await webhookMethods?.default?.[method].call(new HookContext(workflow, node, around, 'webhook', 'activate', data))) ?? true;
		save();
		return done;
	};
	return {
		path,
		activate: async () => {
			if (!(await hook('checkExists'))) await hook('create');
		},
		deactivate: async () => {
			await hook('delete');
		},
		receive: async (call) => await receive(call, 'webhook'),
		receiveTest: async (call) => await receive(call, 'manual'),
	};
}
