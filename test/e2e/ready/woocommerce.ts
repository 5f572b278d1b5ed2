import { order } from '../../../sandbox/demo/orders/order';
import { until } from '../../../sandbox/hosts/n8n-server';
import { readyWorkflow } from '../../../sandbox/n8n/ready-workflows';
import { openWooCommerce } from '../../../sandbox/shops/woocommerce';
import { expect } from '../checks';
import type { World } from '../world';
import { importAndPublish, seeSucceeded } from './imported';

const NUMBER = '4711';

/** n8n's own shop nodes talk to a small shop, ours to the sandbox. */
export async function wooCommerceToCyke(world: World): Promise<void> {
	const { rest, checks, sandbox } = world;
	const shop = await openWooCommerce();
	let workflow = { id: '' };
	const booked = () => sandbox.cyke.deliveries.filter(({ clientOrderReference }) => clientOrderReference === `WC-${NUMBER}`);
	try {
		await checks.check('WooCommerce to Cyke: imports the file and publishes it', async () => {
			const credential = await rest.storeCredential('Shop', 'wooCommerceApi', shop.credential);
			workflow = await importAndPublish(world, readyWorkflow('woocommerce-order-to-cyke.json'), [credential]);
		});
		await checks.check('WooCommerce to Cyke: an order is booked once, however often the shop tells of it', async () => {
			for (let times = 1; times <= 3; times += 1) {
				expect((await shop.tell(order(NUMBER))) === 200, 'n8n did not take the call of the shop');
				await seeSucceeded(world, workflow, times, 'executions of WooCommerce to Cyke');
			}
			expect(booked().length === 1, `${booked().length} deliveries are booked`);
		});
		await checks.check('WooCommerce to Cyke: the end of the delivery completes the order', async () => {
			for (const status of ['ready', 'scheduled', 'picked_up', 'delivered'] as const) sandbox.cyke.setStatus(booked()[0]?.id ?? 0, status, {}, { force: true });
			await until('the completed order', async () => await Promise.resolve(shop.written.some(({ status }) => status === 'completed') && shop.written.some(({ note }) => note?.includes('delivered'))));
			expect(shop.written.every((each) => each.order === NUMBER), 'Another order was written to');
		});
		await rest.unpublish(workflow.id);
	} finally {
		shop.close();
	}
}
