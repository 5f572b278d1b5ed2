import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';

import type { N8nRest, StoredCredential, WorkflowBody } from '../hosts/n8n-server';

const templates = join(__dirname, '../../templates/n8n');
/** The same for the packages of one carrier. */
export const singleTemplates = join(templates, 'single');

const node = z.looseObject({
	name: z.string(),
	type: z.string(),
	typeVersion: z.number(),
	position: z.tuple([z.number(), z.number()]),
	parameters: z.record(z.string(), z.unknown()),
	credentials: z.record(z.string(), z.object({ id: z.string(), name: z.string() })).optional(),
	webhookId: z.string().optional(),
});

const workflow = z.object({
	name: z.string(),
	nodes: z.array(node),
	connections: z.record(z.string(), z.unknown()),
	settings: z.record(z.string(), z.unknown()).optional(),
	pinData: z.record(z.string(), z.unknown()).optional(),
});

export interface ReadyWorkflow {
	/** Name of its file. */
	file: string;
	body: WorkflowBody;
}

/** The workflows that come with the package, as they are imported by hand. */
export function readyWorkflows(folder = templates): ReadyWorkflow[] {
	if (!existsSync(folder)) return [];
	const files = readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.sort();
	return files.map((file) => ({ file, body: workflow.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))) }));
}

/** One of them, by the name of its file. */
export function readyWorkflow(file: string): WorkflowBody {
	const found = readyWorkflows().find((each) => each.file === file);
	if (!found) throw new Error(`There is no ready workflow ${file}`);
	return found.body;
}

/**
 * Sets a stored credential on each node that needs one of its type. Other services' credentials are left for their
 * owner.
 */
export function withCredentials(body: WorkflowBody, stored: readonly StoredCredential[]): WorkflowBody {
	const byType = new Map(stored.map(({ type, id, name }) => [type, { id, name }]));
	const nodes = body.nodes.map((each) => {
		const nodeCredentials = Object.keys(each.credentials ?? {}).flatMap((type) => {
			const credential = byType.get(type);
			return credential ? [[type, credential] as const] : [];
		});
		// An id unknown to this n8n would only confuse.
		return { ...each, ...(each.credentials === undefined ? {} : { credentials: Object.fromEntries(nodeCredentials) }) };
	});
	return { ...body, nodes };
}

/** Imports only missing workflows, so that a second start leaves a person's changes alone. */
export async function importReady(
	rest: Pick<N8nRest, 'workflows' | 'createWorkflow'>,
	bodies: readonly WorkflowBody[],
	stored: readonly StoredCredential[],
): Promise<string[]> {
	const existing = new Set((await rest.workflows()).map(({ name }) => name));
	const missing = bodies.filter(({ name }) => !existing.has(name));
	for (const body of missing) await rest.createWorkflow(withCredentials(body, stored));
	return missing.map(({ name }) => name);
}
