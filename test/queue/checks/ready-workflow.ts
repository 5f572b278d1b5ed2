import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';

import { order } from '../../../sandbox/demo/orders/order';
import { until } from '../../../sandbox/hosts/n8n-server';
import { preparedWorkflow } from '../../../sandbox/n8n/prepared-workflow';
import { withCredentials } from '../../../sandbox/n8n/ready-workflows';
import { startMailbox } from '../../../sandbox/shops/mailbox';
import { startWooCommerce } from '../../../sandbox/shops/woocommerce';
import type { Check } from '../check';

/** Nothing of the file is replaced: n8n's own shop nodes talk to a small shop, ours to the sandbox. */
export const fromWooCommerce: Check = {
	title:
		'The ready workflow WooCommerce orders to a courier, as it is imported: booked once, and its end written to the order',
	run: async (environment) => {
		const { rest } = environment.cluster;
		const [shop, mailbox] = [await startWooCommerce(), await startMailbox()];
		try {
			const stored = [
				await rest.storeCredential('Shop', 'wooCommerceApi', shop.credential),
				await rest.storeCredential('Mail', 'smtp', mailbox.credential),
				environment.cyke,
			];
			const body = preparedWorkflow('woocommerce-orders-to-a-courier.json', { shopAddress: shop.url });
			const workflow = await rest.createWorkflow(withCredentials(body, stored));
			await rest.publish(workflow);
			const number = String(randomInt(100_000, 999_999));
			const notes = (text: RegExp) =>
				shop.notes.filter(({ order: id, note }) => id === number && text.test(note)).length;
			shop.put(order(number));
			shop.put({ ...order('7'), status: 'pending' });
			assert.deepEqual([await shop.callWebhook(number), await shop.callWebhook('7')], [200, 200]);
			const calls = async () =>
				(await rest.executions(workflow.id)).filter(({ mode, status }) => mode === 'webhook' && status === 'success')
					.length;
			await until('both calls to be worked off', async () => (await calls()) >= 2);
			await shop.callWebhook(number);
			await until('the third call to be worked off', async () => (await calls()) >= 3);
			const [id = 0] = environment.activeIds(`WC-${number}`);
			for (const status of ['ready', 'scheduled', 'picked_up', 'delivered'] as const)
				environment.sandbox.cyke.setStatus(id, status, {}, { force: true });
			await until(
				'the end of the delivery in the shop',
				async () => shop.statusOf(number) === 'completed' && notes(/is now delivered/) > 0,
			);
			assert.equal(environment.activeIds(`WC-${number}`).length, 1);
			assert.equal(notes(/is booked/), 1);
			assert.ok(shop.notes.every((each) => each.order === number));
			await rest.unpublish(workflow.id);
			return `1 booking for 3 calls; ${shop.notes.length} notes on the order, the last "${shop.notes.at(-1)?.note}"`;
		} finally {
			shop.close();
			await mailbox.close();
		}
	},
};
