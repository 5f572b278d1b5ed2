import assert from 'node:assert/strict';

import type { Check } from '../check';
import { bookedItems, waitForExecutions } from '../executions';
import { createManualWorkflow, openShop } from '../workflows';

const TIMES = 4;

/** As a shop does that did not hear an answer in time. */
export const redelivered: Check = {
	title: 'A webhook that the shop delivers again books nothing more',
	run: async (environment) => {
		const shop = await openShop(environment, 'Sent again');
		for (let time = 1; time <= TIMES; time += 1) {
			await shop.sendOrder('AGAIN-1');
			await waitForExecutions(environment, shop.workflow.id, time);
		}
		const items = await bookedItems(environment, await waitForExecutions(environment, shop.workflow.id, TIMES));
		assert.deepEqual(
			items.map(({ outcome }) => outcome),
			['created', ...Array.from({ length: TIMES - 1 }, () => 'found')],
		);
		assert.equal(new Set(items.map(({ id }) => id)).size, 1);
		assert.equal(environment.activeIds('AGAIN-1').length, 1);
		return `sent ${TIMES} times, 1 booking`;
	},
};

/** "Undo it" is what holds between processes. */
export const startedTwice: Check = {
	title: 'The same workflow started twice by hand at once leaves one booking',
	run: async (environment) => {
		const workflow = await createManualWorkflow(environment, 'By hand', {
			reference: 'HAND-1',
			onDuplicate: 'cancel_later',
		});
		await Promise.all([
			environment.cluster.rest.run(workflow.id, 'Click'),
			environment.cluster.rest.run(workflow.id, 'Click'),
		]);
		const executions = await waitForExecutions(environment, workflow.id, 2);
		const items = await bookedItems(environment, executions);
		assert.equal(environment.activeIds('HAND-1').length, 1);
		const [remaining] = environment.activeIds('HAND-1');
		assert.deepEqual(
			items.map(({ id }) => id),
			[String(remaining), String(remaining)],
		);
		const names = executions.map(({ id }) => environment.cluster.workerOf(String(id))?.name ?? 'main');
		return `by ${names.join(' and ')}: ${items.map(({ outcome }) => outcome).join(' and ')}`;
	},
};
