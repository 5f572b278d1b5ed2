import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE, type N8n } from '../../sandbox/hosts/n8n';
import { useSwiftClock } from '../n8n/swift-clock';
import { workflowFile } from './files';
import { standIns } from './stand-ins';

useSwiftClock();

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

/** A shop in which these orders are paid; `state` is what it says of an order that is asked for. */
function shop(orders: readonly IDataObject[], more: { address1?: string; state?: string } = {}) {
	const { address1 = '12 rue de la République', state = '3' } = more;
	return standIns({
		'Paid orders': () => (orders.length === 0 ? {} : { orders: [...orders] }),
		Address: () => ({ address: { id_country: '8', firstname: 'Sophie', lastname: 'Martin', company: '', address1, address2: '', postcode: '69002', city: 'Lyon', other: 'Code 1234', phone: '0472000000', phone_mobile: '' } }),
		Country: () => ({ country: { iso_code: 'FR' } }),
		Customer: () => ({ customer: { email: 'sophie@example.org' } }),
		// What n8n's own step gives is the shop's answer, never the error that came in.
		'Set aside': () => ({}),
		'Its order': () => ({ order: { id: 301, current_state: state } }),
	});
}

async function look({ make }: ReturnType<typeof shop>): Promise<void> {
	const run = await n8n.runFile(file, 'Every ten minutes', [{}], make);
	expect([run.status, run.error]).toEqual(['success', undefined]);
}

const histories = (taken: ReturnType<typeof shop>['taken']) => taken.filter(({ fields }) => String(fields.url).endsWith('/api/order_histories')).map(({ node, fields }) => [node, fields.body]);
const history = (id: number, state: number) => `<prestashop><order_history><id_order>${id}</id_order><id_order_state>${state}</id_order_state></order_history></prestashop>`;

test('a paid order becomes one parcel with its lines, however often it is looked at', async () => {
	const paid = shop([order(301, [row('product_1', '2'), row('product_2', '1')]), order(302, [row('product_1', '1')])]);
	await look(paid);
	await look(paid);
	expect(sandbox.cubyn.parcels.map(({ given }) => [given.orderRef, given.items])).toEqual([
		['PS-301', [expect.objectContaining({ reference: 'product_1', count: 2 }), expect.objectContaining({ reference: 'product_2', count: 1 })]],
		['PS-302', [expect.objectContaining({ reference: 'product_1', count: 1 })]],
	]);
	expect(sandbox.cubyn.parcels[0]?.given).toMatchObject({ firstName: 'Sophie', lastName: 'Martin', email: 'sophie@example.org', phone: expect.stringContaining('472000000'), address: { line1: '12 rue de la République', zip: '69002', city: 'Lyon', country: 'France', additionalInformation: 'Code 1234' } });
	expect(histories(paid.taken).slice(0, 2)).toEqual([
		['Mark in preparation', history(301, 3)],
		['Mark in preparation', history(302, 3)],
	]);
});

test('nothing is done where nothing is paid', async () => {
	const quiet = shop([]);
	await look(quiet);
	expect(quiet.taken.map(({ node }) => node)).toEqual(['Paid orders']);
	expect(sandbox.cubyn.parcels).toHaveLength(0);
});

test('what cannot be sent is set aside, and a mail says why', async () => {
	const wrong = shop([order(303, [row('product_1', '1')])], { address1: '' });
	await look(wrong);
	expect(sandbox.cubyn.parcels).toHaveLength(0);
	expect(histories(wrong.taken)).toEqual([['Set aside', history(303, 9)]]);
	expect(wrong.taken.at(-1)).toMatchObject({ node: 'Tell the shop', fields: { subject: 'Order REF303: no parcel', text: expect.stringMatching(/number 303\) is set aside.*Street/) } });
});

test('the shop hears of its own parcels, and of each state once', async () => {
	const trigger = file.nodes.find(({ name }) => name === 'Parcel moved');
	const poller = n8n.poller({ type: `${PACKAGE}.cubynTrigger`, name: 'Parcel moved', parameters: trigger?.parameters });
	await poller.poll();
	await look(shop([order(301, [row('product_1', '2')])]));
	const [parcel] = sandbox.cubyn.parcels;
	const said: unknown[] = [];
	let state = '3';
	for (const status of ['PICKED', 'SHIPPED', 'CARRIER_IN_TRANSIT', 'CARRIER_DELIVERED'] as const) {
		sandbox.cubyn.setStatus(parcel?.id ?? 0, status, { force: true });
		jest.setSystemTime(Date.now() + 60_000);
		await sandbox.clock.advance(60_000);
		const told = shop([], { state });
		const moved: IDataObject[] = [...(await poller.poll()).map(({ json }) => json), { id: '9', reference: 'WC-9', status: 'delivered' }];
		const run = await n8n.runFile(file, 'Parcel moved', moved, told.make);
		expect([run.status, run.error]).toEqual(['success', undefined]);
		const written = histories(told.taken);
		said.push(...written.map(([, body]) => body));
		state = written.length > 0 ? String(/state>(\d+)</.exec(String(written.at(-1)?.[1]))?.[1]) : state;
	}
	expect(said).toEqual([history(301, 4), history(301, 5)]);
});
