import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE, type N8n, type Poller } from '../../sandbox/hosts/n8n';
import { useSwiftClock } from '../n8n/swift-clock';
import { workflowFile } from './files';
import { standIns } from './stand-ins';

useSwiftClock();

const file = workflowFile('hubrise-delivery-by-cyke');
let sandbox: Sandbox;
let n8n: N8n;

beforeEach(async () => {
	sandbox = createSandbox({ seed: 'templates', startAt: Date.now() });
	const { urls } = await sandbox.listen();
	n8n = await createN8n({
		credentials: {
			cykeApi: { environment: 'other', base_url: urls.cyke, email: 'shop@sandbox.example', token: 'CykeSandboxToken0001' },
			hubRiseApi: { environment: 'other', base_url: urls.hubrise, access_token: 'HubriseSandboxBridge0001', client_secret: 'HubriseSandboxBridgeSecret' },
		},
	});
});
afterEach(async () => await sandbox.close());

async function wait(ms: number): Promise<void> {
	jest.setSystemTime(Date.now() + ms);
	await sandbox.clock.advance(Date.now() - sandbox.clock.now());
}

function trigger(name: string, type: string): Poller {
	return n8n.poller({ type: `${PACKAGE}.${type}`, name, parameters: file.nodes.find((node) => node.name === name)?.parameters });
}

async function run(from: string, items: readonly IDataObject[]): Promise<void> {
	const done = await n8n.runFile(file, from, items, standIns().make);
	expect([done.status, done.error]).toEqual(['success', undefined]);
}

const customer = { first_name: 'Ada', last_name: 'Moreau', phone: '+33612345678', address_1: '12 rue des Petits Champs', postal_code: '75002', city: 'Paris', country: 'FR', delivery_notes: 'Code 1234' };

test('a HubRise order is carried by Cyke, and HubRise sees each step of the courier', async () => {
	const [orders, courier] = [trigger('New order', 'hubRiseTrigger'), trigger('Courier moved', 'cykeTrigger')];
	await orders.poll();
	await courier.poll();
	const { id } = sandbox.hubrise.placeOrder({ status: 'new', service_type: 'delivery', customer });
	await wait(60_000);
	const told = (await orders.poll()).map(({ json }) => json);
	expect(told.map((order) => order.id)).toEqual([id]);
	for (let time = 0; time < 2; time += 1) await run('New order', told);
	expect(sandbox.cyke.deliveries.map(({ clientOrderReference }) => clientOrderReference)).toEqual([`HR-${id}`]);
	const delivery = () => sandbox.hubrise.deliveries.find((each) => each.order_id === id);
	expect(delivery()).toMatchObject({ carrier: 'Cyke', status: 'pending' });

	const [booked] = sandbox.cyke.deliveries;
	const seen: unknown[] = [];
	for (const status of ['ready', 'scheduled', 'picked_up', 'delivered'] as const) {
		sandbox.cyke.setStatus(booked?.id ?? 0, status, {}, { force: true });
		await wait(60_000);
		await run('Courier moved', [...(await courier.poll()).map(({ json }) => json), { id: '9', reference: 'WC-9', status: 'delivered' }]);
		seen.push(delivery()?.status);
	}
	expect(seen).toEqual(['pending', 'pending', 'dropoff_enroute', 'delivered']);
});
