import { createSandbox, type PostInit, type Sandbox } from '../../sandbox/carriers';
import { bodyOf } from './response-bodies';
import { address, cubyn, OTHER_ACCOUNT_KEY, KEY, createCubynParcel, SECOND_KEY } from './cubyn-client';

interface Body {
	event?: string;
	key?: string;
	parcel?: Record<string, unknown>;
	sku?: string;
	warehouse?: string;
	reference?: string;
}

const MINUTE = 60_000;
const URL_ = 'https://hooks.example/cubyn';
let sandbox: Sandbox;
let receive: (url: string, init: PostInit) => Promise<{ status: number }>;
let calls: { url: string; init: PostInit; at: number; body: Body }[];

beforeEach(() => {
	calls = [];
	receive = async () => ({ status: 200 });
	sandbox = createSandbox({
		workTimeoutMs: 20,
		post: (url, init) => {
			calls.push({ url, init, at: sandbox.clock.now(), body: bodyOf<Body>(init.body) });
			return receive(url, init);
		},
	});
});

const PARCEL_EVENTS = [
	'parcel:deleted',
	'parcel:cancelled',
	'parcel:picked',
	'parcel:shipped',
	'parcel:carrier-status:changed',
] as const;

test('a parcel on its way sends an event for each step, with the key in the body and nothing in the headers', async () => {
	sandbox.cubyn.webhooks.register({ url: URL_, events: PARCEL_EVENTS });
	await createCubynParcel(sandbox);
	sandbox.couriers.start({ carrier: 'cubyn' });
	await sandbox.clock.advance(10 * MINUTE);
	expect(calls.map(({ body }) => [body.event, body.parcel?.status])).toEqual([
		['parcel:picked', 'PICKED'],
		['parcel:shipped', 'SHIPPED'],
		['parcel:carrier-status:changed', 'CARRIER_IN_TRANSIT'],
		['parcel:carrier-status:changed', 'CARRIER_OUT_FOR_DELIVERY'],
		['parcel:carrier-status:changed', 'CARRIER_DELIVERED'],
	]);
	expect(calls[0]?.init.headers).toEqual({ 'content-type': 'application/json' });
	expect(calls.every(({ body }) => body.key === KEY)).toBe(true);
});

test('the documented event, with the keys of the sample', async () => {
	sandbox.cubyn.webhooks.register({ url: URL_, events: ['parcel:shipped'] });
	const id = await createCubynParcel(sandbox, {
		customsCategory: 'COMMERCIAL',
		customsDescription: 'produit cosmétique',
		customsHsCode: '33049900',
		customsOriginCountry: 'France',
		email: 'val.sorna@gmail.com',
		insurance: 93.06,
		organizationName: 'WOLFRNR & CO',
		phone: '0623333450',
		deliveryMode: 'relay',
		relayPickupRef: 'TR456754',
		value: 92,
	});
	await sandbox.clock.advance(5_000);
	sandbox.cubyn.step(id);
	sandbox.cubyn.step(id);
	await sandbox.clock.advance(0);
	const documented =
		'address aside barcode batchId cancellationStatus carrier carrierTrackingId createdAt customsCategory customsDescription customsHsCode customsOriginCountry ' +
		'deliveryMode deliverySaturday deliverySigned email firstName id insurance isAdvalorem isAnonymized isRemoval isStorage items label lastName objectCount ' +
		'orderRef originalValue organizationName phone pickedAt qrCode relayPickupRef selfReturnActivated shipperId status trackingId type updatedAt ' +
		'validationStatus value viaApplicationId volumetricWeight warehouseId weight';
	expect(Object.keys(calls[0]?.body.parcel ?? {}).sort()).toEqual(documented.split(' ').sort());
	expect(calls[0]?.body.parcel).toMatchObject({
		id,
		status: 'SHIPPED',
		carrier: expect.stringMatching(/^carrier-/),
		value: '92',
		originalValue: '92',
		customsOriginCountry: 'FR',
		address: { ...address, country: 'FR' },
		items: [
			{ count: 1, reference: 'product_name' },
			{ count: 2, reference: 'product_name_2' },
		],
	});
});

test('a legacy account gets less, and the country as it was sent', async () => {
	sandbox.cubyn.webhooks.register({ url: URL_, events: ['parcel:picked'] });
	const { json } = await cubyn(sandbox, 'POST', '/v2/parcels', {
		firstName: 'Sophie',
		lastName: 'Martin',
		address,
		objectCount: 2,
		items: [{ name: 'iPhone 7', count: '2', value: '600' }],
	});
	sandbox.cubyn.setStatus(json.id, 'PICKED');
	await sandbox.clock.advance(0);
	const at = '2026-11-23T08:00:00.000Z';
	expect(calls[0]?.body).toEqual({
		event: 'parcel:picked',
		key: KEY,
		parcel: {
			id: json.id,
			label: 'iPhone 7',
			status: 'PICKED',
			address,
			firstName: 'Sophie',
			lastName: 'Martin',
			deliveryMode: 'standard',
			objectCount: 2,
			insurance: 250,
			createdAt: at,
			updatedAt: at,
		},
	});
});

test('parcel events go to the application that made the parcel, stock events to all of the merchant', async () => {
	sandbox.cubyn.webhooks.register({ url: `${URL_}/1` });
	sandbox.cubyn.webhooks.register({ url: `${URL_}/2`, application: SECOND_KEY });
	sandbox.cubyn.webhooks.register({ url: `${URL_}/3`, application: OTHER_ACCOUNT_KEY });
	const id = await createCubynParcel(
		sandbox,
		{ items: [{ reference: 'product_name', count: 1 }] },
		{ 'x-application': SECOND_KEY },
	);
	await sandbox.clock.advance(5_000);
	const received = calls.map(({ url, body }) => [url.at(-1), body.warehouse ?? body.reference]);
	expect(received).toEqual([
		['1', 'TOTAL'],
		['1', 'FR'],
		['1', 'product_name'],
		['2', 'TOTAL'],
		['2', 'FR'],
		['2', 'product_name'],
	]);
	calls.length = 0;
	sandbox.cubyn.step(id);
	await sandbox.clock.advance(0);
	expect(calls).toMatchObject([{ url: `${URL_}/2`, body: { event: 'parcel:picked', key: SECOND_KEY } }]);
});

test('the documented stock events: flat or as a product, without event and key', async () => {
	sandbox.cubyn.webhooks.register({ url: URL_, events: ['stock:updated', 'product.stock.updated'] });
	await createCubynParcel(sandbox, { items: [{ reference: 'iphone-XR', count: 7 }] });
	await sandbox.clock.advance(5_000);
	const common = { sku: 'iphone-XR', ownerId: 369502585, applicationId: 488978068 };
	const product = await cubyn<object[]>(sandbox, 'GET', '/v3/inventory/products?reference=iphone-XR');
	expect(calls.map(({ body }) => body)).toEqual([
		{ ...common, reserved: 7, available: 3, warehouse: 'TOTAL' },
		{ ...common, reserved: 6, available: 0, warehouse: 'FR' },
		{ ...common, reserved: 1, available: 3, warehouse: 'ES' },
		product.json[0],
	]);
});

test('tried again after 1, 2 and 4 minutes, where the answer is 500', async () => {
	sandbox.cubyn.webhooks.register({ url: URL_, events: ['parcel:picked'] });
	receive = async () => ({ status: 500 });
	const id = await createCubynParcel(sandbox);
	const start = sandbox.clock.now();
	sandbox.cubyn.setStatus(id, 'PICKED');
	await sandbox.clock.advance(60 * MINUTE);
	expect(calls.map(({ at }) => (at - start) / MINUTE)).toEqual([0, 1, 3, 7]);
	expect(new Set(calls.map(({ init }) => init.body)).size).toBe(1);
});

test.each([
	['404', async () => ({ status: 404 }), 404],
	['401', async () => ({ status: 401 }), 401],
	['502', async () => ({ status: 502 }), 502],
	['nothing', () => Promise.reject(new Error('ECONNREFUSED')), 'unreachable'],
	['silence', () => new Promise<never>(() => undefined), 'timeout'],
])(
	'a receiver that answers %s is not tried again, unless the sandbox is configured to',
	async (_, receiver, outcome) => {
		sandbox.cubyn.webhooks.register({ url: URL_, events: ['parcel:picked'] });
		receive = receiver;
		sandbox.cubyn.setStatus(await createCubynParcel(sandbox), 'PICKED');
		await sandbox.clock.advance(10 * MINUTE);
		expect(sandbox.cubyn.webhooks.attempts.map((attempt) => attempt.outcome)).toEqual([outcome]);
		sandbox.cubyn.settings.retryOn = 'any failure';
		sandbox.cubyn.setStatus(await createCubynParcel(sandbox), 'PICKED');
		await sandbox.clock.advance(10 * MINUTE);
		expect(calls).toHaveLength(typeof outcome === 'number' && outcome < 500 ? 2 : 5);
	},
);

test('on demand: repeated, held back, turned round, tried out, removed', async () => {
	const webhook = sandbox.cubyn.webhooks.register({ url: URL_, events: PARCEL_EVENTS });
	const id = await createCubynParcel(sandbox);
	sandbox.cubyn.webhooks.hold();
	sandbox.cubyn.setStatus(id, 'PICKED');
	sandbox.cubyn.setStatus(id, 'SHIPPED');
	await sandbox.clock.advance(0);
	expect(calls).toEqual([]);
	sandbox.cubyn.webhooks.release('reversed');
	await sandbox.clock.advance(0);
	expect(calls.map(({ body }) => body.event)).toEqual(['parcel:shipped', 'parcel:picked']);
	sandbox.cubyn.webhooks.repeat();
	await sandbox.clock.advance(0);
	expect(calls[2]?.body).toEqual(calls[0]?.body);
	sandbox.cubyn.webhooks.sendTest('parcel:carrier-status:changed', {
		id: '7',
		orderRef: 'R7',
		status: 'CARRIER_DELIVERED',
	});
	await sandbox.clock.advance(0);
	expect(calls[3]?.body).toEqual({
		key: KEY,
		event: 'parcel:carrier-status:changed',
		parcel: { id: '7', orderRef: 'R7', status: 'CARRIER_DELIVERED' },
	});
	sandbox.cubyn.webhooks.remove(webhook);
	sandbox.cubyn.setStatus(id, 'CARRIER_IN_TRANSIT');
	await sandbox.clock.advance(0);
	expect(calls).toHaveLength(4);
	expect(() => sandbox.cubyn.webhooks.register({ url: 'no address' })).toThrow(/address/);
});

test('an application has one address: the next takes its place', async () => {
	sandbox.cubyn.webhooks.register({ url: `${URL_}/old` });
	sandbox.cubyn.webhooks.register({ url: `${URL_}/new` });
	expect(sandbox.cubyn.webhooks.registered).toMatchObject([{ url: `${URL_}/new` }]);
});
