import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { ACCOUNT, BRIDGE, fields, hubrise, STRANGER, TILL, type HubriseBody } from './hubriseDesk';
import { MINUTE } from './shop';

const ORDERS = '/location/orders';
const lunch = {
	status: 'new',
	service_type: 'delivery',
	private_ref: 'TILL-7',
	expected_time: '2026-11-23T11:30:00Z',
	items: [
		{ product_name: 'Croque-monsieur', price: '9.50 EUR', quantity: '2' },
		{ product_name: 'Salade', price: '7.00 EUR', quantity: '0.5', options: [{ name: 'Vinaigrette' }] },
	],
	charges: [{ name: 'Delivery', amount: '3.00 EUR' }],
	discounts: [{ name: 'Lunch', amount: '1.50 EUR' }],
	customer: { first_name: 'Camille', latitude: '48.86', longitude: '2.33' },
};
let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

async function created(change: object = {}, token = TILL): Promise<HubriseBody> {
	const answer = await hubrise(sandbox, 'POST', ORDERS, { ...lunch, ...change }, token);
	if (answer.status !== 200) throw new Error(answer.text);
	return answer.json;
}

async function listed(path: string, token = TILL): Promise<string[]> {
	return (await hubrise<HubriseBody[]>(sandbox, 'GET', path, undefined, token)).json.map(({ id }) => id);
}

test('the smallest order is a status', async () => {
	const answer = await hubrise(sandbox, 'POST', '/locations/3r4s3-1/orders', { status: 'new' }, ACCOUNT);
	expect(answer.status).toBe(200);
	expect(answer.json).toMatchObject({
		location_id: '3r4s3-1',
		service_type: null,
		created_by: 'Sandbox Courier Bridge',
		created_at: '2026-11-23T09:00:00+01:00',
		total: '0.00 EUR',
		items: [],
		customer: null,
		delivery: null,
		custom_fields: {},
	});
});

test('the total is worked out, times are moved into the zone, a reference is its writer’s alone', async () => {
	const { id, ...json } = await created();
	expect(json).toMatchObject({ total: '24.00 EUR', expected_time: '2026-11-23T12:30:00+01:00', private_ref: 'TILL-7' });
	expect(json.created_by).toBe('Sandbox Till');
	const seen = await hubrise(sandbox, 'GET', `${ORDERS}/${id}`, undefined, BRIDGE);
	expect(seen.json).toEqual({ id, ...json, private_ref: null });
	await hubrise(sandbox, 'PATCH', `${ORDERS}/${id}`, { private_ref: 'JOB-1' }, BRIDGE);
	expect((await hubrise(sandbox, 'GET', `${ORDERS}/${id}`, undefined, TILL)).json.private_ref).toBe('TILL-7');
});

test('its delivery shows in it, the position of the driver does not', async () => {
	const { id } = await created();
	const own = { carrier: 'A', status: 'pending', driver_latitude: '48.8', driver_longitude: '2.3' };
	const { driver_latitude, driver_longitude, ...rest } = (await hubrise(sandbox, 'POST', `${ORDERS}/${id}/delivery`, own)).json;
	expect([driver_latitude, driver_longitude]).toEqual(['48.8', '2.3']);
	expect((await hubrise(sandbox, 'GET', `${ORDERS}/${id}`)).json.delivery).toEqual(rest);
});

test.each(['PATCH', 'PUT'])('%s changes what is sent: lists grow, or lose what is flagged', async (method) => {
	const before = await created({ custom_fields: { a: 1 } });
	const change = {
		status: 'accepted',
		confirmed_time: '2026-11-23T12:40:00+01:00',
		items: [{ id: before.items[0]?.id, deleted: true }, { product_name: 'Café', price: '2.00 EUR', quantity: '1' }],
		payments: [{ name: 'Card', ref: 'CB', amount: '7.00 EUR' }],
		custom_fields: { b: 2 },
	};
	const { json } = await hubrise(sandbox, method, `${ORDERS}/${before.id}`, change);
	expect(json).toMatchObject({ status: 'accepted', total: '7.00 EUR', custom_fields: { a: 1, b: 2 }, customer: before.customer });
	expect(json.items.map(({ deleted = false }) => deleted)).toEqual([true, false, false]);
	const gone = await hubrise(sandbox, method, `${ORDERS}/${before.id}`, { charges: [{ id: 'nosuch', deleted: true }] });
	expect(fields(gone)).toEqual(['charges']);
});

test.each<[object, string]>([
	[{ status: 'lost' }, 'status'],
	[{ service_type: 'drone' }, 'service_type'],
	[{ private_ref: 'x'.repeat(256) }, 'private_ref'],
	[{ items: [{ product_name: 'A', price: '1.00 EUR', quantity: 2 }] }, 'items.0.quantity'],
	[{ items: [{ product_name: 'A', price: '1.00 USD', quantity: '2' }] }, 'items.0.price'],
	[{ charges: [{ name: 'A', amount: '1 EUR' }] }, 'charges.0.amount'],
	[{ payments: [{ name: 'A', amount: '1.00 GBP' }] }, 'payments.0.amount'],
	[{ customer: { name: 'X' } }, 'customer.name'],
	[{ expected_time: 'soon' }, 'expected_time'],
	[{ delivery: {} }, 'delivery'],
])('a create with %j is refused by name', async (change, field) => {
	const answer = await hubrise(sandbox, 'POST', ORDERS, { ...lunch, ...change });
	expect([answer.status, fields(answer)]).toEqual([422, [field]]);
});

test('an update knows fewer fields', async () => {
	const { id } = await created();
	const update = (body: object) => hubrise(sandbox, 'PATCH', `${ORDERS}/${id}`, body);
	expect(fields(await update({ service_type: 'eat_in', customer: {}, ref: 'x' }))).toEqual(['service_type', 'customer', 'ref']);
	expect(fields(await update({ items: [{ product_name: 'A', price: 1, quantity: '1' }] }))).toEqual(['items.0.price']);
	expect((await hubrise(sandbox, 'PATCH', `${ORDERS}/nosuch`, {})).status).toBe(404);
});

test('filters: reference, status, writer, customer, from a time on, before a time', async () => {
	const first = await created();
	await sandbox.clock.advance(MINUTE);
	const second = await created({ status: 'accepted', private_ref: 'TILL-8', customer: undefined }, TILL);
	await sandbox.clock.advance(MINUTE);
	const third = await created({ private_ref: 'JOB-1' }, BRIDGE);
	expect(await listed(ORDERS)).toEqual([first.id, second.id, third.id]);
	expect(await listed(`${ORDERS}?private_ref=TILL-8`)).toEqual([second.id]);
	expect(await listed(`${ORDERS}?private_ref=TILL-8`, BRIDGE)).toEqual([]);
	expect(await listed(`${ORDERS}?status=new&created_by=Sandbox%20Till`)).toEqual([first.id]);
	expect(await listed(`${ORDERS}?customer_id=${first.customer.id}`)).toEqual([first.id]);
	const at = encodeURIComponent('2026-11-23T09:01:00+01:00');
	expect(await listed(`${ORDERS}?after=${at}`)).toEqual([second.id, third.id]);
	expect(await listed(`${ORDERS}?before=${at}`)).toEqual([first.id]);
	sandbox.hubrise.settings.limits.heavyPerMinute = 100;
	for (const query of ['status=lost', 'after=today', 'before=2026-11-23', 'ref=1']) {
		expect((await hubrise(sandbox, 'GET', `${ORDERS}?${query}`)).status).toBe(400);
	}
});

test('an account token lists all its locations, and no stranger’s', async () => {
	const here = sandbox.hubrise.placeOrder();
	const there = sandbox.hubrise.placeOrder(undefined, { location: '3r4s3-2' });
	const foreign = sandbox.hubrise.placeOrder({ status: 'new' }, { location: 'k2m9z-1' });
	for (const path of ['/account/orders', '/accounts/3r4s3/orders']) {
		expect(await listed(path, ACCOUNT)).toEqual([here.id, there.id]);
	}
	expect(await listed('/locations/3r4s3-2/orders', ACCOUNT)).toEqual([there.id]);
	expect(await listed(ORDERS, STRANGER)).toEqual([foreign.id]);
});

test('pages by cursor, until there is none', async () => {
	const ids = Array.from({ length: 205 }, () => sandbox.hubrise.placeOrder({ status: 'new' }).id);
	const seen: string[] = [];
	const sizes: number[] = [];
	for (let cursor: string | null = ''; cursor !== null; ) {
		const query: string = cursor === '' ? '' : `?cursor=${cursor}`;
		const page = await hubrise<HubriseBody[]>(sandbox, 'GET', `${ORDERS}${query}`);
		seen.push(...page.json.map(({ id }) => id));
		sizes.push(page.json.length);
		cursor = page.headers.get('x-cursor-next');
	}
	expect([seen, sizes]).toEqual([ids, [100, 100, 5]]);
	expect(await listed(`${ORDERS}?count=2`)).toEqual(ids.slice(0, 2));
	const exact = await hubrise(sandbox, 'GET', `${ORDERS}?count=5&cursor=${Buffer.from('after:200').toString('base64url')}`);
	expect(exact.headers.has('x-cursor-next')).toBe(false);
	for (const query of ['count=101', 'count=0', 'count=all', 'cursor=3']) {
		expect((await hubrise(sandbox, 'GET', `${ORDERS}?${query}`)).status).toBe(400);
	}
});
