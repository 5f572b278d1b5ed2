import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';

import { order } from '../../../sandbox/demo/orders/order';
import { until } from '../../../sandbox/hosts/n8n-server';
import { readyWorkflow, withCredentials } from '../../../sandbox/n8n/ready-workflows';
import { openWooCommerce } from '../../../sandbox/shops/woocommerce';
import type { Check } from '../check';
import { ended } from '../ends';

/** Nothing of the template is replaced: n8n's own shop nodes talk to a small shop, ours to the sandbox. */
export const fromWooCommerce: Check = {
	title: 'The ready workflow WooCommerce to Cyke, as it is imported: booked once, and its end written to the order',
	run: async (stage) => {
		const { rest } = stage.cluster;
		const shop = await openWooCommerce();
		try {
			const credential = await rest.storeCredential('Shop', 'wooCommerceApi', shop.credential);
			const workflow = await rest.makeWorkflow(withCredentials(readyWorkflow('woocommerce-order-to-cyke.json'), [credential, stage.cyke]));
			await rest.publish(workflow);
			const number = String(randomInt(100_000, 999_999));
			assert.deepEqual([await shop.tell(order(number)), await shop.tell({ ...order(number), status: 'pending' })], [200, 200]);
			await until('the booking', async () => stage.live(`WC-${number}`).length > 0);
			await shop.tell(order(number));
			await ended(stage, workflow.id, 3);
			const [id = 0] = stage.live(`WC-${number}`);
			for (const status of ['ready', 'scheduled', 'picked_up', 'delivered'] as const) stage.sandbox.cyke.setStatus(id, status, {}, { force: true });
			// Publishing anew looks at once.
			await rest.unpublish(workflow.id);
			await rest.publish(workflow);
			await until('the end of the delivery in the shop', async () => shop.written.some(({ status }) => status === 'completed') && shop.written.some(({ note }) => note?.includes('delivered')));
			assert.equal(stage.live(`WC-${number}`).length, 1);
			assert.ok(shop.written.every((each) => each.order === number));
			await rest.unpublish(workflow.id);
			return `1 booking for 3 calls; ${shop.written.length} writes to the order, the last "${shop.written.at(-1)?.note}"`;
		} finally {
			shop.close();
		}
	},
};
