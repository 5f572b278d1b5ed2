import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { order } from '../../sandbox/demo/orders/order';
import { createN8n, PACKAGE, type N8n } from '../../sandbox/hosts/n8n';
import { useSwiftClock } from '../n8n/swift-clock';
import { workflowFile } from './files';
import { standIns } from './stand-ins';

useSwiftClock();

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

const shop = () => standIns({ 'Put on hold': () => ({ _links: order('1')._links }), 'Write status': () => ({ _links: order('1')._links }) });

test('a paid order is booked once, however often the shop tells of it', async () => {
	const { make, taken } = shop();
	for (let told = 0; told < 3; told += 1) {
		const run = await n8n.runFile(file, 'Order changed', [order('1042')], make);
		expect([run.status, run.error]).toEqual(['success', undefined]);
	}
	expect(taken).toEqual([]);
	expect(sandbox.cyke.deliveries).toHaveLength(1);
	expect(sandbox.cyke.deliveries[0]).toMatchObject({ clientOrderReference: 'WC-1042' });
});

test('an order that is not paid, or is collected, is left alone', async () => {
	const { make } = shop();
	const collected = { ...order('3'), shipping_lines: order('3').shipping_lines.map((line) => ({ ...line, method_id: 'local_pickup' })) };
	const run = await n8n.runFile(file, 'Order changed', [{ ...order('2'), status: 'pending' }, collected, { ...order('4'), shipping_lines: [] }], make);
	expect(run.status).toBe('success');
	expect(sandbox.cyke.deliveries).toHaveLength(0);
});

test('without a shipping address it goes to the billing address', async () => {
	const { make } = shop();
	const bare = { ...order('5'), shipping: { ...order('5').shipping, first_name: '', last_name: '', company: '', address_1: '', address_2: '', city: '', postcode: '' } };
	const run = await n8n.runFile(file, 'Order changed', [bare], make);
	expect(run.outputs['Book courier']?.[0]?.[0]?.json).toMatchObject({ outcome: 'created', dropoff: { name: 'Inès Haddad', street: '41 rue de Lancry', postalCode: '75010', city: 'Paris' } });
});

test('what cannot be booked puts its order on hold and says why; the others are booked', async () => {
	const { make, taken } = shop();
	const slotless = { ...order('6'), meta_data: [] };
	const run = await n8n.runFile(file, 'Order changed', [order('7'), slotless, order('8')], make);
	expect(run.status).toBe('success');
	expect(sandbox.cyke.deliveries.map(({ clientOrderReference }) => clientOrderReference).sort()).toEqual(['WC-7', 'WC-8']);
	expect(taken).toEqual([
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
	await n8n.runFile(file, 'Order changed', [order('1042')], shop().make);
	await wait(33 * HOUR);
	const { make, taken } = shop();
	for (let step = 0; step < 4; step += 1) {
		sandbox.couriers.step('cyke');
		await wait(60_000);
		const moved: IDataObject[] = [...(await poller.poll()).map(({ json }) => json), { id: '9', reference: null, status: 'delivered' }];
		const run = await n8n.runFile(file, 'Delivery moved', moved, make);
		expect([run.status, run.error]).toEqual(['success', undefined]);
	}
	const written = taken.filter(({ node }) => node === 'Write status').map(({ fields }) => [fields.orderId, fields.updateFields, fields.metadataUi]);
	const said = (status: string, shopStatus = '') => ['1042', { status: shopStatus }, { metadataValues: [{ key: 'cyke_status', value: status }] }];
	expect(written[0]).toEqual(said('scheduled'));
	expect(written.slice(1, -1)).toEqual(written.slice(1, -1).map(() => said('picked_up')));
	expect(written.at(-1)).toEqual(said('delivered', 'completed'));
	const notes = taken.filter(({ node }) => node === 'Note status').map(({ fields }) => JSON.stringify(fields.bodyParameters));
	expect(notes.at(-1)).toMatch(/Cyke delivery \d+: delivered/);
});
