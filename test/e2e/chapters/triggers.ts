import { everyTenSeconds, itemsOf, until, webhookSecret, type Workflow, type WorkflowNode } from '../../../sandbox/hosts/n8n-server';
import { expect, expectText } from '../checks';
import { bookCourier } from '../order';
import { credentialOf, inRow, type World } from '../world';

const after: WorkflowNode = { name: 'Told', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [0, 0], parameters: {} };

async function publishByHand({ editor }: World, workflow: Workflow): Promise<void> {
	await editor.openWorkflow(workflow.id);
	await editor.publish();
}

async function published({ rest }: World, { id }: Workflow): Promise<void> {
	await until('the trigger to be registered', async () => JSON.stringify(await rest.ask('GET', `/rest/workflows/${id}/publication-status`)).includes('"published"'));
}

/** Ten simulated minutes of pedalling at a time, until the trigger has told of it. */
async function ride({ sandbox, rest }: World, { id }: Workflow, mode: string): Promise<string[]> {
	return await until(`an execution in mode ${mode}`, async () => {
		await sandbox.clock.advance(10 * 60_000);
		const told = (await rest.executions(id)).filter((execution) => execution.mode === mode && execution.status === 'success');
		const runs = await Promise.all(told.map(async (execution) => await rest.read(String(execution.id))));
		const statuses = runs.flatMap((run) => itemsOf(run, 'Told').map((item) => String(item.status)));
		return statuses.length > 0 ? statuses : undefined;
	});
}

async function seeExecutions({ editor, checks }: World, { id }: Workflow, name: string): Promise<void> {
	await editor.seeExecutions(id);
	await checks.shot(name);
}

async function polling(world: World): Promise<void> {
	const { rest, checks, sandbox } = world;
	const trigger: WorkflowNode = {
		name: 'Cyke Trigger',
		type: 'n8n-nodes-waybill.cykeTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: { pollTimes: everyTenSeconds, event: 'deliveryStatusChanged' },
		credentials: credentialOf(world, 'cyke'),
	};
	const workflow = await rest.makeWorkflow({ name: 'Polling', ...inRow([trigger, after]) });
	await bookCourier(world);
	await checks.check('publishes a workflow with a polling trigger, and nothing old fires it', async () => {
		await publishByHand(world, workflow);
		await published(world, workflow);
		expect((await rest.executions(workflow.id)).length === 0, 'The first look has told of what was there already');
	});
	await checks.check('the couriers make the polling trigger fire', async () => {
		sandbox.couriers.start({ stepMs: 60_000 });
		const statuses = await ride(world, workflow, 'trigger');
		expectText(statuses.join(' '), /scheduled|out_for_delivery|picked_up|in_transit|delivered/, 'The trigger');
		await seeExecutions(world, workflow, 'executions of the polling trigger');
	});
	await rest.unpublish(workflow.id);
}

async function webhook(world: World): Promise<void> {
	const { editor, rest, checks, sandbox, server } = world;
	const webhookId = crypto.randomUUID();
	const trigger: WorkflowNode = {
		name: 'Cyke Webhook Trigger',
		type: 'n8n-nodes-waybill.cykeWebhookTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: { events: [] },
		webhookId,
		credentials: credentialOf(world, 'cyke'),
	};
	const workflow = await rest.makeWorkflow({ name: 'Webhook', ...inRow([trigger, after]) });
	let address = '';
	await checks.check('finds the address to paste at the carrier in the form of the webhook trigger', async () => {
		await editor.openWorkflow(workflow.id);
		await editor.openNode('Cyke Webhook Trigger');
		await editor.page.getByText('Webhook URLs').first().click().catch(() => undefined);
		await editor.page.getByText('Production URL').first().click();
		const shown = await editor.id('ndv').innerText();
		address = /http:\/\/127\.0\.0\.1:\d+\/webhook\/\S+/.exec(shown)?.[0] ?? '';
		expect(address.includes(webhookId), `The form shows no address of this workflow: ${shown.slice(0, 300)}`);
		expectText(shown, /Manage My Company/, 'The form');
	});
	await editor.clear();
	await checks.check('publishes it, and the carrier’s own test of the address succeeds', async () => {
		await publishByHand(world, workflow);
		await published(world, workflow);
		const hook = sandbox.cyke.webhooks.register({ url: address === '' ? `${server.url}/webhook/${webhookId}/webhook` : address, secret: webhookSecret });
		expect(await hook.test(), 'n8n did not take the test call');
	});
	await checks.check('the couriers make the webhook trigger fire', async () => {
		await bookCourier(world);
		sandbox.couriers.start({ stepMs: 60_000 });
		const statuses = await ride(world, workflow, 'webhook');
		expectText(statuses.join(' '), /created|scheduled|out_for_delivery|delivered/, 'The trigger');
		await seeExecutions(world, workflow, 'executions of the webhook trigger');
	});
	await rest.unpublish(workflow.id);
}

export async function fireTriggers(world: World): Promise<void> {
	await polling(world);
	await webhook(world);
	world.sandbox.couriers.stop();
}
