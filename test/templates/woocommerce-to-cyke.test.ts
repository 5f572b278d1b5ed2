import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { order } from '../../sandbox/demo/orders/order';
import { createN8n, PACKAGE, type N8n } from '../../sandbox/hosts/n8n';
import { useInstantClock } from '../n8n/instant-clock';
import { workflowFile } from './files';
import { createNodeStubs } from './node-stubs';

useInstantClock();

const file = workflowFile('woocommerce-order-to-cyke');
const HOUR = 3_600_000;
let sandbox: Sandbox;
let n8n: N8n;

beforeEach(async () => {
	sandbox = createSandbox({ seed: 'templates', startAt: Date.now() });
	const { urls } = await sandbox.listen();
	n8n = await createN8n({ credentials: { cykeApi: { environment: 'other', base_url: urls.cyke, email: 'shop@sandbox.example', token: 'CykeSandboxToken0001' } } });
});
afterEach(async () => await sandbox.close());

/** The carrier's clock and ours are one. */
async function wait(ms: number): Promise<void> {
	jest.setSystemTime(Date.now() + ms);
	await sandbox.clock.advance(Date.now() - sandbox.clock.now());
}

const shop = () => createNodeStubs({ 'Put on hold': () => ({ _links: order('1')._links }), 'Write status': () => ({ _links: order('1')._links }) });

test('a paid order is booked once, however often the shop sends it', async () => {
	const { stubFor, calls } = shop();
	for (let attempt = 0; attempt < 3; attempt += 1) {
		const run = await n8n.runFile(file, 'Order changed', [order('1042')], stubFor);
		expect([run.status, run.error]).toEqual(['success', undefined]);
	}
	expect(calls).toEqual([]);
	expect(sandbox.cyke.deliveries).toHaveLength(1);
	expect(sandbox.cyke.deliveries[0]).toMatchObject({ clientOrderReference: 'WC-1042' });
});

test('an order that is not paid, or is collected, is left alone', async () => {
	const { stubFor } = shop();
	const pickupOrder = { ...order('3'), shipping_lines: order('3').shipping_lines.map((line) => ({ ...line, method_id: 'local_pickup' })) };
	const run = await n8n.runFile(file, 'Order changed', [{ ...order('2'), status: 'pending' }, pickupOrder, { ...order('4'), shipping_lines: [] }], stubFor);
	expect(run.status).toBe('success');
	expect(sandbox.cyke.deliveries).toHaveLength(0);
});

test('without a shipping address it goes to the billing address', async () => {
	const { stubFor } = shop();
	const bare = { ...order('5'), shipping: { ...order('5').shipping, first_name: '', last_name: '', company: '', address_1: '', address_2: '', city: '', postcode: '' } };
	const run = await n8n.runFile(file, 'Order changed', [bare], stubFor);
	expect(run.outputs['Book courier']?.[0]?.[0]?.json).toMatchObject({ outcome: 'created', dropoff: { name: 'Inès Haddad', street: '41 rue de Lancry', postalCode: '75010', city: 'Paris' } });
});

test('what cannot be booked puts its order on hold with the reason; the others are booked', async () => {
	const { stubFor, calls } = shop();
	const slotless = { ...order('6'), meta_data: [] };
	const run = await n8n.runFile(file, 'Order changed', [order('7'), slotless, order('8')], stubFor);
	expect(run.status).toBe('success');
	expect(sandbox.cyke.deliveries.map(({ clientOrderReference }) => clientOrderReference).sort()).toEqual(['WC-7', 'WC-8']);
	expect(calls).toEqual([
		{ node: 'Put on hold', fields: expect.objectContaining({ operation: 'update', orderId: 6, updateFields: { status: 'on-hold' } }) },
		{
			node: 'Note why',
			fields: expect.objectContaining({
				url: 'https://shop.example.org/wp-json/wc/v3/orders/1042/notes',
				bodyParameters: { parameters: [{ name: 'note', value: expect.stringMatching(/^No courier is booked\. .*Slot Start/) }] },
			}),
		},
	]);
});

test('every new status comes back to the order, and the end of the delivery ends the order', async () => {
	const trigger = file.nodes.find(({ name }) => name === 'Delivery moved');
	const poller = n8n.poller({ type: `${PACKAGE}.cykeTrigger`, name: 'Delivery moved', parameters: trigger?.parameters });
	await poller.poll();
	await n8n.runFile(file, 'Order changed', [order('1042')], shop().stubFor);
	await wait(33 * HOUR);
	const { stubFor, calls } = shop();
	for (let step = 0; step < 4; step += 1) {
		sandbox.couriers.step('cyke');
		await wait(60_000);
		const items: IDataObject[] = [...(await poller.poll()).map(({ json }) => json), { id: '9', reference: null, status: 'delivered' }];
		const run = await n8n.runFile(file, 'Delivery moved', items, stubFor);
		expect([run.status, run.error]).toEqual(['success', undefined]);
	}
	const statusUpdates = calls.filter(({ node }) => node === 'Write status').map(({ fields }) => [fields.orderId, fields.updateFields, fields.metadataUi]);
	const expectedUpdate = (status: string, shopStatus = '') => ['1042', { status: shopStatus }, { metadataValues: [{ key: 'cyke_status', value: status }] }];
	expect(statusUpdates[0]).toEqual(expectedUpdate('scheduled'));
	expect(statusUpdates.slice(1, -1)).toEqual(statusUpdates.slice(1, -1).map(() => expectedUpdate('picked_up')));
	expect(statusUpdates.at(-1)).toEqual(expectedUpdate('delivered', 'completed'));
	const notes = calls.filter(({ node }) => node === 'Note status').map(({ fields }) => JSON.stringify(fields.bodyParameters));
	expect(notes.at(-1)).toMatch(/Cyke delivery \d+: delivered/);
});
