import {
	everyTenSeconds,
	itemsOf,
	until,
	webhookSecret,
	type Workflow,
	type WorkflowNode,
} from '../../../sandbox/hosts/n8n-server';
import { expect, expectText } from '../checks';
import { bookCourier } from '../book-courier';
import { credentialOf, inRow, type E2eEnvironment } from '../environment';

const lastNode: WorkflowNode = {
	name: 'Emitted',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

async function publishByHand({ editor }: E2eEnvironment, workflow: Workflow): Promise<void> {
	await editor.openWorkflow(workflow.id);
	await editor.publish();
}

async function waitForPublished({ rest }: E2eEnvironment, { id }: Workflow): Promise<void> {
	await until('the trigger to be registered', async () =>
		JSON.stringify(await rest.request('GET', `/rest/workflows/${id}/publication-status`)).includes('"published"'),
	);
}

/** Ten simulated minutes of pedalling at a time, until the trigger emits it. */
async function advanceUntilFired({ sandbox, rest }: E2eEnvironment, { id }: Workflow, mode: string): Promise<string[]> {
	return await until(`an execution in mode ${mode}`, async () => {
		await sandbox.clock.advance(10 * 60_000);
		const succeeded = (await rest.executions(id)).filter(
			(execution) => execution.mode === mode && execution.status === 'success',
		);
		const runs = await Promise.all(succeeded.map(async (execution) => await rest.read(String(execution.id))));
		const statuses = runs.flatMap((run) => itemsOf(run, 'Emitted').map((item) => String(item.status)));
		return statuses.length > 0 ? statuses : undefined;
	});
}

async function screenshotExecutions({ editor, checks }: E2eEnvironment, { id }: Workflow, name: string): Promise<void> {
	await editor.showExecutions(id);
	await checks.screenshot(name);
}

async function pollingTrigger(environment: E2eEnvironment): Promise<void> {
	const { rest, checks, sandbox } = environment;
	const trigger: WorkflowNode = {
		name: 'Cyke Trigger',
		type: 'n8n-nodes-waybill.cykeTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: { pollTimes: everyTenSeconds, event: 'deliveryStatusChanged' },
		credentials: credentialOf(environment, 'cyke'),
	};
	const workflow = await rest.createWorkflow({ name: 'Polling', ...inRow([trigger, lastNode]) });
	await bookCourier(environment);
	await checks.check('publishes a workflow with a polling trigger, and nothing old fires it', async () => {
		await publishByHand(environment, workflow);
		await waitForPublished(environment, workflow);
		expect((await rest.executions(workflow.id)).length === 0, 'The first poll emitted older items');
	});
	await checks.check('the couriers make the polling trigger fire', async () => {
		sandbox.couriers.start({ stepMs: 60_000 });
		const statuses = await advanceUntilFired(environment, workflow, 'trigger');
		expectText(statuses.join(' '), /scheduled|out_for_delivery|picked_up|in_transit|delivered/, 'The trigger');
		await screenshotExecutions(environment, workflow, 'executions of the polling trigger');
	});
	await rest.unpublish(workflow.id);
}

async function webhookTrigger(environment: E2eEnvironment): Promise<void> {
	const { editor, rest, checks, sandbox, server } = environment;
	const webhookId = crypto.randomUUID();
	const trigger: WorkflowNode = {
		name: 'Cyke Webhook Trigger',
		type: 'n8n-nodes-waybill.cykeWebhookTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: { events: [] },
		webhookId,
		credentials: credentialOf(environment, 'cyke'),
	};
	const workflow = await rest.createWorkflow({ name: 'Webhook', ...inRow([trigger, lastNode]) });
	let address = '';
	await checks.check('finds the address to paste at the carrier in the form of the webhook trigger', async () => {
		await editor.openWorkflow(workflow.id);
		await editor.openNode('Cyke Webhook Trigger');
		await editor.page
			.getByText('Webhook URLs')
			.first()
			.click()
			.catch(() => undefined);
		await editor.page.getByText('Production URL').first().click();
		const shown = await editor.byTestId('ndv').innerText();
		address = /http:\/\/127\.0\.0\.1:\d+\/webhook\/\S+/.exec(shown)?.[0] ?? '';
		expect(address.includes(webhookId), `The form shows no address of this workflow: ${shown.slice(0, 300)}`);
		expectText(shown, /Manage My Company/, 'The form');
	});
	await editor.closeDialogs();
	await checks.check('publishes it, and the carrier’s own test of the address succeeds', async () => {
		await publishByHand(environment, workflow);
		await waitForPublished(environment, workflow);
		const registration = sandbox.cyke.webhooks.register({
			url: address === '' ? `${server.url}/webhook/${webhookId}/webhook` : address,
			secret: webhookSecret,
		});
		expect(await registration.test(), 'n8n did not take the test call');
	});
	await checks.check('the couriers make the webhook trigger fire', async () => {
		await bookCourier(environment);
		sandbox.couriers.start({ stepMs: 60_000 });
		const statuses = await advanceUntilFired(environment, workflow, 'webhook');
		expectText(statuses.join(' '), /created|scheduled|out_for_delivery|delivered/, 'The trigger');
		await screenshotExecutions(environment, workflow, 'executions of the webhook trigger');
	});
	await rest.unpublish(workflow.id);
}

export async function fireTriggers(environment: E2eEnvironment): Promise<void> {
	await pollingTrigger(environment);
	await webhookTrigger(environment);
	environment.sandbox.couriers.stop();
}
