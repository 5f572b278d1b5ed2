import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';

import { order } from '../../../sandbox/demo/orders/order';
import { until } from '../../../sandbox/hosts/n8n-server';
import { readyWorkflow, withCredentials } from '../../../sandbox/n8n/ready-workflows';
import { startWooCommerce } from '../../../sandbox/shops/woocommerce';
import type { Check } from '../check';
import { waitForExecutions } from '../executions';

/** Nothing of the template is replaced: n8n's own shop nodes talk to a small shop, ours to the sandbox. */
export const fromWooCommerce: Check = {
	title: 'The ready workflow WooCommerce to Cyke, as it is imported: booked once, and its end written to the order',
	run: async (environment) => {
		const { rest } = environment.cluster;
		const shop = await startWooCommerce();
		try {
			const credential = await rest.storeCredential('Shop', 'wooCommerceApi', shop.credential);
			const workflow = await rest.createWorkflow(
				withCredentials(readyWorkflow('woocommerce-order-to-cyke.json'), [credential, environment.cyke]),
			);
			await rest.publish(workflow);
			const number = String(randomInt(100_000, 999_999));
			assert.deepEqual(
				[
					await shop.sendOrderWebhook(order(number)),
					await shop.sendOrderWebhook({ ...order(number), status: 'pending' }),
				],
				[200, 200],
			);
			await until('the booking', async () => environment.activeIds(`WC-${number}`).length > 0);
			await shop.sendOrderWebhook(order(number));
			await waitForExecutions(environment, workflow.id, 3);
			const [id = 0] = environment.activeIds(`WC-${number}`);
			for (const status of ['ready', 'scheduled', 'picked_up', 'delivered'] as const)
				environment.sandbox.cyke.setStatus(id, status, {}, { force: true });
			// Publishing again polls at once.
			await rest.unpublish(workflow.id);
			await rest.publish(workflow);
			await until(
				'the end of the delivery in the shop',
				async () =>
					shop.updates.some(({ status }) => status === 'completed') &&
					shop.updates.some(({ note }) => note?.includes('delivered')),
			);
			assert.equal(environment.activeIds(`WC-${number}`).length, 1);
			assert.ok(shop.updates.every((each) => each.order === number));
			await rest.unpublish(workflow.id);
			return `1 booking for 3 calls; ${shop.updates.length} writes to the order, the last "${shop.updates.at(-1)?.note}"`;
		} finally {
			shop.close();
		}
	},
};
