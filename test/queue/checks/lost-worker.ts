import assert from 'node:assert/strict';
import { z } from 'zod/v4';

import { until } from '../../../sandbox/hosts/n8n-server';
import type { Fault } from '../../../sandbox/carriers/types';
import type { Check, Stage } from '../check';
import { booked, ended } from '../ends';
import { openShop } from '../workflows';

const running = z.looseObject({ id: z.coerce.string() });

/** Far longer than a worker lives that is about to be killed. */
const LONG_MS = 60_000;

const before: Fault = { kind: 'timeout', phase: 'before', takesMs: LONG_MS };
const after: Fault = { kind: 'slow', totalMs: LONG_MS };

const creations = (stage: Stage) => stage.sandbox.faults.fired.filter(({ request }) => request.route === 'deliveries.create').length;

/** Kills the worker while its booking is under way; gives the number of the execution that died. */
async function loseDuring(stage: Stage, workflowId: string, tell: () => Promise<void>, fault: Fault): Promise<string> {
	const fired = creations(stage);
	stage.sandbox.faults.once({ carrier: 'cyke', route: 'deliveries.create' }, fault);
	await tell();
	await until('the booking to be under way', async () => creations(stage) > fired);
	const { id } = running.parse((await stage.cluster.rest.executions(workflowId))[0]);
	const worker = await until('a worker to say that it took the execution', async () => stage.cluster.workerOf(id));
	await stage.cluster.loseWorker(worker);
	return id;
}

function check(title: string, name: string, fault: Fault, outcome: string): Check {
	return {
		title,
		run: async (stage) => {
			const shop = await openShop(stage, name);
			const id = await loseDuring(stage, shop.workflow.id, async () => await shop.tell(name), fault);
			const [died] = await ended(stage, shop.workflow.id, 1, 300_000);
			const had = stage.live(name).length;
			await shop.tell(name);
			const [again] = await booked(stage, (await ended(stage, shop.workflow.id, 2)).filter((each) => String(each.id) !== id));
			assert.equal(again?.outcome, outcome);
			assert.equal(stage.live(name).length, 1);
			return `n8n ended the lost execution as "${died?.status}"; the carrier held ${had}; told again: ${again?.outcome}, 1 booking`;
		},
	};
}

export const lostBefore = check('A worker killed before its booking reached the carrier: told again, it is booked once', 'LOST-BEFORE', before, 'created');
export const lostAfter = check('A worker killed after the carrier booked: told again, it is found', 'LOST-AFTER', after, 'found');

/** A person presses Retry on the execution that died: n8n runs it under a new number. */
export const retried: Check = {
	title: 'A worker killed after the carrier booked: "Retry" on the lost execution finds the booking',
	run: async (stage) => {
		const shop = await openShop(stage, 'RETRIED');
		const id = await loseDuring(stage, shop.workflow.id, async () => await shop.tell('RETRIED'), after);
		await ended(stage, shop.workflow.id, 1, 300_000);
		await stage.cluster.rest.ask('POST', `/rest/executions/${id}/retry`, { loadWorkflow: false });
		const [again] = await booked(stage, (await ended(stage, shop.workflow.id, 2)).filter((each) => String(each.id) !== id));
		assert.equal(again?.outcome, 'found');
		assert.equal(stage.live('RETRIED').length, 1);
		return '1 booking';
	},
};

const own = (stage: Stage) => stage.sandbox.cyke.deliveries.flatMap(({ clientOrderReference }) => (clientOrderReference?.startsWith('n8n-') ? [clientOrderReference] : []));

/** n8n tells a step nothing of the execution that it retries, so a reference made from the execution is another one. Measured, and told in docs/reliability.md. */
export const retriedUnnamed: Check = {
	title: 'The same without a reference of the shop: "Retry" books again, under another reference of its own',
	run: async (stage) => {
		const shop = await openShop(stage, 'UNNAMED', { reference: undefined });
		const there = own(stage).length;
		const id = await loseDuring(stage, shop.workflow.id, async () => await shop.tell('UNNAMED'), after);
		await ended(stage, shop.workflow.id, 1, 300_000);
		await stage.cluster.rest.ask('POST', `/rest/executions/${id}/retry`, { loadWorkflow: false });
		await booked(stage, (await ended(stage, shop.workflow.id, 2)).filter((each) => String(each.id) !== id));
		const made = own(stage).slice(there);
		assert.equal(new Set(made).size, made.length);
		return `${made.length} bookings, ${made.join(' and ')}`;
	},
};
