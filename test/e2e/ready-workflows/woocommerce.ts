import { order } from '../../../sandbox/demo/orders/order';
import { until } from '../../../sandbox/hosts/n8n-server';
import { readyWorkflow } from '../../../sandbox/n8n/ready-workflows';
import { startWooCommerce } from '../../../sandbox/shops/woocommerce';
import { expect } from '../checks';
import type { E2eEnvironment } from '../environment';
import { importAndPublish, waitForSucceeded } from './import-workflow';

const NUMBER = '4711';

/** n8n's own shop nodes talk to a small shop, ours to the sandbox. */
export async function wooCommerceToCyke(environment: E2eEnvironment): Promise<void> {
	const { rest, checks, sandbox } = environment;
	const shop = await startWooCommerce();
	let workflow = { id: '' };
	const bookings = () =>
		sandbox.cyke.deliveries.filter(({ clientOrderReference }) => clientOrderReference === `WC-${NUMBER}`);
	try {
		await checks.check('WooCommerce to Cyke: imports the file and publishes it', async () => {
			const credential = await rest.storeCredential('Shop', 'wooCommerceApi', shop.credential);
			workflow = await importAndPublish(environment, readyWorkflow('woocommerce-order-to-cyke.json'), [credential]);
		});
		await checks.check('WooCommerce to Cyke: an order is booked once, however often the shop tells of it', async () => {
			for (let times = 1; times <= 3; times += 1) {
				expect((await shop.sendOrderWebhook(order(NUMBER))) === 200, 'n8n did not take the call of the shop');
				await waitForSucceeded(environment, workflow, times, 'executions of WooCommerce to Cyke');
			}
			expect(bookings().length === 1, `${bookings().length} deliveries are booked`);
		});
		await checks.check('WooCommerce to Cyke: the end of the delivery completes the order', async () => {
			for (const status of ['ready', 'scheduled', 'picked_up', 'delivered'] as const)
				sandbox.cyke.setStatus(bookings()[0]?.id ?? 0, status, {}, { force: true });
			await until(
				'the completed order',
				async () =>
					await Promise.resolve(
						shop.updates.some(({ status }) => status === 'completed') &&
							shop.updates.some(({ note }) => note?.includes('delivered')),
					),
			);
			expect(
				shop.updates.every((each) => each.order === NUMBER),
				'Another order was written to',
			);
		});
		await rest.unpublish(workflow.id);
	} finally {
		shop.close();
	}
}
