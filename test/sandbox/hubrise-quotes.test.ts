import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { ACCOUNT, errorFields, hubrise, type HubriseBody } from './hubrise-client';
import { MINUTE } from './cyke-deliverit-client';

const QUOTES = '/location/orders/5dpm9/delivery_quotes';
const LONG = '/locations/3r4s3-1/orders/5dpm9/delivery_quotes';
const quote = { carrier: 'Vélo', fee: '6.50 EUR' };
let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
	sandbox.hubrise.placeOrder(undefined, { id: '5dpm9' });
});

test('several quotes an order, read and listed by both paths', async () => {
	const full = { ...quote, carrier_ref: 'velo', ref: 'Q1', estimated_pickup_at: '2026-11-23T10:00:00Z' };
	const first = await hubrise(sandbox, 'POST', QUOTES, full);
	expect([first.status, first.json]).toEqual([
		200,
		{
			id: expect.any(String),
			order_id: '5dpm9',
			location_id: '3r4s3-1',
			carrier: 'Vélo',
			carrier_ref: 'velo',
			ref: 'Q1',
			fee: '6.50 EUR',
			estimated_pickup_at: '2026-11-23T11:00:00+01:00',
			estimated_dropoff_at: null,
			accepted_at: null,
		},
	]);
	const second = await hubrise(sandbox, 'POST', LONG, { ...quote, carrier: 'Moto' }, ACCOUNT);
	expect((await hubrise(sandbox, 'GET', `${LONG}/${second.json.id}`, undefined, ACCOUNT)).json).toEqual(second.json);
	const list = await hubrise<HubriseBody[]>(sandbox, 'GET', QUOTES);
	expect(list.json).toEqual([first.json, second.json]);
	expect(sandbox.hubrise.quotes).toEqual(list.json);
	expect(sandbox.hubrise.deliveries).toEqual([]);
});

test('accepting is for good, and leaves room for another', async () => {
	const ids = [];
	for (const carrier of ['Vélo', 'Moto'])
		ids.push((await hubrise(sandbox, 'POST', QUOTES, { ...quote, carrier })).json.id);
	const accept = (id: string | undefined) => hubrise(sandbox, 'POST', `${QUOTES}/${id}/accept`);
	expect((await accept(ids[0])).json.accepted_at).toBe('2026-11-23T09:00:00+01:00');
	await sandbox.clock.advance(MINUTE);
	expect((await accept(ids[0])).json.accepted_at).toBe('2026-11-23T09:00:00+01:00');
	expect((await accept(ids[1])).json.accepted_at).toBe('2026-11-23T09:01:00+01:00');
});

test('carrier and fee must be there; a stray status is passed over, anything else is refused', async () => {
	expect(errorFields(await hubrise(sandbox, 'POST', QUOTES, {}))).toEqual(['carrier', 'fee']);
	const stray = await hubrise(sandbox, 'POST', QUOTES, { ...quote, status: 'pending' });
	expect(stray.status).toBe(200);
	expect(stray.json).not.toHaveProperty('status');
	expect(errorFields(await hubrise(sandbox, 'POST', QUOTES, { ...quote, tracking_url: 'https://t.example' }))).toEqual([
		'tracking_url',
	]);
	expect((await hubrise(sandbox, 'POST', `${QUOTES}/${stray.json.id}/accept`, {})).status).toBe(400);
});

test('only for what is to be delivered, and only for its own order', async () => {
	const { id } = sandbox.hubrise.placeOrder({ status: 'new', service_type: 'collection' });
	expect(errorFields(await hubrise(sandbox, 'POST', `/location/orders/${id}/delivery_quotes`, quote))).toEqual([
		'service_type',
	]);
	const own = await hubrise(sandbox, 'POST', QUOTES, quote);
	for (const path of [`/location/orders/${id}/delivery_quotes/${own.json.id}`, `${QUOTES}/nosuch`]) {
		expect((await hubrise(sandbox, 'GET', path)).status).toBe(404);
		expect((await hubrise(sandbox, 'POST', `${path}/accept`)).status).toBe(404);
	}
});
