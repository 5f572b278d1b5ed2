import { until } from '../../../sandbox/hosts/n8n-server';
import { readyWorkflow } from '../../../sandbox/n8n/ready-workflows';
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

export async function hubRiseByCyke(environment: E2eEnvironment): Promise<void> {
	const { rest, checks, sandbox } = environment;
	let workflow = { id: '' };
	let order = '';
	const courier = () =>
		sandbox.cyke.deliveries.filter(({ clientOrderReference }) => clientOrderReference === `HR-${order}`);
	const delivery = () => sandbox.hubrise.deliveries.find((each) => each.order_id === order);
	await checks.check('HubRise by Cyke: imports the file and publishes it', async () => {
		workflow = await importAndPublish(environment, readyWorkflow('hubrise-delivery-by-cyke.json'));
	});
	await checks.check('HubRise by Cyke: an order gets one courier, and HubRise a delivery', async () => {
		order = sandbox.hubrise.placeOrder({ status: 'new', service_type: 'delivery', customer }).id;
		await until('the delivery at HubRise', async () => await Promise.resolve(delivery()));
		expect(courier().length === 1, `${courier().length} couriers are booked`);
		await waitForSucceeded(environment, workflow, 1, 'executions of HubRise by Cyke');
	});
	await checks.check('HubRise by Cyke: HubRise sees the courier on the way and at the door', async () => {
		for (const [status, expectedStatus] of [
			['picked_up', 'dropoff_enroute'],
			['delivered', 'delivered'],
		] as const) {
			sandbox.cyke.setStatus(courier()[0]?.id ?? 0, status, {}, { force: true });
			await until(
				`a delivery that is ${expectedStatus}`,
				async () => await Promise.resolve(delivery()?.status === expectedStatus),
			);
		}
	});
	await rest.unpublish(workflow.id);
}
