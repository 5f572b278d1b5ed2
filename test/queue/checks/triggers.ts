import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { itemsOf, until, webhookSecret, type Workflow } from '../../../sandbox/hosts/n8n-server';
import type { Check, QueueEnvironment } from '../check';
import { webhookTrigger, createTriggerWorkflow, pollingTrigger } from '../workflows';

/** n8n polls every ten seconds here. After two polls, any repeat would have been emitted. */
const TWO_POLLS_MS = 21_000;
/** An execution that a repeat had started would long be over. */
const SETTLED_MS = 3_000;
/** Of a delivery that is booked, made ready and scheduled. */
const EVENTS = 3;

/** References that a trigger has emitted, over all executions of its workflow. */
async function emittedBy(environment: QueueEnvironment, { id }: Workflow, field = 'reference'): Promise<string[]> {
	const emitted: string[] = [];
	for (const execution of await environment.cluster.rest.executions(id)) {
		if (execution.status !== 'success') continue;
		const run = await environment.cluster.rest.read(String(execution.id));
		emitted.push(...itemsOf(run, 'Done').map((item) => String(item[field])));
	}
	return emitted;
}

const waitForEmitted = async (environment: QueueEnvironment, workflow: Workflow, reference: string) =>
	await until(`"${reference}" to be emitted`, async () => (await emittedBy(environment, workflow)).includes(reference));

const withPrefix = (emitted: readonly string[], prefix: string) =>
	emitted.filter((reference) => reference.startsWith(prefix)).sort();

export const pollsOnce: Check = {
	title: 'A polling trigger emits each delivery once, though three processes run',
	run: async (environment) => {
		const workflow = await createTriggerWorkflow(environment, 'Polls once', pollingTrigger('newDelivery'));
		await environment.cluster.rest.publish(workflow);
		const references = ['POLL-1', 'POLL-2', 'POLL-3'];
		for (const reference of references) environment.bookAtCarrier(reference);
		for (const reference of references) await waitForEmitted(environment, workflow, reference);
		await pause(TWO_POLLS_MS);
		assert.deepEqual(withPrefix(await emittedBy(environment, workflow), 'POLL-'), references);
		await environment.cluster.rest.unpublish(workflow.id);
		return `${references.length} emitted, none twice`;
	},
};

function survives(signal: 'stop' | 'kill', title: string, prefix: string): Check {
	return {
		title,
		run: async (environment) => {
			const workflow = await createTriggerWorkflow(environment, `Survives ${signal}`, pollingTrigger('newDelivery'));
			await environment.cluster.rest.publish(workflow);
			environment.bookAtCarrier(`${prefix}-before`);
			await waitForEmitted(environment, workflow, `${prefix}-before`);
			await environment.cluster.restartMain(signal, () => environment.bookAtCarrier(`${prefix}-meanwhile`));
			await waitForEmitted(environment, workflow, `${prefix}-meanwhile`);
			environment.bookAtCarrier(`${prefix}-since`);
			await waitForEmitted(environment, workflow, `${prefix}-since`);
			await pause(TWO_POLLS_MS);
			assert.deepEqual(withPrefix(await emittedBy(environment, workflow), prefix), [
				`${prefix}-before`,
				`${prefix}-meanwhile`,
				`${prefix}-since`,
			]);
			await environment.cluster.rest.unpublish(workflow.id);
			return 'booked before, meanwhile and since: each emitted once';
		},
	};
}

export const survivesRestart = survives('stop', 'Poll state survives a restart of the main process', 'RESTART');
export const survivesPowerCut = survives('kill', 'Poll state survives a main process that is killed', 'POWER');

export const eventsOnce: Check = {
	title: "The carrier's webhook delivered again starts nothing, before and after a restart",
	run: async (environment) => {
		const workflow = await createTriggerWorkflow(environment, 'Events once', webhookTrigger);
		await environment.cluster.rest.publish(workflow);
		const webhook = environment.sandbox.cyke.webhooks.register({
			url: `${environment.cluster.url}/webhook/${workflow.nodes[0]?.webhookId}/webhook`,
			secret: webhookSecret,
		});
		assert.ok(await webhook.test(), 'the test call was refused');
		const { cyke } = environment.sandbox;
		const id = environment.bookAtCarrier('EVENT-1');
		for (const status of ['ready', 'scheduled'] as const) cyke.setStatus(id, status);
		await until('the events to be emitted', async () =>
			(await emittedBy(environment, workflow, 'carrierStatus')).includes('scheduled'),
		);
		const emitted = (await emittedBy(environment, workflow, 'eventId')).sort();
		const events = cyke.webhooks.events.slice(-EVENTS);
		const attemptsBefore = cyke.webhooks.attempts.length;
		const repeat = async (attempts: number) => {
			for (const event of [...events, ...events]) cyke.webhooks.repeat(event);
			await until('the repeats to be answered', async () => cyke.webhooks.attempts.length >= attemptsBefore + attempts);
		};
		await repeat(events.length * 2);
		await environment.cluster.restartMain('stop', () => undefined);
		await repeat(events.length * 4);
		await pause(SETTLED_MS);
		const statuses = cyke.webhooks.attempts.slice(attemptsBefore).map(({ outcome }) => outcome);
		assert.ok(
			statuses.every((outcome) => outcome === 200),
			`answers: ${statuses.join(', ')}`,
		);
		assert.deepEqual((await emittedBy(environment, workflow, 'eventId')).sort(), emitted);
		environment.sandbox.cyke.webhooks.remove(webhook);
		await environment.cluster.rest.unpublish(workflow.id);
		return `${emitted.length} emitted; ${statuses.length} repeats answered and dropped`;
	},
};
