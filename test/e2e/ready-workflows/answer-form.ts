import type { Page } from 'playwright-core';
import { z } from 'zod/v4';

import type { E2eEnvironment } from '../environment';

export interface Login {
	username: string;
	password: string;
}

const nodeShape = z.looseObject({ name: z.string(), webhookId: z.string().optional() });
const storedShape = z.looseObject({
	versionId: z.string(),
	nodes: z.array(nodeShape),
	connections: z.record(z.string(), z.unknown()),
});

async function storedWorkflow({ rest }: E2eEnvironment, workflowId: string) {
	return storedShape.parse(await rest.request('GET', `/rest/workflows/${workflowId}`));
}

/** The address of the form, as its step shows it. */
export async function formAddress(environment: E2eEnvironment, workflowId: string): Promise<string> {
	const { nodes } = await storedWorkflow(environment, workflowId);
	return `${environment.server.url}/form/${nodes.find(({ name }) => name === 'Answer')?.webhookId}`;
}

/** Copies the address of a workflow's form into its own Settings, where its mails take it from. */
export async function setOwnFormAddress(
	environment: E2eEnvironment,
	workflowId: string,
	before: string,
): Promise<void> {
	const { rest } = environment;
	const address = await formAddress(environment, workflowId);
	const { nodes, connections } = await storedWorkflow(environment, workflowId);
	const changed: unknown = JSON.parse(JSON.stringify(nodes).replaceAll(before, address));
	await rest.request('PATCH', `/rest/workflows/${workflowId}?forceSave=true`, { nodes: changed, connections });
	const { versionId } = await storedWorkflow(environment, workflowId);
	await rest.publish({ id: workflowId, versionId });
}

/** A browser in which the shop's person is signed in to the form. */
export async function withSignedInPage(
	{ editor }: E2eEnvironment,
	httpCredentials: Login,
	work: (page: Page) => Promise<void>,
): Promise<void> {
	const context = await editor.page.context().browser()?.newContext({ httpCredentials });
	if (!context) throw new Error('There is no browser');
	try {
		await work(await context.newPage());
	} finally {
		await context.close();
	}
}

/** Presses the button of the form. */
export async function submitForm(page: Page): Promise<void> {
	await page.locator('#submit-btn').click();
	await page.getByText('Your response has been recorded').first().waitFor();
}
