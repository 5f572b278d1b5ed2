import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createZapier, type ZapierHost } from '../../sandbox/hosts/zapier';
import { carrierById } from '../../shared/registry';
import type { AppKind } from '../../zapier/src/app';
import { clock } from '../../zapier/src/ports';
import { appFor, authDataFor } from './run-on-zapier';

const NOW = '2026-11-24T10:00:00.000+01:00';

const fake = ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate'] as const;

let sandbox: Sandbox;
let urls: Readonly<Record<string, string>>;
const open: ZapierHost[] = [];

beforeEach(async () => {
	jest.useFakeTimers({
		now: Date.parse(NOW),
		advanceTimers: true,
		doNotFake: [...fake, 'hrtime', 'nextTick', 'performance', 'queueMicrotask'],
	});
	sandbox = createSandbox({ startAt: NOW });
	({ urls } = await sandbox.listen());
});
afterEach(async () => {
	for (const host of open.splice(0)) await host.close();
	await sandbox.close();
	jest.restoreAllMocks();
	jest.useRealTimers();
});

const accounts: Readonly<Record<string, Record<string, string>>> = {
	cyke: { email: 'shop@sandbox.example', token: 'CykeSandboxToken0001' },
	deliverit: { username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' },
};

async function hostOf(id: string, kind: AppKind): Promise<ZapierHost> {
	const carrier = carrierById(id);
	const shared = kind === 'all';
	const account = Object.entries(accounts[id] ?? {}).map(([key, value]) => [shared ? `${id}_${key}` : key, value]);
	const authData = { ...authDataFor(carrier, kind, urls[id] ?? ''), ...Object.fromEntries(account) };
	const host = await createZapier(appFor(carrier, kind), { authData });
	open.push(host);
	return host;
}

/** As Zapier's WooCommerce trigger fills the form in. */
const woo = {
	shop: 'woocommerce',
	fields_order_number: '612',
	fields_status: 'processing',
	fields_total: '24.00',
	fields_currency: 'EUR',
	fields_email: 'nora@example.org',
	fields_shipping_first_name: 'Nora',
	fields_shipping_last_name: 'Petit',
	fields_shipping_street: '3 rue Oberkampf',
	fields_shipping_postal_code: '75011',
	fields_shipping_city: 'Paris',
	fields_shipping_country: 'FR',
	fields_billing_phone: '06 11 22 33 44',
	fields_shipping_method: 'Vélo',
	fields_items: [{ fields_items_name: 'Savon', fields_items_sku: 'S1', fields_items_quantity: '2' }],
	fields_added: [
		{ fields_added_key: 'jckwds_date_ymd', fields_added_value: '20261125' },
		{ fields_added_key: 'jckwds_timeslot', fields_added_value: '14:00 - 16:00' },
	],
	parcels_weight_kg: '5',
	parcels_volume_dm3: '20',
};

/** As Zapier's Shopify trigger fills the form in. */
const shopify = {
	shop: 'shopify',
	fields_order_number: '#7001',
	fields_payment_status: 'paid',
	fields_shipping_first_name: 'Freja',
	fields_shipping_last_name: 'Holm',
	fields_shipping_street: 'Vestergade 10',
	fields_shipping_postal_code: '5000',
	fields_shipping_city: 'Odense C',
	fields_shipping_country: 'DK',
	fields_shipping_phone: '12 34 56 78',
	fields_latitude: '55.3957969',
	fields_longitude: '10.3912053',
	fields_shipping_method: 'Local delivery',
	fields_items: [{ fields_items_name: 'Kage', fields_items_quantity: '1', fields_items_price: '249' }],
	fields_added: [
		{ fields_added_key: 'Delivery Date', fields_added_value: '2026-11-28' },
		{ fields_added_key: 'Delivery Time', fields_added_value: '17:00' },
	],
};

test("a carrier's own app books a mapped order once", async () => {
	const host = await hostOf('cyke', 'single');
	await expect(host.create('book_shop_order', woo)).resolves.toMatchObject({
		outcome: 'booked',
		reference: 'WC-612',
		dropoff: { name: 'Nora Petit', slotStart: '2026-11-25T14:00:00.000+01:00' },
	});
	await expect(host.create('book_shop_order', woo)).resolves.toMatchObject({ outcome: 'found' });
	expect(sandbox.cyke.deliveries).toHaveLength(1);
});

test('in the app of all carriers the connection decides', async () => {
	const cyke = await hostOf('cyke', 'all');
	const deliverit = await hostOf('deliverit', 'all');
	await expect(cyke.create('book_shop_order', woo)).resolves.toMatchObject({ carrier: 'cyke', outcome: 'booked' });
	await expect(deliverit.create('book_shop_order', shopify)).resolves.toMatchObject({
		carrier: 'deliverit',
		outcome: 'booked',
		requestedTime: '2026-11-28T17:00:00.000+01:00',
	});
});

test.each([
	[{ fields_status: 'cancelled' }, 'cancelled'],
	[{ fields_status: 'pending' }, 'not_paid'],
	[{ fields_shipping_method_code: 'local_pickup' }, 'collected'],
])('an order with %j is left out', async (change, leftOut) => {
	const host = await hostOf('cyke', 'all');
	await expect(host.create('book_shop_order', { ...woo, ...change })).resolves.toMatchObject({
		outcome: 'left_out',
		leftOut,
	});
	expect(sandbox.cyke.deliveries).toHaveLength(0);
});

test('columns of texts are the lines that they were', async () => {
	const host = await hostOf('cyke', 'all');
	const columns = {
		...woo,
		fields_items: undefined,
		fields_items_name: 'Savon, lavande,Bougie',
		fields_items_quantity: '2,1',
		fields_added: undefined,
		fields_added_key: 'jckwds_date_ymd,jckwds_timeslot',
		fields_added_value: '20261125,14:00 - 16:00',
	};
	const [found] = await host.search('find_shop_order_problems', columns);
	expect(found).toMatchObject({
		outcome: 'ready',
		goods: [
			{ name: 'Savon, lavande', quantity: 2 },
			{ name: 'Bougie', quantity: 1 },
		],
	});
});

test('every problem is found at once, and nothing is booked', async () => {
	const host = await hostOf('cyke', 'all');
	const [found] = await host.search('find_shop_order_problems', {
		...woo,
		fields_billing_phone: 'call me',
		fields_added: [{ fields_added_key: 'jckwds_timeslot', fields_added_value: 'soon' }],
	});
	expect(found).toMatchObject({ outcome: 'problems' });
	const problems = JSON.stringify(found);
	for (const text of ['call me', 'soon']) expect(problems).toContain(text);
	expect(sandbox.cyke.deliveries).toHaveLength(0);
});

test('updates of the shop are requests that a later step sends', async () => {
	const host = await hostOf('cyke', 'single');
	await expect(
		host.create('prepare_update_shop_order', {
			shop: 'woocommerce',
			fields_order_number: '612',
			fields_status: 'processing',
			news_delivery: '86',
			news_reference: 'WC-612',
			news_status: 'created',
			news_outcome: 'booked',
		}),
	).resolves.toMatchObject({
		requests: [{ outcome: 'send', purpose: 'note', path: '/wp-json/wc/v3/orders/612/notes' }, { purpose: 'status' }],
	});
});

test('07 a booking whose answer is lost is noted in the shop as not known, and is found later', async () => {
	let isLost = false;
	sandbox.faults.use({
		next: ({ route }) => {
			if (route === 'deliveries.create' && !isLost) {
				isLost = true;
				return { kind: 'reset', phase: 'after' };
			}
			return isLost ? { kind: 'status', status: 503, phase: 'before' } : undefined;
		},
	});
	// The seconds in which the step looks the booking up again pass at once.
	jest.spyOn(clock, 'sleep').mockImplementation(async (ms) => {
		jest.setSystemTime(Date.now() + ms);
		await Promise.resolve();
	});
	const host = await hostOf('cyke', 'all');
	const order = { ...woo, fields_order_number: '701' };
	const error = await host.create('book_shop_order', order).then(
		() => '',
		(thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
	);
	expect(error).toContain('WC-701');
	expect(error).not.toMatch(/no courier|nothing was booked/i);
	// What an error path of a Zap maps: the message, and fields of the order's trigger.
	const update = await host.create('prepare_update_shop_order', {
		shop: 'woocommerce',
		fields_order_number: '701',
		fields_status: 'processing',
		news_reference: 'WC-701',
		news_error: error,
	});
	const notes = JSON.stringify(update);
	expect(notes).toContain('not known whether a courier is booked. Look under WC-701');
	expect(notes).not.toMatch(/no courier/i);
	sandbox.faults.use(undefined);
	await expect(host.create('book_shop_order', order)).resolves.toMatchObject({ outcome: 'found' });
	expect(sandbox.cyke.deliveries).toHaveLength(1);
});

test('orders are reconciled by their numbers', async () => {
	const host = await hostOf('cyke', 'single');
	await host.create('book_shop_order', woo);
	await expect(
		host.create('reconcile_shop_order', {
			shop: 'woocommerce',
			orders: [
				{ orders_order_number: '612', orders_status: 'processing' },
				{ orders_order_number: '613', orders_status: 'processing' },
				{ orders_order_number: '612', orders_status: 'cancelled' },
				{ orders_order_number: '614', orders_status: 'cancelled' },
			],
		}),
	).resolves.toMatchObject({
		findings: [
			{ id: 'WC-612', finding: 'booked' },
			{ id: 'WC-613', finding: 'missing' },
			{ id: 'WC-612', finding: 'to_cancel' },
			{ id: 'WC-614', finding: 'left_out' },
		],
	});
});
