import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE, type N8n, type Poller } from '../../sandbox/hosts/n8n';
import { useInstantClock } from '../n8n/instant-clock';
import { workflowFile } from './files';
import { createNodeStubs } from './node-stubs';

useInstantClock();

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
	const done = await n8n.runFile(file, from, items, createNodeStubs().stubFor);
	expect([done.status, done.error]).toEqual(['success', undefined]);
}

const customer = { first_name: 'Ada', last_name: 'Moreau', phone: '+33612345678', address_1: '12 rue des Petits Champs', postal_code: '75002', city: 'Paris', country: 'FR', delivery_notes: 'Code 1234' };

test('a HubRise order is carried by Cyke, and HubRise sees each step of the courier', async () => {
	const [orders, courier] = [trigger('New order', 'hubRiseTrigger'), trigger('Courier moved', 'cykeTrigger')];
	await orders.poll();
	await courier.poll();
	const { id } = sandbox.hubrise.placeOrder({ status: 'new', service_type: 'delivery', customer });
	await wait(60_000);
	const emitted = (await orders.poll()).map(({ json }) => json);
	expect(emitted.map((order) => order.id)).toEqual([id]);
	for (let time = 0; time < 2; time += 1) await run('New order', emitted);
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

/** What an order of the till leads to: each poll of "New order" starts the workflow, as n8n does. */
async function poll(orders: Poller): Promise<void> {
	await wait(60_000);
	const items = (await orders.poll()).map(({ json }) => json);
	if (items.length > 0) await run('New order', items);
}
const newOrder = (more: object = {}) => sandbox.hubrise.placeOrder({ status: 'new', service_type: 'delivery', customer, ...more });
const notesOf = (id: string) => sandbox.hubrise.orders.find((order) => order.id === id)?.seller_notes;

test('one bad order stops no other, and says why it has no courier', async () => {
	const orders = trigger('New order', 'hubRiseTrigger');
	await orders.poll();
	const ids = [newOrder(), newOrder({ customer: { ...customer, phone: undefined } }), newOrder()].map(({ id }) => id);
	await poll(orders);
	expect(sandbox.cyke.deliveries.map(({ clientOrderReference }) => clientOrderReference)).toEqual([`HR-${ids[0]}`, `HR-${ids[2]}`]);
	expect(sandbox.hubrise.deliveries.map(({ order_id }) => order_id).sort()).toEqual([ids[0], ids[2]].sort());
	expect(notesOf(ids[1] ?? '')).toContain('Drop-Off Phone');
});

test.each(['rejected', 'cancelled'] as const)('the courier of an order that is %s is cancelled', async (status) => {
	const orders = trigger('New order', 'hubRiseTrigger');
	await orders.poll();
	const { id } = newOrder();
	await poll(orders);
	expect(sandbox.cyke.deliveries).toHaveLength(1);
	sandbox.hubrise.setOrderStatus(id, status);
	await poll(orders);
	expect(sandbox.cyke.deliveries.map((delivery) => delivery.status)).toEqual(['cancelled']);
});

test('the code of a masked phone stands in the access instructions', async () => {
	const orders = trigger('New order', 'hubRiseTrigger');
	await orders.poll();
	newOrder({ customer: { ...customer, phone_access_code: '12345678' } });
	await poll(orders);
	expect(JSON.stringify(sandbox.cyke.deliveries[0])).toContain('Code 1234. Phone code 12345678');
});

test('an order wanted for a time that is over gets a courier as soon as possible', async () => {
	const orders = trigger('New order', 'hubRiseTrigger');
	await orders.poll();
	newOrder({ expected_time: new Date(Date.now() + 5 * 60_000).toISOString().replace(/\.\d+Z/, '+00:00') });
	await wait(20 * 60_000);
	await poll(orders);
	expect(sandbox.cyke.deliveries).toHaveLength(1);
});

test('what the courier could not deliver is marked on the order', async () => {
	const [orders, courier] = [trigger('New order', 'hubRiseTrigger'), trigger('Courier moved', 'cykeTrigger')];
	await orders.poll();
	await courier.poll();
	const { id } = newOrder();
	await poll(orders);
	await courier.poll();
	sandbox.cyke.setStatus(sandbox.cyke.deliveries[0]?.id ?? 0, 'failed', {}, { force: true });
	await wait(60_000);
	await run('Courier moved', (await courier.poll()).map(({ json }) => json));
	expect(sandbox.hubrise.orders.find((order) => order.id === id)?.status).toBe('delivery_failed');
	expect(sandbox.hubrise.deliveries[0]?.status).toBe('cancelled');
});
