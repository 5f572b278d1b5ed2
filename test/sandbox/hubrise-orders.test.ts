import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { ACCOUNT, BRIDGE, errorFields, hubrise, OTHER_ACCOUNT, TILL, type HubriseBody } from './hubrise-client';
import { MINUTE } from './cyke-deliverit-client';

const ORDERS = '/location/orders';
const lunch = {
	status: 'new',
	service_type: 'delivery',
	private_ref: 'TILL-7',
	expected_time: '2026-11-23T11:30:00Z',
	items: [
		{ product_name: 'Croque-monsieur', price: '9.50 EUR', quantity: '2' },
		{
			product_name: 'Salade',
			price: '7.00 EUR',
			quantity: '0.5',
			options: [{ option_list_name: 'Sauce', name: 'Vinaigrette' }],
		},
	],
	charges: [{ name: 'Delivery', price: '3.00 EUR' }],
	discounts: [{ name: 'Lunch', price_off: '1.50 EUR' }],
	customer: { first_name: 'Camille', latitude: '48.86', longitude: '2.33' },
};
let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

async function createOrder(change: object = {}, token = TILL): Promise<HubriseBody> {
	const response = await hubrise(sandbox, 'POST', ORDERS, { ...lunch, ...change }, token);
	if (response.status !== 200) throw new Error(response.text);
	return response.json;
}

async function listOrders(path: string, token = TILL): Promise<string[]> {
	return (await hubrise<HubriseBody[]>(sandbox, 'GET', path, undefined, token)).json.map(({ id }) => id);
}

test('the smallest order is a status', async () => {
	const response = await hubrise(sandbox, 'POST', '/locations/3r4s3-1/orders', { status: 'new' }, ACCOUNT);
	expect(response.status).toBe(200);
	expect(response.json).toMatchObject({
		location_id: '3r4s3-1',
		service_type: null,
		created_by: 'Sandbox Courier Bridge',
		created_at: '2026-11-23T09:00:00+01:00',
		total: '0.00 EUR',
		items: [],
		customer: { id: null, first_name: null },
		custom_fields: {},
	});
});

test('the total is worked out, times are moved into the zone, a reference is its writer’s alone', async () => {
	const { id, ...json } = await createOrder();
	expect(json).toMatchObject({ total: '24.00 EUR', expected_time: '2026-11-23T12:30:00+01:00', private_ref: 'TILL-7' });
	expect(json.created_by).toBe('Sandbox Till');
	const seen = await hubrise(sandbox, 'GET', `${ORDERS}/${id}`, undefined, BRIDGE);
	expect(seen.json).toEqual({ id, ...json, private_ref: null });
	await hubrise(sandbox, 'PATCH', `${ORDERS}/${id}`, { private_ref: 'JOB-1' }, BRIDGE);
	expect((await hubrise(sandbox, 'GET', `${ORDERS}/${id}`, undefined, TILL)).json.private_ref).toBe('TILL-7');
});

test('its delivery shows in it without its ids and the position of the driver', async () => {
	const { id } = await createOrder();
	const own = { carrier: 'A', status: 'pending', driver_latitude: '48.8', driver_longitude: '2.3' };
	const {
		id: deliveryId,
		order_id,
		location_id,
		driver_latitude,
		driver_longitude,
		...rest
	} = (await hubrise(sandbox, 'POST', `${ORDERS}/${id}/delivery`, own)).json;
	expect([deliveryId, order_id, location_id]).toEqual([expect.any(String), id, '3r4s3-1']);
	expect([driver_latitude, driver_longitude]).toEqual(['48.8', '2.3']);
	expect((await hubrise(sandbox, 'GET', `${ORDERS}/${id}`)).json.delivery).toEqual(rest);
});

test.each(['PATCH', 'PUT'])('%s changes what is sent: lists grow, or lose what is flagged', async (method) => {
	const before = await createOrder({ custom_fields: { a: 1 } });
	const change = {
		status: 'accepted',
		confirmed_time: '2026-11-23T12:40:00+01:00',
		items: [
			{ id: before.items[0]?.id, deleted: true },
			{ product_name: 'Café', price: '2.00 EUR', quantity: '1' },
		],
		payments: [{ name: 'Card', ref: 'CB', amount: '7.00 EUR' }],
		custom_fields: { b: 2 },
	};
	const { json } = await hubrise(sandbox, method, `${ORDERS}/${before.id}`, change);
	expect(json).toMatchObject({
		status: 'accepted',
		total: '7.00 EUR',
		custom_fields: { a: 1, b: 2 },
		customer: before.customer,
	});
	expect(json.items.map(({ deleted = false }) => deleted)).toEqual([true, false, false]);
	const notFound = await hubrise(sandbox, method, `${ORDERS}/${before.id}`, {
		charges: [{ id: 'nosuch', deleted: true }],
	});
	expect(errorFields(notFound)).toEqual(['charges']);
});

test.each<[object, string]>([
	[{ status: 'lost' }, 'status'],
	[{ service_type: 'drone' }, 'service_type'],
	[{ private_ref: 'x'.repeat(256) }, 'private_ref'],
	[{ items: [{ product_name: 'A', price: '1.00 EUR', quantity: 2 }] }, 'items.0.quantity'],
	[{ items: [{ product_name: 'A', price: '1.00 USD', quantity: '2' }] }, 'items.0.price'],
	[{ charges: [{ name: 'A', price: '1 EUR' }] }, 'charges.0.price'],
	[{ discounts: [{ name: 'A', price_off: '1.00 USD' }] }, 'discounts.0.price_off'],
	[
		{ items: [{ product_name: 'A', price: '1.00 EUR', quantity: '1', deal_line: { deal_key: '0' } }] },
		'items.0.deal_line.deal_key',
	],
	[{ customer_id: 'nosuch' }, 'customer'],
	[{ customer: undefined, customer_id: 'nosuch' }, 'customer_id'],
	[{ customer: undefined, customer_list_id: 'xd2p4' }, 'customer_private_ref'],
	[{ loyalty_operations: [{ delta: '5' }] }, 'loyalty_operations'],
	[{ custom_fields: { long: 'x'.repeat(8_200) } }, 'custom_fields'],
	[{ payments: [{ name: 'A', amount: '1.00 GBP' }] }, 'payments.0.amount'],
	[{ customer: { name: 'X' } }, 'customer.name'],
	[{ expected_time: 'soon' }, 'expected_time'],
	[{ delivery: {} }, 'delivery'],
])('a create with %j is refused by name', async (change, field) => {
	const response = await hubrise(sandbox, 'POST', ORDERS, { ...lunch, ...change });
	expect([response.status, errorFields(response)]).toEqual([422, [field]]);
});

test('an update knows fewer fields', async () => {
	const { id } = await createOrder();
	const update = (body: object) => hubrise(sandbox, 'PATCH', `${ORDERS}/${id}`, body);
	expect(errorFields(await update({ service_type: 'eat_in', customer: {}, ref: 'x' }))).toEqual([
		'service_type',
		'customer',
		'ref',
	]);
	expect(errorFields(await update({ items: [{ product_name: 'A', price: 1, quantity: '1' }] }))).toEqual([
		'items.0.price',
	]);
	expect((await hubrise(sandbox, 'PATCH', `${ORDERS}/nosuch`, {})).status).toBe(404);
});

test('filters: reference, status, writer, customer, from a time on, before a time', async () => {
	const known = await hubrise(sandbox, 'POST', '/customer_lists/xd2p4/customers', { first_name: 'Ada' });
	const first = await createOrder();
	await sandbox.clock.advance(MINUTE);
	const second = await createOrder(
		{ status: 'accepted', private_ref: 'TILL-8', customer: undefined, customer_id: known.json.id },
		TILL,
	);
	await sandbox.clock.advance(MINUTE);
	const third = await createOrder({ private_ref: 'JOB-1' }, BRIDGE);
	expect(await listOrders(ORDERS)).toEqual([first.id, second.id, third.id]);
	expect(await listOrders(`${ORDERS}?private_ref=TILL-8`)).toEqual([second.id]);
	expect(await listOrders(`${ORDERS}?private_ref=TILL-8`, BRIDGE)).toEqual([]);
	expect(await listOrders(`${ORDERS}?status=new&created_by=Sandbox%20Till`)).toEqual([first.id]);
	expect(await listOrders(`${ORDERS}?customer_id=${known.json.id}`)).toEqual([second.id]);
	const at = encodeURIComponent('2026-11-23T09:01:00+01:00');
	expect(await listOrders(`${ORDERS}?after=${at}`)).toEqual([second.id, third.id]);
	expect(await listOrders(`${ORDERS}?before=${at}`)).toEqual([first.id]);
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
		expect(await listOrders(path, ACCOUNT)).toEqual([here.id, there.id]);
	}
	expect(await listOrders('/locations/3r4s3-2/orders', ACCOUNT)).toEqual([there.id]);
	expect(await listOrders(ORDERS, OTHER_ACCOUNT)).toEqual([foreign.id]);
});

test('pages by cursor, to the end', async () => {
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
	expect(await listOrders(`${ORDERS}?count=2`)).toEqual(ids.slice(0, 2));
	const exact = await hubrise(
		sandbox,
		'GET',
		`${ORDERS}?count=5&cursor=${Buffer.from('after:200').toString('base64url')}`,
	);
	expect(exact.headers.has('x-cursor-next')).toBe(false);
	for (const query of ['count=101', 'count=0', 'count=all', 'cursor=3']) {
		expect((await hubrise(sandbox, 'GET', `${ORDERS}?${query}`)).status).toBe(400);
	}
});
