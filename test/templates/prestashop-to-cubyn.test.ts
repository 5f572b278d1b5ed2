import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE, type N8n } from '../../sandbox/hosts/n8n';
import { useInstantClock } from '../n8n/instant-clock';
import { workflowFile } from './files';
import { createNodeStubs } from './node-stubs';

useInstantClock();

const file = workflowFile('prestashop-order-to-cubyn');
let sandbox: Sandbox;
let n8n: N8n;

beforeEach(async () => {
	sandbox = createSandbox({ seed: 'templates', startAt: Date.now() });
	const { urls } = await sandbox.listen();
	n8n = await createN8n({ credentials: { cubynApi: { environment: 'other', base_url: urls.cubyn, application_key: 'CubynSandboxKey0001', api_key: 'CubynSandboxKey0001' } } });
});
afterEach(async () => await sandbox.close());

const order = (id: number, rows: readonly IDataObject[]): IDataObject => ({ id, reference: `REF${id}`, id_address_delivery: '11', id_customer: '5', current_state: '2', associations: { order_rows: rows } });
const row = (sku: string, quantity: string): IDataObject => ({ id: '1', product_id: '7', product_name: 'Mug', product_reference: sku, product_quantity: quantity });

/** A shop in which these orders are paid. `state` is its state for a requested order. */
function shop(orders: readonly IDataObject[], overrides: { address1?: string; state?: string } = {}) {
	const { address1 = '12 rue de la République', state = '3' } = overrides;
	return createNodeStubs({
		'Paid orders': () => (orders.length === 0 ? {} : { orders: [...orders] }),
		Address: () => ({ address: { id_country: '8', firstname: 'Sophie', lastname: 'Martin', company: '', address1, address2: '', postcode: '69002', city: 'Lyon', other: 'Code 1234', phone: '0472000000', phone_mobile: '' } }),
		Country: () => ({ country: { iso_code: 'FR' } }),
		Customer: () => ({ customer: { email: 'sophie@example.org' } }),
		// What n8n's own step gives is the shop's answer, never the error that came in.
		'Set aside': () => ({}),
		'Its order': () => ({ order: { id: 301, current_state: state } }),
	});
}

async function runWorkflow({ stubFor }: ReturnType<typeof shop>): Promise<void> {
	const run = await n8n.runFile(file, 'Every ten minutes', [{}], stubFor);
	expect([run.status, run.error]).toEqual(['success', undefined]);
}

const histories = (calls: ReturnType<typeof shop>['calls']) => calls.filter(({ fields }) => String(fields.url).endsWith('/api/order_histories')).map(({ node, fields }) => [node, fields.body]);
const history = (id: number, state: number) => `<prestashop><order_history><id_order>${id}</id_order><id_order_state>${state}</id_order_state></order_history></prestashop>`;

test('a paid order becomes one parcel with its lines, however often it is polled', async () => {
	const paid = shop([order(301, [row('product_1', '2'), row('product_2', '1')]), order(302, [row('product_1', '1')])]);
	await runWorkflow(paid);
	await runWorkflow(paid);
	expect(sandbox.cubyn.parcels.map(({ input }) => [input.orderRef, input.items])).toEqual([
		['PS-301', [expect.objectContaining({ reference: 'product_1', count: 2 }), expect.objectContaining({ reference: 'product_2', count: 1 })]],
		['PS-302', [expect.objectContaining({ reference: 'product_1', count: 1 })]],
	]);
	expect(sandbox.cubyn.parcels[0]?.input).toMatchObject({ firstName: 'Sophie', lastName: 'Martin', email: 'sophie@example.org', phone: expect.stringContaining('472000000'), address: { line1: '12 rue de la République', zip: '69002', city: 'Lyon', country: 'France', additionalInformation: 'Code 1234' } });
	expect(histories(paid.calls).slice(0, 2)).toEqual([
		['Mark in preparation', history(301, 3)],
		['Mark in preparation', history(302, 3)],
	]);
});

test('nothing is done where nothing is paid', async () => {
	const quiet = shop([]);
	await runWorkflow(quiet);
	expect(quiet.calls.map(({ node }) => node)).toEqual(['Paid orders']);
	expect(sandbox.cubyn.parcels).toHaveLength(0);
});

test('what cannot be sent is set aside, and an e-mail gives the reason', async () => {
	const wrong = shop([order(303, [row('product_1', '1')])], { address1: '' });
	await runWorkflow(wrong);
	expect(sandbox.cubyn.parcels).toHaveLength(0);
	expect(histories(wrong.calls)).toEqual([['Set aside', history(303, 9)]]);
	expect(wrong.calls.at(-1)).toMatchObject({ node: 'Tell the shop', fields: { subject: 'Order REF303: no parcel', text: expect.stringMatching(/number 303\) is set aside.*Street/) } });
});

test('the shop hears of its own parcels, and of each state once', async () => {
	const trigger = file.nodes.find(({ name }) => name === 'Parcel moved');
	const poller = n8n.poller({ type: `${PACKAGE}.cubynTrigger`, name: 'Parcel moved', parameters: trigger?.parameters });
	await poller.poll();
	await runWorkflow(shop([order(301, [row('product_1', '2')])]));
	const [parcel] = sandbox.cubyn.parcels;
	const writtenStates: unknown[] = [];
	let state = '3';
	for (const status of ['PICKED', 'SHIPPED', 'CARRIER_IN_TRANSIT', 'CARRIER_DELIVERED'] as const) {
		sandbox.cubyn.setStatus(parcel?.id ?? 0, status, { force: true });
		jest.setSystemTime(Date.now() + 60_000);
		await sandbox.clock.advance(60_000);
		const stubs = shop([], { state });
		const items: IDataObject[] = [...(await poller.poll()).map(({ json }) => json), { id: '9', reference: 'WC-9', status: 'delivered' }];
		const run = await n8n.runFile(file, 'Parcel moved', items, stubs.stubFor);
		expect([run.status, run.error]).toEqual(['success', undefined]);
		const updates = histories(stubs.calls);
		writtenStates.push(...updates.map(([, body]) => body));
		state = updates.length > 0 ? String(/state>(\d+)</.exec(String(updates.at(-1)?.[1]))?.[1]) : state;
	}
	expect(writtenStates).toEqual([history(301, 4), history(301, 5)]);
});
