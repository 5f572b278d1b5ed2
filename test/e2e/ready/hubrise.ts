import { until } from '../../../sandbox/hosts/n8n-server';
import { readyWorkflow } from '../../../sandbox/n8n/ready-workflows';
import { expect } from '../checks';
import type { World } from '../world';
import { importAndPublish, seeSucceeded } from './imported';

const customer = { first_name: 'Ada', last_name: 'Moreau', phone: '+33612345678', address_1: '12 rue des Petits Champs', postal_code: '75002', city: 'Paris', country: 'FR', delivery_notes: 'Code 1234' };

export async function hubRiseByCyke(world: World): Promise<void> {
	const { rest, checks, sandbox } = world;
	let workflow = { id: '' };
	let order = '';
	const courier = () => sandbox.cyke.deliveries.filter(({ clientOrderReference }) => clientOrderReference === `HR-${order}`);
	const delivery = () => sandbox.hubrise.deliveries.find((each) => each.order_id === order);
	await checks.check('HubRise by Cyke: imports the file and publishes it', async () => {
		workflow = await importAndPublish(world, readyWorkflow('hubrise-delivery-by-cyke.json'));
	});
	await checks.check('HubRise by Cyke: an order gets one courier, and HubRise a delivery', async () => {
		order = sandbox.hubrise.placeOrder({ status: 'new', service_type: 'delivery', customer }).id;
		await until('the delivery at HubRise', async () => await Promise.resolve(delivery()));
		expect(courier().length === 1, `${courier().length} couriers are booked`);
		await seeSucceeded(world, workflow, 1, 'executions of HubRise by Cyke');
	});
	await checks.check('HubRise by Cyke: HubRise sees the courier on the way and at the door', async () => {
		for (const [status, wanted] of [['picked_up', 'dropoff_enroute'], ['delivered', 'delivered']] as const) {
			sandbox.cyke.setStatus(courier()[0]?.id ?? 0, status, {}, { force: true });
			await until(`a delivery that is ${wanted}`, async () => await Promise.resolve(delivery()?.status === wanted));
		}
	});
	await rest.unpublish(workflow.id);
}
