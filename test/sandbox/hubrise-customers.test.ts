import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { ACCOUNT, BRIDGE, errorFields, hubrise, kindOf, OTHER_ACCOUNT, TILL } from './hubrise-client';

const LIST = '/customer_lists/xd2p4';
const CUSTOMERS = `${LIST}/customers`;
const CARDS = `${LIST}/loyalty_cards`;
let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

interface CustomerBody {
	id: string;
	balance: string;
	new_balance: string;
	message: string;
	errors: { field: string; message: string }[];
}

const call = (method: string, path: string, body?: unknown, token = TILL) =>
	hubrise<CustomerBody>(sandbox, method, path, body, token);
const list = (path: string, token = TILL) => hubrise<CustomerBody[]>(sandbox, 'GET', path, undefined, token);
const fieldsOf = (response: Awaited<ReturnType<typeof call>>) => response.json.errors.map(({ field }) => field);

/** The documented example of a new customer. */
const charles = {
	private_ref: '2213312',
	email: 'charles.moore@dummy-mail.org',
	first_name: 'Charles',
	last_name: 'Moore',
	gender: 'male',
	birth_date: '1999-01-01',
	phone: '+44123456789',
	phone_access_code: '8888',
	address_1: '1 avenue des Champs Elysées',
	address_2: null,
	city: 'Paris',
	country: 'FR',
	latitude: '48.8589507',
	longitude: '2.2770205',
};

test('customers are made of nothing or of much, changed, and found by reference, e-mail and phone', async () => {
	expect((await call('POST', CUSTOMERS, {})).status).toBe(200);
	const made = await call('POST', CUSTOMERS, charles);
	expect(made.json).toMatchObject({ ...charles, customer_list_id: 'xd2p4', anonymised: false, nb_orders: 0 });
	expect((await list(`${CUSTOMERS}?private_ref=2213312`)).json).toHaveLength(1);
	expect((await list(`${CUSTOMERS}?private_ref=2213312`, BRIDGE)).json).toEqual([]);
	expect((await list(`${CUSTOMERS}?phone=%2B44*`)).json.map(({ id }) => id)).toEqual([made.json.id]);
	expect((await list(`${CUSTOMERS}?phone=+44*`)).json).toEqual([]);
	expect((await list(`${CUSTOMERS}?email=*@dummy-mail.org`)).json).toHaveLength(1);
	expect(fieldsOf(await call('POST', CUSTOMERS, { private_ref: '2213312' }))).toEqual(['private_ref']);
	const changed = await call('PATCH', `${CUSTOMERS}/${made.json.id}`, {
		first_name: 'Claude',
		custom_fields: { a: 1 },
	});
	expect(changed.json).toMatchObject({ ...charles, first_name: 'Claude', custom_fields: { a: 1 } });
	expect(fieldsOf(await call('POST', CUSTOMERS, { gender: 'other', birth_date: '1.1.99', name: 'X' }))).toEqual([
		'gender',
		'birth_date',
		'name',
	]);
});

test('anonymising blanks the customer and the orders that were made, for good', async () => {
	const { json } = await call('POST', CUSTOMERS, charles);
	const order = await hubrise(sandbox, 'POST', '/location/orders', { status: 'new', customer_id: json.id }, TILL);
	await hubrise(sandbox, 'POST', '/callback', { url: null, events: { customer: ['update'], order: ['update'] } });
	expect((await call('POST', `${CUSTOMERS}/${json.id}/anonymise`)).json).toMatchObject({
		anonymised: true,
		email: null,
		city: 'Paris',
	});
	const seen = await hubrise(sandbox, 'GET', `/location/orders/${order.json.id}`);
	expect(seen.json.customer).toMatchObject({ id: json.id, anonymised: true, first_name: null, country: 'FR' });
	const events = await hubrise<{ resource_type: string; event_type: string }[]>(sandbox, 'GET', '/callback/events');
	expect(events.json.map(kindOf)).toEqual(['customer.update', 'order.update']);
	const ignored = await call('PATCH', `${CUSTOMERS}/${json.id}`, { first_name: 'Back', city: 'Lyon' });
	expect(ignored.json).toMatchObject({ first_name: null, city: 'Lyon' });
});

test('cards start at zero; operations move points each time, and a second card without a ref is refused', async () => {
	const { json } = await call('POST', CUSTOMERS, {});
	const card = await call('POST', CARDS, { customer_id: json.id, name: 'Come back!', ref: null });
	expect(card.json).toEqual({
		id: expect.any(String),
		customer_id: json.id,
		name: 'Come back!',
		ref: null,
		balance: '0.0',
	});
	expect(fieldsOf(await call('POST', CARDS, { customer_id: json.id }))).toEqual(['ref']);
	expect(fieldsOf(await call('POST', CARDS, { customer_id: 'nosuch', ref: 'A' }))).toEqual(['customer_id']);
	const operations = `${CARDS}/${card.json.id}/operations`;
	expect((await call('POST', operations, { delta: '4.2', reason: 'Points earned' })).json.new_balance).toBe('4.2');
	const second = await call('POST', operations, { delta: '4.2', reason: 'Points earned' });
	expect(second.json.new_balance).toBe('8.4');
	expect((await list(operations)).json.map(({ new_balance }) => new_balance)).toEqual(['8.4', '4.2']);
	expect((await call('GET', `${operations}/${second.json.id}`)).json).toEqual(second.json);
	expect((await list(`${CARDS}?customer_id=${json.id}`)).json).toMatchObject([{ balance: '8.4' }]);
	expect((await call('PATCH', `${CARDS}/${card.json.id}`, { ref: 'LOYALTY' })).json).toMatchObject({ ref: 'LOYALTY' });
	expect(fieldsOf(await call('PATCH', `${CARDS}/${card.json.id}`, { balance: '100' }))).toEqual(['balance']);
});

test('a token reaches the list that was picked, and no stranger’s', async () => {
	expect((await list('/location/customer_lists')).json.map(({ id }) => id)).toEqual(['xd2p4']);
	expect((await list('/account/customer_lists', ACCOUNT)).json.map(({ id }) => id)).toEqual(['xd2p4']);
	expect((await list('/locations/3r4s3-2/customer_lists', ACCOUNT)).json.map(({ id }) => id)).toEqual([
		'xd2p4',
		'v7n1c',
	]);
	expect((await call('GET', '/account/customer_lists')).status).toBe(403);
	expect((await call('GET', LIST)).json).toEqual({ id: 'xd2p4', name: 'Brasserie du Canal' });
	expect((await call('GET', '/customer_lists/v7n1c')).status).toBe(404);
	expect((await call('GET', LIST, undefined, OTHER_ACCOUNT)).status).toBe(404);
	const { token } = sandbox.hubrise.connect({ scope: 'location[orders.write]', device: 'orders' });
	expect((await call('GET', CUSTOMERS, undefined, token)).status).toBe(403);
	const reader = sandbox.hubrise.connect({ scope: 'location[customer_list.read]', device: 'reader' });
	expect((await call('POST', CUSTOMERS, {}, reader.token)).status).toBe(403);
});

test('a location is paused, reopened and given its hours; what does not fit is refused', async () => {
	const update = (body: object) => hubrise(sandbox, 'PATCH', '/location', body);
	const busy = { mode: 'busy', resume_at: '2026-11-23T18:30:00Z', extra_preparation_time: 25 };
	expect((await update({ order_acceptance: busy, preparation_time: 20 })).json).toMatchObject({
		preparation_time: 20,
		order_acceptance: { ...busy, resume_at: '2026-11-23T19:30:00+01:00' },
	});
	expect(errorFields(await update({ order_acceptance: { mode: 'busy' } }))).toEqual([
		'order_acceptance.extra_preparation_time',
	]);
	expect(errorFields(await update({ mode: 'paused' }))).toEqual(['mode']);
	expect(errorFields(await update({ order_acceptance: { mode: 'normal', reason: 'x' } }))).toEqual([
		'order_acceptance.reason',
	]);
	const hours = (...monday: [string, string][]) => ({
		opening_hours: { monday: monday.map(([from, to]) => ({ from, to })) },
	});
	expect((await update(hours(['12:00', '14:00'], ['18:00', '01:00']))).status).toBe(200);
	expect((await update(hours(['18:00', '06:00']))).status).toBe(200);
	expect(errorFields(await update(hours(['18:00', '06:01'])))).toEqual(['opening_hours']);
	for (const body of [hours(), hours(['14:00', '12:00']), hours(['12:00', '14:00'], ['13:00', '15:00'])]) {
		expect(errorFields(await update(body))).toEqual(['opening_hours']);
	}
	expect(errorFields(await update({ cutoff_time: '00:00' }))).toEqual(['opening_hours']);
	expect((await update({ custom_fields: { delivery: { door_time: '35' } } })).json.custom_fields).toEqual({
		delivery: { door_time: '35' },
	});
	expect((await hubrise(sandbox, 'GET', '/account', undefined, ACCOUNT)).json).toEqual({
		id: '3r4s3',
		name: 'Brasserie du Canal',
		currency: 'EUR',
	});
	expect((await hubrise(sandbox, 'GET', '/account')).status).toBe(403);
});

test('either word for the usual way of taking orders is taken, and the answer has one', async () => {
	const { settings } = sandbox.hubrise;
	for (const answered of ['normal', 'online'] as const) {
		settings.normalMode = answered;
		for (const mode of ['normal', 'online']) {
			const { json } = await hubrise(sandbox, 'PATCH', '/location', { order_acceptance: { mode } });
			expect(json).toMatchObject({ order_acceptance: { mode: answered } });
		}
	}
	settings.locationUpdates = false;
	expect((await hubrise(sandbox, 'PATCH', '/location', { preparation_time: 5 })).status).toBe(403);
});

test('connecting again lifts a block and keeps the token', () => {
	const { token } = sandbox.hubrise.connect({ device: 'tablet' });
	sandbox.hubrise.setConnection(token, 'blocked');
	expect(sandbox.hubrise.connect({ device: 'tablet' })).toMatchObject({ token, state: 'active' });
});
