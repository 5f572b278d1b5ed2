import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { ACCOUNT, DELIVERY, documented, errorFields, hubrise } from './hubrise-client';
import { MINUTE } from './cyke-deliverit-client';

const LONG = '/locations/3r4s3-1/orders/5dpm9/delivery';
const bare = { carrier: 'Vélo', status: 'pending' };
let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
	sandbox.hubrise.placeOrder(undefined, { id: '5dpm9' });
});

test.each([
	['a location token by the short path', DELIVERY, undefined],
	['a location token by the long path', LONG, undefined],
	['an account token by the long path', LONG, ACCOUNT],
])('%s creates, reads and updates', async (_, path, token) => {
	expect((await hubrise(sandbox, 'POST', path, bare, token)).status).toBe(200);
	expect((await hubrise(sandbox, 'PATCH', path, { ref: 'A1' }, token)).status).toBe(200);
	expect((await hubrise(sandbox, 'GET', path, undefined, token)).json).toMatchObject({ carrier: 'Vélo', ref: 'A1' });
	expect(sandbox.journal.find({ committed: true }).map(({ route }) => route)).toEqual([
		'delivery.create',
		'delivery.update',
	]);
});

test('carrier and status are enough; the rest is null', async () => {
	const { json } = await hubrise(sandbox, 'POST', DELIVERY, bare);
	const { id, order_id, location_id, carrier, status, ...rest } = json;
	expect([order_id, location_id, carrier, status]).toEqual(['5dpm9', '3r4s3-1', 'Vélo', 'pending']);
	expect(new Set(Object.values(rest))).toEqual(new Set([null]));
	expect(sandbox.hubrise.delivery('5dpm9')?.id).toBe(id);
});

test('one delivery an order', async () => {
	await hubrise(sandbox, 'POST', DELIVERY, documented);
	const again = await hubrise(sandbox, 'POST', DELIVERY, documented);
	expect(again.status).toBe(422);
	expect(again.json).toMatchObject({
		message: 'Validation failed',
		error_type: 'unprocessable_entity',
		errors: [{ field: 'base', message: expect.stringContaining('already') }],
	});
	expect(sandbox.hubrise.deliveries).toHaveLength(1);
});

test.each([['collection'], ['eat_in'], [undefined]])(
	'nothing is delivered for service type %s',
	async (service_type) => {
		const { id } = sandbox.hubrise.placeOrder({ status: 'new', ...(service_type && { service_type }) });
		const response = await hubrise(sandbox, 'POST', `/location/orders/${id}/delivery`, bare);
		expect([response.status, errorFields(response)]).toEqual([422, ['service_type']]);
	},
);

test.each(['GET', 'PATCH'])('%s without a delivery, or without an order, is not found', async (method) => {
	const body = method === 'GET' ? undefined : { ref: 'x' };
	for (const order of ['5dpm9', 'nosuch']) {
		const response = await hubrise(sandbox, method, `/location/orders/${order}/delivery`, body);
		expect([response.status, response.json.error_type]).toEqual([404, 'not_found']);
	}
	expect((await hubrise(sandbox, 'POST', '/location/orders/nosuch/delivery', bare)).status).toBe(404);
});

test('carrier, its code and the fee are fixed; the lenient setting leaves them as they were', async () => {
	await hubrise(sandbox, 'POST', DELIVERY, documented);
	const change = { carrier: 'DHL', carrier_ref: 'dhl', fee: '9.00 EUR', ref: 'new' };
	const response = await hubrise(sandbox, 'PATCH', DELIVERY, change);
	expect([response.status, errorFields(response)]).toEqual([422, ['carrier', 'carrier_ref', 'fee']]);
	sandbox.hubrise.settings.fixedFields = 'ignore';
	const { json } = await hubrise(sandbox, 'PATCH', DELIVERY, change);
	expect(json).toMatchObject({ carrier: 'UPS', carrier_ref: 'ups', fee: '4.50 EUR', ref: 'new' });
});

test.each([
	[{ carrier: '' }, 'carrier'],
	[{ carrier: undefined }, 'carrier'],
	[{ status: undefined }, 'status'],
	[{ status: 'failed' }, 'status'],
	[{ fee: 4.5 }, 'fee'],
	[{ fee: '4.5 EUR' }, 'fee'],
	[{ fee: '4.50' }, 'fee'],
	[{ driver_latitude: 48.856614 }, 'driver_latitude'],
	[{ driver_latitude: '48,8' }, 'driver_latitude'],
	[{ driver_latitude: '90.1' }, 'driver_latitude'],
	[{ driver_longitude: '-180.5' }, 'driver_longitude'],
	[{ estimated_pickup_at: '2023-01-01T12:00:00' }, 'estimated_pickup_at'],
	[{ estimated_dropoff_at: '2023-02-30T12:00:00+01:00' }, 'estimated_dropoff_at'],
	[{ delivered_at: 1672570800 }, 'delivered_at'],
	[{ driver_name: null }, 'driver_name'],
	[{ driver_email: 'a@b.example' }, 'driver_email'],
	[{ id: 'ez351' }, 'id'],
])('%j is refused by name', async (change, field) => {
	const response = await hubrise(sandbox, 'POST', DELIVERY, { ...documented, ...change });
	expect([response.status, errorFields(response)]).toEqual([422, [field]]);
	expect(sandbox.hubrise.deliveries).toHaveLength(0);
});

test('every problem is reported at once', async () => {
	const response = await hubrise(sandbox, 'POST', DELIVERY, { status: 'x', fee: 'y', colour: 'z' });
	expect(new Set(errorFields(response))).toEqual(new Set(['carrier', 'status', 'fee', 'colour']));
	expect(errorFields(await hubrise(sandbox, 'POST', DELIVERY, []))).toEqual(['base']);
});

test('times come back in the zone of the location, money may be negative', async () => {
	const { json } = await hubrise(sandbox, 'POST', DELIVERY, {
		...bare,
		fee: '-4.50 EUR',
		estimated_pickup_at: '2026-07-01T10:00:00Z',
		estimated_dropoff_at: '2026-07-01T10:30:00.500Z',
	});
	expect(json).toMatchObject({
		fee: '-4.50 EUR',
		estimated_pickup_at: '2026-07-01T12:00:00+02:00',
		estimated_dropoff_at: '2026-07-01T12:30:00+02:00',
	});
});

test('the automatic time comes with a create, not again with the same status, and again after another', async () => {
	const first = '2026-11-23T09:00:00+01:00';
	const { json } = await hubrise(sandbox, 'POST', DELIVERY, { ...bare, status: 'pickup_enroute' });
	expect(json.assigned_at).toBe(first);
	await sandbox.clock.advance(MINUTE);
	expect((await hubrise(sandbox, 'PATCH', DELIVERY, { status: 'pickup_enroute' })).json.assigned_at).toBe(first);
	await hubrise(sandbox, 'PATCH', DELIVERY, { status: 'delivered' });
	const movedBack = await hubrise(sandbox, 'PATCH', DELIVERY, { status: 'pickup_enroute' });
	expect(movedBack.json).toMatchObject({
		assigned_at: '2026-11-23T09:01:00+01:00',
		delivered_at: '2026-11-23T09:01:00+01:00',
	});
});

test('the link for the driver shows where it was given', async () => {
	const { json } = await hubrise(sandbox, 'POST', DELIVERY, { ...bare, driver_pickup_url: 'https://ride.example/p/1' });
	expect(json.driver_pickup_url).toBe('https://ride.example/p/1');
});

test('writes may be answered with nothing; the order stays as it is', async () => {
	sandbox.hubrise.settings.writeResponse = 'empty';
	const response = await hubrise(sandbox, 'POST', DELIVERY, bare);
	expect([response.status, response.text]).toEqual([200, '']);
	await hubrise(sandbox, 'PATCH', DELIVERY, { status: 'delivered' });
	expect(sandbox.hubrise.order('5dpm9')?.status).toBe('new');
});

test('look-ups lag behind, by setting and by fault; writes do not', async () => {
	sandbox.lookUpLag = 2000;
	await sandbox.clock.advance(5000);
	await hubrise(sandbox, 'POST', DELIVERY, bare);
	expect((await hubrise(sandbox, 'GET', DELIVERY)).status).toBe(404);
	expect((await hubrise(sandbox, 'PATCH', DELIVERY, { ref: 'A' })).status).toBe(200);
	await sandbox.clock.advance(2000);
	expect((await hubrise(sandbox, 'GET', DELIVERY)).json.ref).toBe('A');
	sandbox.faults.once({ route: 'delivery.read' }, { kind: 'lag', ms: 4000 });
	expect((await hubrise(sandbox, 'GET', DELIVERY)).status).toBe(404);
});

test('a booking stays although its response is lost', async () => {
	sandbox.faults.once({ carrier: 'hubrise', route: 'delivery.create' }, { kind: 'reset', phase: 'after' });
	await expect(hubrise(sandbox, 'POST', DELIVERY, bare)).rejects.toMatchObject({ code: 'ECONNRESET' });
	expect((await hubrise(sandbox, 'GET', DELIVERY)).json.carrier).toBe('Vélo');
});
