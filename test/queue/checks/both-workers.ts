import assert from 'node:assert/strict';

import type { Check } from '../check';
import { bookedItems, waitForExecutions } from '../executions';
import { openShop } from '../workflows';

const ORDERS = 8;

export const bothWorkersBook: Check = {
	title: 'Different orders at once are booked once each, by both workers',
	run: async (environment) => {
		const shop = await openShop(environment, 'Orders at once');
		const references = Array.from({ length: ORDERS }, (_, at) => `Q-${at}`);
		await Promise.all(references.map(shop.sendOrder));
		const executions = await waitForExecutions(environment, shop.workflow.id, ORDERS);
		const items = await bookedItems(environment, executions);
		assert.deepEqual(
			items.map(({ outcome }) => outcome),
			references.map(() => 'created'),
		);
		for (const reference of references) assert.equal(environment.activeIds(reference).length, 1, reference);
		const shares = environment.cluster.workers.map(
			(worker) => executions.filter(({ id }) => environment.cluster.workerOf(String(id)) === worker).length,
		);
		assert.ok(
			shares.every((share) => share > 0),
			`one worker took them all: ${shares.join(' and ')}`,
		);
		return `${ORDERS} booked, ${shares.join(' and ')} by the two workers`;
	},
};
