import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
	everyTenSeconds,
	until,
	type StoredCredential,
	type Workflow,
	type WorkflowBody,
} from '../../../sandbox/hosts/n8n-server';
import { withCredentials } from '../../../sandbox/n8n/ready-workflows';
import type { E2eEnvironment } from '../environment';

/** n8n polls each minute where a trigger names no other times. */
const isPolling = ({ type }: { type: string }) => /^n8n-nodes-waybill\.(?!\w*Webhook)\w+Trigger$/.test(type);

/** The file that a person imports, with their own credentials chosen, and looking as often as n8n allows. */
function prepareWorkflow(body: WorkflowBody, stored: readonly StoredCredential[]): WorkflowBody {
	const prepared = withCredentials(body, stored);
	return {
		...prepared,
		nodes: prepared.nodes.map((node) =>
			isPolling(node) ? { ...node, parameters: { ...node.parameters, pollTimes: everyTenSeconds } } : node,
		),
	};
}

/** Imports a workflow from a file in the editor and publishes it there. */
export async function importAndPublish(
	{ editor, rest, credentials }: E2eEnvironment,
	body: WorkflowBody,
	others: readonly StoredCredential[] = [],
): Promise<Pick<Workflow, 'id'>> {
	const folder = mkdtempSync(join(tmpdir(), 'waybill-import-'));
	try {
		const file = join(folder, 'workflow.json');
		writeFileSync(file, JSON.stringify(prepareWorkflow(body, [...credentials.values(), ...others])));
		await editor.importFile(file, body.nodes.length);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	await editor.publish();
	const workflow = await until('the imported workflow to be stored', async () =>
		(await rest.workflows()).find(({ name }) => name === body.name),
	);
	await until('its triggers to be registered', async () =>
		JSON.stringify(await rest.request('GET', `/rest/workflows/${workflow.id}/publication-status`)).includes(
			'"published"',
		),
	);
	return workflow;
}

/** The executions as the editor lists them, when as many as that have ended well. */
export async function waitForSucceeded(
	{ editor, rest, checks }: E2eEnvironment,
	{ id }: Pick<Workflow, 'id'>,
	count: number,
	screenshotName: string,
): Promise<void> {
	await until(`${count} executions that succeed`, async () => {
		const executions = await rest.executions(id);
		const failed = executions.find(({ status }) => status === 'error' || status === 'crashed');
		if (failed)
			throw new Error(
				`Execution ${failed.id} failed: ${(await rest.read(String(failed.id))).error?.message ?? 'without a word'}`,
			);
		return executions.filter(({ status }) => status === 'success').length >= count;
	});
	await editor.showExecutions(id);
	await checks.screenshot(screenshotName);
}

/** Two looks have ended by now that had not: one may have begun before this moment. */
export async function waitForNextLook({ rest }: E2eEnvironment, { id }: Pick<Workflow, 'id'>): Promise<void> {
	const ended = async () =>
		(await rest.executions(id)).filter(({ mode, status }) => mode === 'trigger' && status === 'success').length;
	const before = await ended();
	await until('the next look', async () => (await ended()) >= before + 2);
}

/** A polling trigger that cannot reach its carrier fails before the first step, and polls again. */
export async function expectNoneFailed({ rest }: E2eEnvironment, { id }: Pick<Workflow, 'id'>): Promise<void> {
	const failed = (await rest.executions(id)).filter(({ status }) => status === 'error' || status === 'crashed');
	for (const execution of failed) {
		const { error, runData } = await rest.read(String(execution.id));
		if ('Settings' in runData)
			throw new Error(`Execution ${execution.id} failed: ${error?.message ?? 'without a word'}`);
	}
}
