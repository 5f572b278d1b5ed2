import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { DELIVERY, documented, hubrise } from './hubrise-client';

// The examples of the documentation, in their own time.
let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox({ startAt: '2023-01-01T11:55:00+01:00' });
	sandbox.hubrise.placeOrder(undefined, { id: '5dpm9' });
});

const until = (time: string) => sandbox.clock.advance(new Date(time).getTime() - sandbox.clock.now());

test('the documented create, answered with the full resource', async () => {
	const response = await hubrise(sandbox, 'POST', DELIVERY, documented);
	expect(response.status).toBe(200);
	expect(response.json).toEqual({
		id: expect.stringMatching(/^[a-z0-9]{5}$/),
		order_id: '5dpm9',
		location_id: '3r4s3-1',
		...documented,
		assigned_at: null,
		pickup_at: null,
		delivered_at: null,
		cancelled_at: null,
	});
});

test('the documented read, key by key and in its order', async () => {
	const { json } = await hubrise(sandbox, 'POST', DELIVERY, documented);
	await until('2023-01-01T12:11:03+01:00');
	await hubrise(sandbox, 'PATCH', DELIVERY, { status: 'pickup_enroute' });
	await until('2023-01-01T12:16:00+01:00');
	await hubrise(sandbox, 'PATCH', DELIVERY, {
		status: 'pickup_waiting',
		estimated_pickup_at: '2023-01-01T12:17:00+01:00',
		estimated_dropoff_at: '2023-01-01T12:29:00+01:00',
		driver_latitude: '48.856702',
		driver_longitude: '2.35222',
	});
	const response = await hubrise(sandbox, 'GET', DELIVERY);
	expect(response.status).toBe(200);
	expect(response.text).toBe(
		JSON.stringify({
			id: json.id,
			order_id: '5dpm9',
			location_id: '3r4s3-1',
			carrier: 'UPS',
			carrier_ref: 'ups',
			ref: '1Z12345E0291980793',
			status: 'pickup_waiting',
			fee: '4.50 EUR',
			estimated_pickup_at: '2023-01-01T12:17:00+01:00',
			estimated_dropoff_at: '2023-01-01T12:29:00+01:00',
			tracking_url: 'https://www.ups.com/track?tracknum=1Z12345E0291980793',
			driver_name: 'John',
			driver_phone: '+33612345678',
			driver_phone_access_code: '1234',
			assigned_at: '2023-01-01T12:11:03+01:00',
			pickup_at: null,
			delivered_at: null,
			cancelled_at: null,
			driver_latitude: '48.856702',
			driver_longitude: '2.35222',
		}),
	);
});

test('the documented update of a position alone, precision kept', async () => {
	const { json } = await hubrise(sandbox, 'POST', DELIVERY, {
		...documented,
		driver_latitude: '48.9',
		driver_longitude: '2',
	});
	const response = await hubrise(sandbox, 'PATCH', DELIVERY, {
		driver_latitude: '48.856614',
		driver_longitude: '2.3522219',
	});
	expect(response.status).toBe(200);
	expect(response.json).toEqual({ ...json, driver_latitude: '48.856614', driver_longitude: '2.3522219' });
});

test.each([
	['pickup_enroute', 'assigned_at'],
	['dropoff_enroute', 'pickup_at'],
	['delivered', 'delivered_at'],
	['cancelled', 'cancelled_at'],
])('%s sets %s, and no other time', async (status, field) => {
	await hubrise(sandbox, 'POST', DELIVERY, documented);
	await until('2023-01-01T12:20:00+01:00');
	const { json } = await hubrise(sandbox, 'PATCH', DELIVERY, { status });
	const times = { assigned_at: null, pickup_at: null, delivered_at: null, cancelled_at: null };
	expect(json).toMatchObject({ status, ...times, [field]: '2023-01-01T12:20:00+01:00' });
});

test.each(['pending', 'pickup_approaching', 'pickup_waiting', 'dropoff_approaching', 'dropoff_waiting'])(
	'%s sets no time',
	async (status) => {
		await hubrise(sandbox, 'POST', DELIVERY, {
			...documented,
			status: status === 'pending' ? 'pickup_waiting' : 'pending',
		});
		const { json } = await hubrise(sandbox, 'PATCH', DELIVERY, { status });
		expect(json).toMatchObject({ status, assigned_at: null, pickup_at: null, delivered_at: null, cancelled_at: null });
	},
);

test('a time that is sent wins over the automatic one', async () => {
	await hubrise(sandbox, 'POST', DELIVERY, documented);
	const late = { status: 'delivered', delivered_at: '2023-01-01T11:50:00+01:00', pickup_at: '2023-01-01T10:40:00Z' };
	const { json } = await hubrise(sandbox, 'PATCH', DELIVERY, late);
	expect(json).toMatchObject({ delivered_at: '2023-01-01T11:50:00+01:00', pickup_at: '2023-01-01T11:40:00+01:00' });
});
