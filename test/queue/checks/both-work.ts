import assert from 'node:assert/strict';

import type { Check } from '../check';
import { booked, ended } from '../ends';
import { openShop } from '../workflows';

const ORDERS = 8;

export const bothWork: Check = {
	title: 'Different orders at once are booked once each, by both workers',
	run: async (stage) => {
		const shop = await openShop(stage, 'Orders at once');
		const references = Array.from({ length: ORDERS }, (_, at) => `Q-${at}`);
		await Promise.all(references.map(shop.tell));
		const executions = await ended(stage, shop.workflow.id, ORDERS);
		const items = await booked(stage, executions);
		assert.deepEqual(items.map(({ outcome }) => outcome), references.map(() => 'created'));
		for (const reference of references) assert.equal(stage.live(reference).length, 1, reference);
		const shares = stage.cluster.workers.map((worker) => executions.filter(({ id }) => stage.cluster.workerOf(String(id)) === worker).length);
		assert.ok(shares.every((share) => share > 0), `one worker took them all: ${shares.join(' and ')}`);
		return `${ORDERS} booked, ${shares.join(' and ')} by the two workers`;
	},
};
