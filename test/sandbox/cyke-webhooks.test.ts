import { createSandbox, type PostInit, type Sandbox } from '../../sandbox/carriers';
import { bodyOf, type CykeEvent } from './response-bodies';
import { createCykeDelivery, cyke, delivery, MINUTE, OTHER_CYKE_HEADERS, pickup } from './cyke-deliverit-client';

type Receiver = (url: string, init: PostInit) => Promise<{ status: number }>;

const URL_ = 'https://hooks.example/cyke?shop=1';
let sandbox: Sandbox;
let receive: Receiver;
let calls: { url: string; init: PostInit; at: number; event: CykeEvent }[];

beforeEach(() => {
	calls = [];
	receive = async () => ({ status: 200 });
	sandbox = createSandbox({
		workTimeoutMs: 20,
		post: (url, init) => {
			calls.push({ url, init, at: sandbox.clock.now(), event: bodyOf<CykeEvent>(init.body) });
			return receive(url, init);
		},
	});
});

async function active() {
	const webhook = sandbox.cyke.webhooks.register({ url: URL_, secret: 's3cret é' });
	await webhook.test();
	calls.length = 0;
	return webhook;
}

const types = () => calls.map(({ event }) => event.event_type);

test('unverified until a test event is answered with 2xx', async () => {
	const webhook = sandbox.cyke.webhooks.register({ url: URL_, secret: 'abc' });
	await createCykeDelivery(sandbox);
	await sandbox.clock.advance(MINUTE);
	expect(webhook.status).toBe('Unverified');
	expect(calls).toEqual([]);

	receive = async () => ({ status: 500 });
	expect(await webhook.test()).toBe(false);
	expect(webhook.status).toBe('Unverified');
	receive = async () => ({ status: 204 });
	expect(await webhook.test()).toBe(true);
	expect(webhook.status).toBe('Active');
	expect(calls[0]?.event).toEqual({ event_id: expect.any(String), event_type: 'test', payload: {} });
	expect(calls[0]?.init.headers).toEqual({ 'content-type': 'application/json', 'x-cyke-token': 'abc' });
});

test('only https addresses, loopback apart', () => {
	const register = (url: string) => () => sandbox.cyke.webhooks.register({ url, secret: 'x' });
	expect(register('http://hooks.example/cyke')).toThrow(/https/);
	expect(register('no address')).toThrow(/address/);
	expect(register('https://hooks.example/é')).toThrow(/percent-encoded/);
	expect(register('http://127.0.0.1:5678/webhook')).not.toThrow();
});

test('every status change of a delivery is an event with the full delivery', async () => {
	await active();
	const id = await createCykeDelivery(sandbox, { pickup });
	sandbox.couriers.start();
	await sandbox.clock.advance(10 * MINUTE);
	expect(types()).toEqual(['delivery_saved', 'delivery_scheduled', 'delivery_picked_up', 'delivery_delivered']);
	const last = calls.at(-1)?.event.payload.delivery;
	const { json } = await cyke(sandbox, 'GET', `/api/v2/deliveries/${id}`);
	expect(last).toEqual(json);
	expect(last?.dropoff.completion_pictures).toHaveLength(1);
	expect(new Set(calls.map(({ event }) => event.event_id)).size).toBe(4);
});

test('cancelled, ready and failed are emitted too; so are bookings and new plans of the dispatch', async () => {
	await active();
	const id = await createCykeDelivery(sandbox);
	await cyke(sandbox, 'PATCH', `/api/v2/deliveries/${id}/cancel`);
	const byHand = sandbox.cyke.book(delivery);
	sandbox.cyke.setStatus(byHand.id, 'ready');
	sandbox.cyke.setStatus(byHand.id, 'scheduled');
	sandbox.cyke.setStatus(byHand.id, 'failed');
	const again = sandbox.cyke.redeliver(byHand.id);
	await sandbox.clock.advance(0);
	expect(types()).toEqual([
		'delivery_saved',
		'delivery_cancelled',
		'delivery_saved',
		'delivery_ready',
		'delivery_scheduled',
		'delivery_failed',
		'delivery_saved',
	]);
	expect(calls.at(-1)?.event.payload.delivery).toMatchObject({ id: again.id, original_delivery_id: byHand.id });
});

test('another customer hears nothing of it', async () => {
	await active();
	await cyke(
		sandbox,
		'POST',
		'/api/v2/deliveries',
		{ ...delivery, packages: [{ package_type_id: 11, amount: 1 }] },
		OTHER_CYKE_HEADERS,
	);
	await sandbox.clock.advance(MINUTE);
	expect(sandbox.cyke.deliveries).toHaveLength(1);
	expect(calls).toEqual([]);
});

test('tried again after 1, 5 and 15 minutes, then disabled for an hour', async () => {
	const webhook = await active();
	receive = async () => ({ status: 503 });
	const start = sandbox.clock.now();
	await createCykeDelivery(sandbox);
	await sandbox.clock.advance(60 * MINUTE);
	expect(calls.map(({ at }) => (at - start) / MINUTE)).toEqual([0, 1, 6, 21]);
	expect(new Set(calls.map(({ event }) => event.event_id)).size).toBe(1);
	expect(webhook.status).toBe('Disabled');
	receive = async () => ({ status: 200 });
	await createCykeDelivery(sandbox);
	await sandbox.clock.advance(MINUTE);
	expect(calls).toHaveLength(4);
	await sandbox.clock.advance(60 * MINUTE);
	expect(webhook.status).toBe('Active');
	webhook.disable();
	await sandbox.clock.advance(180 * MINUTE);
	expect(webhook.status).toBe('Disabled');
	await webhook.test();
	expect(webhook.status).toBe('Active');
});

test('the first 2xx ends the attempts', async () => {
	await active();
	receive = async () => ({ status: calls.length < 3 ? 302 : 201 });
	await createCykeDelivery(sandbox);
	await sandbox.clock.advance(60 * MINUTE);
	expect(sandbox.cyke.webhooks.attempts.slice(1).map(({ outcome }) => outcome)).toEqual([302, 302, 201]);
});

test.each<[string, Receiver, string]>([
	['never answers', () => new Promise(() => undefined), 'timeout'],
	['lets 11 seconds pass', async () => (await sandbox.clock.advanceOrSleep(11_000), { status: 200 }), 'timeout'],
	['sleeps for 11 seconds', async () => (await sandbox.clock.sleep(11_000), { status: 200 }), 'timeout'],
	['cannot be reached', () => Promise.reject(new Error('ECONNREFUSED')), 'unreachable'],
])('a receiver that %s is tried again', async (_, receiver, outcome) => {
	await active();
	receive = receiver;
	await createCykeDelivery(sandbox);
	await sandbox.clock.advance(30_000);
	expect(sandbox.cyke.webhooks.attempts.at(-1)?.outcome).toBe(outcome);
	expect(calls[0]?.init.signal.aborted).toBe(outcome === 'timeout');
	receive = async () => ({ status: 200 });
	await sandbox.clock.advance(2 * MINUTE);
	expect(calls).toHaveLength(2);
	expect(sandbox.cyke.webhooks.attempts.at(-1)?.outcome).toBe(200);
});

test('on demand: repeated, held back, turned round', async () => {
	await active();
	const id = await createCykeDelivery(sandbox);
	await sandbox.clock.advance(0);
	sandbox.cyke.webhooks.repeat();
	await sandbox.clock.advance(0);
	expect(calls[1]?.event).toEqual(calls[0]?.event);

	sandbox.cyke.webhooks.hold();
	sandbox.cyke.setStatus(id, 'scheduled');
	sandbox.cyke.setStatus(id, 'delivered');
	await sandbox.clock.advance(0);
	expect(calls).toHaveLength(2);
	sandbox.cyke.webhooks.release('reversed');
	await sandbox.clock.advance(0);
	expect(types().slice(2)).toEqual(['delivery_delivered', 'delivery_scheduled']);
	sandbox.cyke.webhooks.repeat(sandbox.cyke.webhooks.events[0]);
	await sandbox.clock.advance(0);
	expect(types().at(-1)).toBe('delivery_saved');
});

test('a removed webhook is left alone', async () => {
	const webhook = await active();
	sandbox.cyke.webhooks.remove(webhook);
	await createCykeDelivery(sandbox);
	await sandbox.clock.advance(MINUTE);
	expect(calls).toEqual([]);
	expect(sandbox.cyke.webhooks.registered).toEqual([]);
});
