import { createHmac } from 'node:crypto';
import { createSandbox, type HubriseEvent, type PostInit, type Sandbox } from '../../sandbox/carriers';
import { bodyOf } from './response-bodies';
import { ACCOUNT, BRIDGE, errorFields, hubrise, kindOf, OTHER_ACCOUNT, TILL } from './hubrise-client';
import { MINUTE } from './cyke-deliverit-client';

const URL_ = 'https://hooks.example/hubrise';
const EVENTS = { order: ['create', 'update'], delivery: ['create', 'update'] };
const bare = { carrier: 'Vélo', status: 'pending' };
let sandbox: Sandbox;
let receive: (url: string, init: PostInit) => Promise<{ status: number }>;
let calls: { url: string; init: PostInit; at: number; event: HubriseEvent }[];

beforeEach(() => {
	calls = [];
	receive = async () => ({ status: 200 });
	sandbox = createSandbox({
		workTimeoutMs: 20,
		post: (url, init) => {
			calls.push({ url, init, at: sandbox.clock.now(), event: bodyOf<HubriseEvent>(init.body) });
			return receive(url, init);
		},
	});
});

const set = (url: string | null, token = TILL, events: object = EVENTS) =>
	hubrise(sandbox, 'POST', '/callback', { url, events }, token);
const kinds = () => calls.map(({ event }) => kindOf(event));

async function activeWithOrder(token = TILL): Promise<string> {
	await set(URL_, token);
	return sandbox.hubrise.placeOrder(undefined, { id: '5dpm9' }).id;
}

test('none, set, replaced, taken away', async () => {
	const read = async () => (await hubrise(sandbox, 'GET', '/callback')).text;
	const none = '{"url":null,"events":{}}';
	expect(await read()).toBe(none);
	const first = await set(URL_, BRIDGE, { order: ['create'] });
	expect([first.status, first.text]).toEqual([200, `{"url":"${URL_}","events":{"order":["create"]}}`]);
	await set(null, BRIDGE, { delivery: ['update'] });
	expect(await read()).toBe('{"url":null,"events":{"delivery":["update"]}}');
	expect((await hubrise(sandbox, 'GET', '/callback', undefined, ACCOUNT)).text).toBe(none);
	expect((await hubrise(sandbox, 'DELETE', '/callback')).status).toBe(200);
	expect(await read()).toBe(none);
});

test.each<[object, string]>([
	[{ url: 'ftp://hooks.example', events: {} }, 'url'],
	[{ url: 'nowhere', events: {} }, 'url'],
	[{ url: null }, 'events'],
	[{ events: { order: ['delete'] } }, 'events.order.0'],
	[{ events: { location: ['create'] } }, 'events.location.0'],
	[{ events: { parcel: ['create'] } }, 'events.parcel'],
	[{ events: {}, secret: 'x' }, 'secret'],
])('a callback of %j is refused by name', async (body, field) => {
	const response = await hubrise(sandbox, 'POST', '/callback', body);
	expect([response.status, errorFields(response)]).toEqual([422, [field]]);
});

test('every documented pair may be requested, on loopback too, and without an address', async () => {
	const all = {
		catalog: ['create', 'delete', 'update'],
		customer: ['create', 'update'],
		delivery: ['create', 'update'],
		inventory: ['patch', 'update'],
		location: ['update'],
		order: ['create', 'update'],
	};
	expect((await set('http://127.0.0.1:5678/webhook', TILL, all)).json).toMatchObject({ events: all });
	expect((await hubrise(sandbox, 'POST', '/callback', { events: all })).json).toMatchObject({ url: null });
});

test('an event is signed over its raw body with the secret of the client', async () => {
	await activeWithOrder();
	await hubrise(sandbox, 'PATCH', '/location/orders/5dpm9', { seller_notes: 'é' });
	await sandbox.clock.advance(0);
	const [call] = calls;
	expect(calls).toHaveLength(1);
	expect(call?.url).toBe(URL_);
	const signature = createHmac('sha256', 'HubriseSandboxTillSecret')
		.update(call?.init.body ?? '')
		.digest('hex');
	expect(call?.init.headers).toEqual({ 'content-type': 'application/json', 'X-HubRise-Hmac-SHA256': signature });
	expect(call?.event).toMatchObject({
		id: expect.any(String),
		resource_type: 'order',
		event_type: 'update',
		created_at: '2026-11-23T09:00:00+01:00',
		account_id: '3r4s3',
		location_id: '3r4s3-1',
		order_id: '5dpm9',
		previous_state: { seller_notes: null },
		new_state: { seller_notes: 'é' },
	});
});

test('nobody hears of what its own client did, by whichever token', async () => {
	await set(URL_, BRIDGE);
	await set(`${URL_}/account`, ACCOUNT);
	await set(`${URL_}/till`, TILL);
	await set(`${URL_}/stranger`, OTHER_ACCOUNT);
	await hubrise(sandbox, 'POST', '/location/orders', { status: 'new', service_type: 'delivery' }, TILL);
	await sandbox.clock.advance(0);
	expect(calls.map(({ url }) => url)).toEqual([URL_, `${URL_}/account`]);
	calls.length = 0;
	const id = sandbox.hubrise.orders[0]?.id;
	await hubrise(sandbox, 'POST', `/location/orders/${id}/delivery`, bare, BRIDGE);
	await sandbox.clock.advance(0);
	expect(calls.map(({ url, event }) => [url, kindOf(event)])).toEqual([
		[`${URL_}/till`, 'delivery.create'],
		[`${URL_}/till`, 'order.update'],
	]);
});

test('a delivery is news of the order, too; a position alone is not; nothing new is no news', async () => {
	await activeWithOrder();
	const path = '/location/orders/5dpm9/delivery';
	const { json } = await hubrise(sandbox, 'POST', path, bare);
	await hubrise(sandbox, 'PATCH', path, { driver_latitude: '48.8', driver_longitude: '2.3' });
	await hubrise(sandbox, 'PATCH', path, { status: 'pending', driver_latitude: '48.8' });
	await hubrise(sandbox, 'PATCH', path, { status: 'pickup_enroute', driver_latitude: '48.81' });
	await sandbox.clock.advance(0);
	expect(kinds()).toEqual(['delivery.create', 'order.update', 'delivery.update', 'delivery.update', 'order.update']);
	expect(calls[0]?.event).toMatchObject({ delivery_id: json.id, order_id: '5dpm9', new_state: json });
	expect(calls[0]?.event).not.toHaveProperty('previous_state');
	expect(calls[1]?.event).toMatchObject({
		previous_state: { id: '5dpm9' },
		new_state: { delivery: { carrier: 'Vélo', status: 'pending' } },
	});
	expect(calls[1]?.event.previous_state).not.toHaveProperty('delivery');
	expect(calls[1]?.event.new_state?.delivery).not.toHaveProperty('id');
	expect(calls[2]?.event).toMatchObject({
		previous_state: { driver_latitude: null },
		new_state: { driver_latitude: '48.8' },
	});
	expect(calls[4]?.init.body).not.toContain('driver_latitude');
});

test('a create has no state before; a reference is shown to its writer alone', async () => {
	await set(URL_, BRIDGE);
	await hubrise(sandbox, 'POST', '/location/orders', { status: 'new', private_ref: 'TILL-1' }, TILL);
	const id = sandbox.hubrise.orders[0]?.id;
	await hubrise(sandbox, 'PATCH', `/location/orders/${id}`, { private_ref: 'TILL-2' }, TILL);
	await sandbox.clock.advance(0);
	expect(kinds()).toEqual(['order.create']);
	expect(calls[0]?.event).toMatchObject({ new_state: { private_ref: null } });
	expect(calls[0]?.event).not.toHaveProperty('previous_state');
});

test('an accepted quote is emitted as an update of the order', async () => {
	await activeWithOrder();
	const quotes = '/location/orders/5dpm9/delivery_quotes';
	const { json } = await hubrise(sandbox, 'POST', quotes, { carrier: 'A', fee: '5.00 EUR' });
	await hubrise(sandbox, 'POST', `${quotes}/${json.id}/accept`);
	await hubrise(sandbox, 'POST', `${quotes}/${json.id}/accept`);
	await sandbox.clock.advance(0);
	expect(kinds()).toEqual(['order.update']);
});

test('events may come without states, without the delivery’s id, without items', async () => {
	const { settings } = sandbox.hubrise;
	Object.assign(settings, { eventStates: false, eventDeliveryId: false, eventItems: false });
	await activeWithOrder();
	await hubrise(sandbox, 'POST', '/location/orders/5dpm9/delivery', bare);
	await sandbox.clock.advance(0);
	for (const { event } of calls)
		expect(Object.keys(event)).toEqual([
			'id',
			'resource_type',
			'event_type',
			'created_at',
			'account_id',
			'location_id',
			'order_id',
		]);
	settings.eventStates = true;
	await hubrise(sandbox, 'PATCH', '/location/orders/5dpm9', { status: 'accepted' });
	await sandbox.clock.advance(0);
	expect(calls.at(-1)?.event.new_state).toMatchObject({ status: 'accepted' });
	expect(calls.at(-1)?.event.new_state).not.toHaveProperty('items');
});

test.each([200, 204, 302, 401, 404, 422, 499])('an answer of %i drops the event', async (status) => {
	await activeWithOrder();
	receive = async () => ({ status });
	sandbox.hubrise.attach('5dpm9', bare);
	await sandbox.clock.advance(70 * MINUTE);
	expect(calls).toHaveLength(2);
	expect(sandbox.hubrise.callbacks.connectionEvents.map(({ pending }) => pending)).toEqual([false, false]);
});

test.each<[string, typeof receive, number | string]>([
	['says 500', async () => ({ status: 500 }), 500],
	['takes longer than 20 s', () => new Promise(() => undefined), 'timeout'],
	['cannot be reached', () => Promise.reject(new Error('ECONNREFUSED')), 'unreachable'],
])('a receiver that %s is tried after 1, 2, 4, 8, 16 and 32 minutes, then given up', async (_, receiver, outcome) => {
	await set(URL_, TILL, { delivery: ['create'] });
	sandbox.hubrise.placeOrder(undefined, { id: '5dpm9' });
	receive = receiver;
	sandbox.hubrise.attach('5dpm9', bare);
	await sandbox.clock.advance(0);
	const pending = async () =>
		(await hubrise<object[]>(sandbox, 'GET', '/callback/events', undefined, TILL)).json.length;
	expect(await pending()).toBe(1);
	await sandbox.clock.advance(80 * MINUTE);
	const slow = outcome === 'timeout' ? 20_000 : 0;
	const pauses = calls.slice(1).map(({ at }, n) => (at - (calls[n]?.at ?? 0) - slow) / MINUTE);
	expect(pauses).toEqual([1, 2, 4, 8, 16, 32]);
	expect(new Set(calls.map(({ event }) => event.id)).size).toBe(1);
	expect(sandbox.hubrise.callbacks.attempts.map((attempt) => attempt.outcome)).toEqual(Array(7).fill(outcome));
	expect(await pending()).toBe(0);
});

test('a retry goes where the callback points by then, and not once acknowledged', async () => {
	await activeWithOrder();
	receive = async () => ({ status: 503 });
	sandbox.hubrise.attach('5dpm9', bare);
	await sandbox.clock.advance(0);
	await set('https://hooks.example/new');
	const [first] = (await hubrise<{ id: string }[]>(sandbox, 'GET', '/callback/events', undefined, TILL)).json;
	await hubrise(sandbox, 'DELETE', `/callback/events/${first?.id}`, undefined, TILL);
	receive = async () => ({ status: 200 });
	await sandbox.clock.advance(5 * MINUTE);
	expect(calls.slice(2).map(({ url, event }) => [url, kindOf(event)])).toEqual([
		['https://hooks.example/new', 'order.update'],
	]);
});

test('on demand: repeated, held back, turned round', async () => {
	await activeWithOrder();
	const { callbacks } = sandbox.hubrise;
	expect(() => callbacks.repeat()).toThrow(/no such event/);
	sandbox.hubrise.attach('5dpm9', bare);
	await sandbox.clock.advance(0);
	callbacks.repeat();
	await sandbox.clock.advance(0);
	expect(calls[2]?.event).toEqual(calls[1]?.event);
	callbacks.hold();
	sandbox.hubrise.setStatus('5dpm9', 'delivered');
	await sandbox.clock.advance(MINUTE);
	expect(calls).toHaveLength(3);
	callbacks.release('reversed');
	await sandbox.clock.advance(0);
	expect(kinds().slice(3)).toEqual(['order.update', 'delivery.update']);
});

test('a connection that is revoked, blocked or without the right hears nothing more', async () => {
	await activeWithOrder();
	const { token } = sandbox.hubrise.connect({
		client: sandbox.hubrise.clients[0]?.id ?? '',
		scope: 'location[catalog.read]',
		device: 'menu',
	});
	await set(`${URL_}/menu`, token);
	sandbox.hubrise.setConnection(TILL, 'blocked');
	sandbox.hubrise.attach('5dpm9', bare);
	await sandbox.clock.advance(MINUTE);
	expect(calls).toEqual([]);
});
