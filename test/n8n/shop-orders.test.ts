import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE, type N8n } from '../../sandbox/hosts/n8n';
import { danish, parcels, presta, shopify, slot, withPhone, woo } from '../shops/order-steps/orders';
import { useInstantClock } from './instant-clock';

useInstantClock();

let sandbox: Sandbox;
let n8n: N8n;

beforeEach(async () => {
	jest.setSystemTime(Date.parse('2026-11-24T10:00:00+01:00'));
	sandbox = createSandbox({ startAt: Date.now() });
	const { urls } = await sandbox.listen();
	const at = (url: string | undefined) => ({ environment: 'other', base_url: url ?? '' });
	n8n = await createN8n({
		credentials: {
			cykeApi: { ...at(urls.cyke), email: 'shop@sandbox.example', token: 'CykeSandboxToken0001' },
			cubynApi: { ...at(urls.cubyn), application_key: 'CubynSandboxKey0001' },
			deliverItApi: { ...at(urls.deliverit), username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' },
		},
	});
});
afterEach(async () => await sandbox.close());

const asItem = (json: unknown): IDataObject => JSON.parse(JSON.stringify(json));
const node = (type: string, operation: string, parameters: INodeParameters = {}) => ({
	type: `${PACKAGE}.${type}`,
	parameters: { resource: 'shopOrder', operation, ...parameters },
});
const cykeParcels: INodeParameters = { parcelsFields: { ...parcels, rule: 'one' } };

describe("a shop's order, straight from the trigger", () => {
	test('is booked with two fields touched, and found the second time', async () => {
		const items = [asItem(woo()), asItem(woo({ id: 613, number: '613' }))];
		const step = node('cyke', 'book', cykeParcels);
		const first = await n8n.run(items, step);
		expect(first.error).toBeUndefined();
		expect(first.items.map(({ json }) => [json.outcome, json.reference])).toEqual([
			['booked', 'WC-612'],
			['booked', 'WC-613'],
		]);
		const again = await n8n.run(items, step);
		expect(again.items.map(({ json }) => json.outcome)).toEqual(['found', 'found']);
		expect(sandbox.cyke.deliveries).toHaveLength(2);
	});

	test('is left out, refused or booked, each item on its own', async () => {
		const items = [
			woo({ shipping_lines: [{ method_id: 'pickup_location', method_title: 'Retrait' }] }),
			woo({ ...slot('ASAP'), number: '2' }),
			woo({ ...withPhone('0000000000'), number: '3' }),
			woo({ number: '4' }),
		];
		const run = await n8n.run(items.map(asItem), {
			...node('cyke', 'book', cykeParcels),
			onError: 'continueRegularOutput',
		});
		expect(run.items.map(({ json }) => json.outcome ?? json.error)).toEqual([
			'left_out',
			expect.stringContaining('ASAP")'),
			expect.stringContaining('0000000000'),
			'booked',
		]);
		expect(run.items[1]?.json).toMatchObject({
			details: { code: 'invalid_input', fields: [{ field: 'slot', message: expect.any(String) }] },
		});
	});

	test('is checked before it is booked, with the price where the carrier gives one', async () => {
		const run = await n8n.run([asItem(shopify())], node('deliverIt', 'check'));
		expect(run.items[0]?.json).toMatchObject({
			outcome: 'ready',
			summary: expect.stringContaining('can be booked'),
			price: { currency: 'DKK' },
			body: { firstname: 'Freja' },
		});
		expect(sandbox.deliverit.orders).toHaveLength(0);
	});

	test('is a parcel from the raw answers of PrestaShop', async () => {
		const run = await n8n.run([asItem(presta())], node('cubyn', 'book'));
		expect(run.items[0]?.json).toMatchObject({ outcome: 'booked', reference: 'PS-3801' });
	});

	test('goes to the shop again through field paths alone', async () => {
		const run = await n8n.run([asItem(woo())], node('cyke', 'book', cykeParcels), node('cyke', 'prepareUpdate'));
		expect(run.error).toBeUndefined();
		expect(run.items.map(({ json }) => [json.outcome, json.purpose])).toEqual([
			['send', 'note'],
			['send', 'status'],
		]);
	});

	test('is missing until it is booked', async () => {
		const missing = await n8n.run([asItem(woo())], node('cyke', 'reconcile'));
		expect(missing.items[0]?.json).toMatchObject({ finding: 'missing', orderNumber: '612' });
		await n8n.run([asItem(woo())], node('cyke', 'book', cykeParcels));
		const booked = await n8n.run([asItem(woo())], node('cyke', 'reconcile'));
		expect(booked.items[0]?.json).toMatchObject({ finding: 'booked' });
	});
});

describe('the node for any carrier', () => {
	const byCountry = "={{ $json.shipping_address ? 'deliverit' : 'cyke' }}";

	test('books each item at the carrier that an expression chooses', async () => {
		const run = await n8n.run(
			[asItem(woo()), asItem(shopify())],
			node('waybill', 'book', { carrier: byCountry, ...cykeParcels }),
		);
		expect(run.error).toBeUndefined();
		expect(run.items.map(({ json }) => [json.outcome, json.carrier])).toEqual([
			['booked', 'cyke'],
			['booked', 'deliverit'],
		]);
		expect([sandbox.cyke.deliveries.length, sandbox.deliverit.orders.length]).toEqual([1, 1]);
	});

	test('checks, reads and cancels by reference', async () => {
		const cyke = { carrier: 'cyke' };
		const check = await n8n.run([asItem(woo())], node('waybill', 'check', { ...cyke, ...cykeParcels }));
		expect(check.items[0]?.json).toMatchObject({ outcome: 'ready' });
		await n8n.run([asItem(woo())], node('waybill', 'book', { ...cyke, ...cykeParcels }));
		const get = await n8n.run([{}], node('waybill', 'get', { ...cyke, reference: 'WC-612' }));
		expect(get.items[0]?.json).toMatchObject({ reference: 'WC-612', carrier: 'cyke', status: 'created' });
		const cancelled = await n8n.run([{}], node('waybill', 'cancel', { ...cyke, reference: 'WC-612' }));
		expect(cancelled.error).toBeUndefined();
		expect(sandbox.cyke.deliveries[0]).toMatchObject({ status: 'cancelled' });
	});

	test('names the credential that an item lacks, and books the others', async () => {
		const run = await n8n.run([asItem(woo()), asItem(shopify(danish({})))], {
			...node('waybill', 'book', { carrier: byCountry, ...cykeParcels }),
			withoutCredentials: ['deliverItApi'],
			onError: 'continueRegularOutput',
		});
		expect(run.items[0]?.json).toMatchObject({ outcome: 'booked' });
		expect(run.items[1]?.json).toMatchObject({ error: expect.stringContaining('no DeliverIt credential') });
	});

	test('prepares updates of the order, and compares orders with bookings', async () => {
		const cyke = { carrier: 'cyke' };
		const missing = await n8n.run([asItem(woo())], node('waybill', 'reconcile', cyke));
		expect(missing.items[0]?.json).toMatchObject({ finding: 'missing' });
		const update = await n8n.run(
			[asItem(woo())],
			node('waybill', 'book', { ...cyke, ...cykeParcels }),
			node('waybill', 'prepareUpdate', { ...cyke, shop_address: 'https://shop.example.com' }),
		);
		expect(update.error).toBeUndefined();
		expect(update.items.map(({ json }) => json.purpose)).toEqual(['note', 'status']);
		const booked = await n8n.run([asItem(woo())], node('waybill', 'reconcile', cyke));
		expect(booked.items[0]?.json).toMatchObject({ finding: 'booked' });
	});

	test('says which carriers there are', async () => {
		const run = await n8n.run([asItem(woo())], node('waybill', 'book', { carrier: "={{ 'ups' }}" }));
		expect(run.error?.message).toMatch(/Carrier must be one of: .*cyke.*not "ups"/);
	});
});
