import assert from 'node:assert/strict';

import type { Check } from '../check';
import { booked, ended } from '../ends';
import { makeByHand, openShop } from '../workflows';

const TIMES = 4;

/** As a shop does that did not hear an answer in time. */
export const toldAgain: Check = {
	title: 'A webhook that the shop delivers again books nothing more',
	run: async (stage) => {
		const shop = await openShop(stage, 'Told again');
		for (let time = 1; time <= TIMES; time += 1) {
			await shop.tell('AGAIN-1');
			await ended(stage, shop.workflow.id, time);
		}
		const items = await booked(stage, await ended(stage, shop.workflow.id, TIMES));
		assert.deepEqual(items.map(({ outcome }) => outcome), ['created', ...Array.from({ length: TIMES - 1 }, () => 'found')]);
		assert.equal(new Set(items.map(({ id }) => id)).size, 1);
		assert.equal(stage.live('AGAIN-1').length, 1);
		return `told ${TIMES} times, 1 booking`;
	},
};

/** "Undo it" is what holds between processes. */
export const byHand: Check = {
	title: 'The same workflow started twice by hand at once leaves one booking',
	run: async (stage) => {
		const workflow = await makeByHand(stage, 'By hand', { reference: 'HAND-1', onDouble: 'undo' });
		await Promise.all([stage.cluster.rest.run(workflow.id, 'Click'), stage.cluster.rest.run(workflow.id, 'Click')]);
		const executions = await ended(stage, workflow.id, 2);
		const items = await booked(stage, executions);
		assert.equal(stage.live('HAND-1').length, 1);
		const [left] = stage.live('HAND-1');
		assert.deepEqual(items.map(({ id }) => id), [String(left), String(left)]);
		const names = executions.map(({ id }) => stage.cluster.workerOf(String(id))?.name ?? 'main');
		return `by ${names.join(' and ')}: ${items.map(({ outcome }) => outcome).join(' and ')}`;
	},
};
