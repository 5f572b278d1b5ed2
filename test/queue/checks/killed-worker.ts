import assert from 'node:assert/strict';
import { z } from 'zod/v4';

import { until } from '../../../sandbox/hosts/n8n-server';
import type { Fault } from '../../../sandbox/carriers/types';
import type { Check, QueueEnvironment } from '../check';
import { bookedItems, waitForExecutions } from '../executions';
import { openShop } from '../workflows';

const executionSchema = z.looseObject({ id: z.coerce.string() });

/** Far longer than a worker lives that is about to be killed. */
const LONG_MS = 60_000;

const beforeBooking: Fault = { kind: 'timeout', phase: 'before', delayMs: LONG_MS };
const afterBooking: Fault = { kind: 'slow', totalMs: LONG_MS };

const createRequestCount = (environment: QueueEnvironment) =>
	environment.sandbox.faults.fired.filter(({ request }) => request.route === 'deliveries.create').length;

/** Kills the worker while its booking is under way; gives the number of the execution that died. */
async function killDuringBooking(
	environment: QueueEnvironment,
	workflowId: string,
	sendOrder: () => Promise<void>,
	fault: Fault,
): Promise<string> {
	const fired = createRequestCount(environment);
	environment.sandbox.faults.once({ carrier: 'cyke', route: 'deliveries.create' }, fault);
	await sendOrder();
	await until('the booking to be under way', async () => createRequestCount(environment) > fired);
	const { id } = executionSchema.parse((await environment.cluster.rest.executions(workflowId))[0]);
	const worker = await until('a worker to say that it took the execution', async () =>
		environment.cluster.workerOf(id),
	);
	await environment.cluster.replaceKilledWorker(worker);
	return id;
}

function check(title: string, name: string, fault: Fault, outcome: string): Check {
	return {
		title,
		run: async (environment) => {
			const shop = await openShop(environment, name);
			const id = await killDuringBooking(environment, shop.workflow.id, async () => await shop.sendOrder(name), fault);
			const [died] = await waitForExecutions(environment, shop.workflow.id, 1, 300_000);
			const heldCount = environment.activeIds(name).length;
			await shop.sendOrder(name);
			const [rerun] = await bookedItems(
				environment,
				(await waitForExecutions(environment, shop.workflow.id, 2)).filter((each) => String(each.id) !== id),
			);
			assert.equal(rerun?.outcome, outcome);
			assert.equal(environment.activeIds(name).length, 1);
			return `n8n ended the lost execution as "${died?.status}"; the carrier held ${heldCount}; run again: ${rerun?.outcome}, 1 booking`;
		},
	};
}

export const killedBeforeBooking = check(
	'A worker killed before its booking reached the carrier: run again, it is booked once',
	'LOST-BEFORE',
	beforeBooking,
	'created',
);
export const killedAfterBooking = check(
	'A worker killed after the carrier booked: run again, it is found',
	'LOST-AFTER',
	afterBooking,
	'found',
);

/** A person presses Retry on the execution that died: n8n runs it under a new number. */
export const retried: Check = {
	title: 'A worker killed after the carrier booked: "Retry" on the lost execution finds the booking',
	run: async (environment) => {
		const shop = await openShop(environment, 'RETRIED');
		const id = await killDuringBooking(
			environment,
			shop.workflow.id,
			async () => await shop.sendOrder('RETRIED'),
			afterBooking,
		);
		await waitForExecutions(environment, shop.workflow.id, 1, 300_000);
		await environment.cluster.rest.request('POST', `/rest/executions/${id}/retry`, { loadWorkflow: false });
		const [rerun] = await bookedItems(
			environment,
			(await waitForExecutions(environment, shop.workflow.id, 2)).filter((each) => String(each.id) !== id),
		);
		assert.equal(rerun?.outcome, 'found');
		assert.equal(environment.activeIds('RETRIED').length, 1);
		return '1 booking';
	},
};

const generatedReferences = (environment: QueueEnvironment) =>
	environment.sandbox.cyke.deliveries.flatMap(({ clientOrderReference }) =>
		clientOrderReference?.startsWith('n8n-') ? [clientOrderReference] : [],
	);

/**
 * n8n gives a step no information about the execution that it retries, so a reference made from the execution is
 * another one. Measured, and described in docs/queue-mode.md.
 */
export const retriedWithoutReference: Check = {
	title: 'The same without a reference of the shop: "Retry" books again, under another reference of its own',
	run: async (environment) => {
		const shop = await openShop(environment, 'UNNAMED', { reference: undefined });
		const countBefore = generatedReferences(environment).length;
		const id = await killDuringBooking(
			environment,
			shop.workflow.id,
			async () => await shop.sendOrder('UNNAMED'),
			afterBooking,
		);
		await waitForExecutions(environment, shop.workflow.id, 1, 300_000);
		await environment.cluster.rest.request('POST', `/rest/executions/${id}/retry`, { loadWorkflow: false });
		await bookedItems(
			environment,
			(await waitForExecutions(environment, shop.workflow.id, 2)).filter((each) => String(each.id) !== id),
		);
		const created = generatedReferences(environment).slice(countBefore);
		assert.equal(new Set(created).size, created.length);
		return `${created.length} bookings, ${created.join(' and ')}`;
	},
};
