import { z } from 'zod/v4';

import { owner } from './environment';
import { waitUntil } from './wait-until';

export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

export interface WorkflowNode {
	id?: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	webhookId?: string;
	[key: string]: unknown;
}

export interface WorkflowBody {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
}

export interface Workflow extends WorkflowBody {
	id: string;
	versionId: string;
}

const workflowShape = z.looseObject({ id: z.string(), versionId: z.string(), name: z.string() });
const credentialShape = z.object({ id: z.string(), name: z.string(), type: z.string() });
const publicationShape = z.looseObject({ status: z.string() });
const executionShape = z.looseObject({ id: z.union([z.string(), z.number()]), status: z.string(), mode: z.string() });

const runShape = z.looseObject({
	data: z.looseObject({
		resultData: z.looseObject({
			runData: z.record(
				z.string(),
				z.array(
					z.looseObject({
						data: z
							.looseObject({
								main: z.array(z.array(z.looseObject({ json: z.record(z.string(), z.unknown()) })).nullable()),
							})
							.optional(),
						error: z.looseObject({ message: z.string() }).optional(),
					}),
				),
			),
			error: z.looseObject({ message: z.string() }).optional(),
		}),
	}),
});

export type Execution = z.output<typeof executionShape>;
export type Run = z.output<typeof runShape>['data']['resultData'];

function parseJson(text: string, requestLine: string): unknown {
	try {
		return text === '' ? undefined : JSON.parse(text);
	} catch {
		throw new Error(`n8n answered ${requestLine} with something that is not JSON: ${text.slice(0, 200)}`);
	}
}

/** n8n's own interface, as its editor and its public API speak it. */
export class N8nRest {
	private cookie = '';
	private key = '';

	private constructor(readonly url: string) {}

	/** Signs in as the owner. */
	static async connect(url: string): Promise<N8nRest> {
		const rest = new N8nRest(url);
		await rest.request('POST', '/rest/login', { emailOrLdapLoginId: owner.email, password: owner.password });
		return rest;
	}

	/** What n8n answered, out of its envelope. */
	async request(method: string, path: string, body?: unknown): Promise<unknown> {
		const response = await fetch(this.url + path, {
			method,
			headers: {
				'content-type': 'application/json',
				...(this.cookie === '' ? {} : { cookie: this.cookie }),
				...(path.startsWith('/api/') ? { 'x-n8n-api-key': await this.apiKey() } : {}),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const cookies = response.headers.getSetCookie();
		if (cookies.length > 0) this.cookie = cookies.map((each) => each.split(';')[0]).join('; ');
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n answered ${response.status} to ${method} ${path}: ${text.slice(0, 600)}`);
		const responseBody = parseJson(text, `${method} ${path}`);
		return !path.startsWith('/api/') &&
			typeof responseBody === 'object' &&
			responseBody !== null &&
			'data' in responseBody
			? responseBody.data
			: responseBody;
	}

	/** The public API gives executions as plain JSON, which the editor's does not. */
	private async apiKey(): Promise<string> {
		if (this.key === '') {
			const scopes = ['execution:read', 'execution:list', 'workflow:read', 'workflow:list'];
			const created = await this.request('POST', '/rest/api-keys', {
				label: `sandbox ${Date.now()}`,
				expiresAt: null,
				scopes,
			});
			this.key = z.looseObject({ rawApiKey: z.string() }).parse(created).rawApiKey;
		}
		return this.key;
	}

	async credentials(): Promise<StoredCredential[]> {
		return z.array(credentialShape).parse(await this.request('GET', '/rest/credentials'));
	}

	/** Makes a credential, or gives the one of that name new fields. */
	async storeCredential(name: string, type: string, data: Record<string, unknown>): Promise<StoredCredential> {
		const existing = (await this.credentials()).find((each) => each.name === name && each.type === type);
		const path = existing ? `/rest/credentials/${existing.id}` : '/rest/credentials';
		return credentialShape.parse(await this.request(existing ? 'PATCH' : 'POST', path, { name, type, data }));
	}

	/** The result of the editor's credential test. */
	async testCredential(
		credential: StoredCredential,
		data: Record<string, unknown>,
	): Promise<{ status: string; message: string }> {
		const result = await this.request('POST', '/rest/credentials/test', { credentials: { ...credential, data } });
		return z.looseObject({ status: z.string(), message: z.string() }).parse(result);
	}

	async nodeTypes(): Promise<Record<string, unknown>[]> {
		const response = await fetch(`${this.url}/types/nodes.json`, { headers: { cookie: this.cookie } });
		return z.array(z.record(z.string(), z.unknown())).parse(await response.json());
	}

	async workflows(): Promise<{ id: string; name: string }[]> {
		return z
			.array(z.looseObject({ id: z.string(), name: z.string() }))
			.parse(await this.request('GET', '/rest/workflows'));
	}

	/** Without `pinData` the editor cannot run a single step. */
	async createWorkflow(body: WorkflowBody): Promise<Workflow> {
		const nodes = body.nodes.map((node) => ({ ...node, id: node.id ?? crypto.randomUUID() }));
		const created = workflowShape.parse(
			await this.request('POST', '/rest/workflows', {
				pinData: {},
				settings: { executionOrder: 'v1' },
				...body,
				nodes,
			}),
		);
		return { ...body, nodes, id: created.id, versionId: created.versionId };
	}

	/** Publishing is done in the background; a trigger that refuses is an error with its words. */
	async publish(workflow: Pick<Workflow, 'id' | 'versionId'>): Promise<void> {
		await this.request('POST', `/rest/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });
		const end = await waitUntil('the publication of a workflow', async () => {
			const responseBody = publicationShape.parse(
				await this.request('GET', `/rest/workflows/${workflow.id}/publication-status`),
			);
			return ['published', 'failed'].includes(responseBody.status) ? responseBody : undefined;
		});
		if (end.status === 'failed') throw new Error(`n8n could not publish the workflow: ${JSON.stringify(end)}`);
	}

	async unpublish(id: string): Promise<void> {
		await this.request('POST', `/rest/workflows/${id}/deactivate`, {});
	}

	async executions(workflowId: string): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const responseBody = await this.request('GET', `/rest/executions?filter=${filter}&limit=100`);
		return z.looseObject({ results: z.array(executionShape) }).parse(responseBody).results;
	}

	/** Runs a workflow as the editor's button does and waits for its end. */
	async run(workflowId: string, trigger: string): Promise<{ execution: Execution; run: Run }> {
		const responseBody = await this.request('POST', `/rest/workflows/${workflowId}/run`, {
			triggerToStartFrom: { name: trigger },
		});
		const { executionId } = z.looseObject({ executionId: z.coerce.string() }).parse(responseBody);
		return await this.waitForExecution(workflowId, (each) => String(each.id) === executionId);
	}

	/** Waits for an execution that fits and has ended, and reads what its nodes gave. */
	async waitForExecution(
		workflowId: string,
		matches: (execution: Execution) => boolean,
		timeoutMs?: number,
	): Promise<{ execution: Execution; run: Run }> {
		const endStatuses = ['success', 'error', 'crashed', 'canceled', 'waiting'];
		const execution = await waitUntil(
			'an execution to end',
			async () =>
				(await this.executions(workflowId)).find((each) => matches(each) && endStatuses.includes(each.status)),
			timeoutMs,
		);
		return { execution, run: await this.read(String(execution.id)) };
	}

	async read(executionId: string): Promise<Run> {
		return runShape.parse(await this.request('GET', `/api/v1/executions/${executionId}?includeData=true`)).data
			.resultData;
	}
}

/** The items that a node gave in a run, from its first output unless another is named. */
export function itemsOf(run: Run, node: string, output = 0): Record<string, unknown>[] {
	return (run.runData[node]?.at(-1)?.data?.main[output] ?? []).map(({ json }) => json);
}
