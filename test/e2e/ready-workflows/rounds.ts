import { z } from 'zod/v4';

import { until, type Execution, type Workflow } from '../../../sandbox/hosts/n8n-server';
import type { E2eEnvironment } from '../environment';

type Known = Pick<Workflow, 'id'>;

const versionShape = z.looseObject({ versionId: z.string() });

async function executionOf({ rest }: E2eEnvironment, { id }: Known, number: string): Promise<Execution | undefined> {
	return (await rest.executions(id)).find((each) => String(each.id) === number);
}

/** Night or morning comes once: a schedule of every ten seconds is stopped as soon as it has fired. */
export async function beginRound({ rest }: E2eEnvironment, { id }: Known): Promise<string> {
	const before = (await rest.executions(id)).map((each) => String(each.id));
	const { versionId } = versionShape.parse(await rest.request('GET', `/rest/workflows/${id}`));
	await rest.publish({ id, versionId });
	const begun = await until('the round to begin', async () =>
		(await rest.executions(id)).find((each) => !before.includes(String(each.id))),
	);
	await rest.unpublish(id);
	return String(begun.id);
}

/** Waits for the end of a round, which may wait for a person before. */
export async function endRound(environment: E2eEnvironment, workflow: Known, number: string): Promise<void> {
	const { status } = await until('the round to end', async () => {
		const execution = await executionOf(environment, workflow, number);
		return execution && ['success', 'error', 'crashed', 'canceled'].includes(execution.status) ? execution : undefined;
	});
	if (status === 'success') return;
	const { error } = await environment.rest.read(number);
	throw new Error(`Execution ${number} ended as "${status}": ${error?.message ?? 'without a word'}`);
}

export async function runRound(environment: E2eEnvironment, workflow: Known): Promise<void> {
	await endRound(environment, workflow, await beginRound(environment, workflow));
}

/** Until a person answers. */
export async function waitForQuestion(environment: E2eEnvironment, workflow: Known, number: string): Promise<void> {
	await until('the round to wait for a person', async () => {
		const execution = await executionOf(environment, workflow, number);
		if (execution?.status === 'error') await endRound(environment, workflow, number);
		return execution?.status === 'waiting';
	});
}
