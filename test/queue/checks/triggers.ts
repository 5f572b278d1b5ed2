import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { itemsOf, until, webhookSecret, type Workflow } from '../../../sandbox/hosts/n8n-server';
import type { Check, Stage } from '../check';
import { listening, makeTrigger, polling } from '../workflows';

/** n8n looks every ten seconds here; twice that, and whatever it would tell again it has told. */
const TWO_LOOKS_MS = 21_000;
/** An execution that a repeat had started would long be over. */
const SETTLED_MS = 3_000;
/** Of a delivery that is booked, made ready and scheduled. */
const EVENTS = 3;

/** References that a trigger has told, over all executions of its workflow. */
async function toldBy(stage: Stage, { id }: Workflow, field = 'reference'): Promise<string[]> {
	const told: string[] = [];
	for (const execution of await stage.cluster.rest.executions(id)) {
		if (execution.status !== 'success') continue;
		const run = await stage.cluster.rest.read(String(execution.id));
		told.push(...itemsOf(run, 'Done').map((item) => String(item[field])));
	}
	return told;
}

const waitFor = async (stage: Stage, workflow: Workflow, reference: string) =>
	await until(`"${reference}" to be told`, async () => (await toldBy(stage, workflow)).includes(reference));

const only = (told: readonly string[], start: string) => told.filter((reference) => reference.startsWith(start)).sort();

export const pollsOnce: Check = {
	title: 'A polling trigger tells each delivery once, though three processes run',
	run: async (stage) => {
		const workflow = await makeTrigger(stage, 'Polls once', polling('newDelivery'));
		await stage.cluster.rest.publish(workflow);
		const references = ['POLL-1', 'POLL-2', 'POLL-3'];
		for (const reference of references) stage.bookOutside(reference);
		for (const reference of references) await waitFor(stage, workflow, reference);
		await pause(TWO_LOOKS_MS);
		assert.deepEqual(only(await toldBy(stage, workflow), 'POLL-'), references);
		await stage.cluster.rest.unpublish(workflow.id);
		return `${references.length} told, none twice`;
	},
};

function survives(how: 'stop' | 'kill', title: string, mark: string): Check {
	return {
		title,
		run: async (stage) => {
			const workflow = await makeTrigger(stage, `Survives ${how}`, polling('newDelivery'));
			await stage.cluster.rest.publish(workflow);
			stage.bookOutside(`${mark}-before`);
			await waitFor(stage, workflow, `${mark}-before`);
			await stage.cluster.withoutMain(how, () => stage.bookOutside(`${mark}-meanwhile`));
			await waitFor(stage, workflow, `${mark}-meanwhile`);
			stage.bookOutside(`${mark}-since`);
			await waitFor(stage, workflow, `${mark}-since`);
			await pause(TWO_LOOKS_MS);
			assert.deepEqual(only(await toldBy(stage, workflow), mark), [`${mark}-before`, `${mark}-meanwhile`, `${mark}-since`]);
			await stage.cluster.rest.unpublish(workflow.id);
			return 'booked before, meanwhile and since: each told once';
		},
	};
}

export const survivesRestart = survives('stop', 'Poll state survives a restart of the main process', 'RESTART');
export const survivesPowerCut = survives('kill', 'Poll state survives a main process that is killed', 'POWER');

export const eventsOnce: Check = {
	title: "The carrier's webhook delivered again starts nothing, before and after a restart",
	run: async (stage) => {
		const workflow = await makeTrigger(stage, 'Events once', listening);
		await stage.cluster.rest.publish(workflow);
		const hook = stage.sandbox.cyke.webhooks.register({ url: `${stage.cluster.url}/webhook/${workflow.nodes[0]?.webhookId}/webhook`, secret: webhookSecret });
		assert.ok(await hook.test(), 'the test call was refused');
		const { cyke } = stage.sandbox;
		const id = stage.bookOutside('EVENT-1');
		for (const status of ['ready', 'scheduled'] as const) cyke.setStatus(id, status);
		await until('the events to be told', async () => (await toldBy(stage, workflow, 'carrierStatus')).includes('scheduled'));
		const told = (await toldBy(stage, workflow, 'eventId')).sort();
		const events = cyke.webhooks.events.slice(-EVENTS);
		const before = cyke.webhooks.attempts.length;
		const repeat = async (attempts: number) => {
			for (const event of [...events, ...events]) cyke.webhooks.repeat(event);
			await until('the repeats to be answered', async () => cyke.webhooks.attempts.length >= before + attempts);
		};
		await repeat(events.length * 2);
		await stage.cluster.withoutMain('stop', () => undefined);
		await repeat(events.length * 4);
		await pause(SETTLED_MS);
		const answers = cyke.webhooks.attempts.slice(before).map(({ outcome }) => outcome);
		assert.ok(answers.every((outcome) => outcome === 200), `answers: ${answers.join(', ')}`);
		assert.deepEqual((await toldBy(stage, workflow, 'eventId')).sort(), told);
		stage.sandbox.cyke.webhooks.remove(hook);
		await stage.cluster.rest.unpublish(workflow.id);
		return `${told.length} told; ${answers.length} repeats answered and dropped`;
	},
};
