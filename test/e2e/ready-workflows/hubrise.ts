import { tomorrow } from '../../../sandbox/demo/orders/order';
import { until } from '../../../sandbox/hosts/n8n-server';
import { readyWorkflow } from '../../../sandbox/n8n/ready-workflows';
import { startMailbox } from '../../../sandbox/shops/mailbox';
import { expect } from '../checks';
import type { E2eEnvironment } from '../environment';
import { importAndPublish, waitForSucceeded } from './import-workflow';

const customer = {
	first_name: 'Ada',
	last_name: 'Moreau',
	phone: '+33612345678',
	address_1: '12 rue des Petits Champs',
	postal_code: '75002',
	city: 'Paris',
	country: 'FR',
	delivery_notes: 'Code 1234',
};

export async function hubRiseOrders(environment: E2eEnvironment): Promise<void> {
	const { rest, checks, sandbox } = environment;
	const mailbox = await startMailbox();
	let workflow = { id: '' };
	let order = '';
	const courier = () =>
		sandbox.cyke.deliveries.filter(({ clientOrderReference }) => clientOrderReference === `HR-${order}`);
	const delivery = () => sandbox.hubrise.delivery(order);
	try {
		await checks.check('HubRise orders to a courier: imports the file and publishes it', async () => {
			const credential = await rest.storeCredential('Mail', 'smtp', mailbox.credential);
			workflow = await importAndPublish(environment, readyWorkflow('hubrise-orders-to-a-courier.json'), [credential]);
		});
		await checks.check('HubRise orders to a courier: an order gets one courier, and HubRise a delivery', async () => {
			// Tomorrow afternoon, so that couriers ride whenever this is run.
			const expected_time = tomorrow().startOf('day').set({ hour: 14 }).toISO() ?? '';
			order = sandbox.hubrise.placeOrder({ status: 'accepted', service_type: 'delivery', expected_time, customer }).id;
			await until('the delivery at HubRise', async () => await Promise.resolve(delivery()));
			expect(courier().length === 1, `${courier().length} couriers are booked`);
			await waitForSucceeded(environment, workflow, 1, 'executions of HubRise orders to a courier');
		});
		await checks.check('HubRise orders to a courier: HubRise sees the courier, and the order follows him', async () => {
			for (const [status, expectedStatus, orderStatus] of [
				['picked_up', 'dropoff_enroute', 'in_delivery'],
				['delivered', 'delivered', 'completed'],
			] as const) {
				sandbox.cyke.setStatus(courier()[0]?.id ?? 0, status, {}, { force: true });
				await until(
					`a delivery that is ${expectedStatus} and an order that is ${orderStatus}`,
					async () =>
						await Promise.resolve(
							delivery()?.status === expectedStatus && sandbox.hubrise.order(order)?.status === orderStatus,
						),
				);
			}
		});
		await checks.check(
			'HubRise orders to a courier: an order without a phone says why, and a person gets a mail',
			async () => {
				const { phone: _, ...unreachable } = customer;
				const { id } = sandbox.hubrise.placeOrder({
					status: 'accepted',
					service_type: 'delivery',
					customer: unreachable,
				});
				await until(
					'the mail',
					async () =>
						await Promise.resolve(mailbox.mails.find(({ subject }) => subject?.includes(`order ${id} needs you`))),
				);
				expect(
					sandbox.hubrise.order(id)?.seller_notes?.includes('no courier is booked') === true,
					'The order says nothing',
				);
			},
		);
		await rest.unpublish(workflow.id);
	} finally {
		await mailbox.close();
	}
}
