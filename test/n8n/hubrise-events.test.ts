import { createHmac } from 'node:crypto';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, PACKAGE, type Listener, type N8n, type NodeSpec } from '../../sandbox/hosts/n8n';
import { useInstantClock } from './instant-clock';

useInstantClock();

const MINUTE = 60_000;
const TOKEN = 'HubriseSandboxBridge0001';
const account = { access_token: TOKEN, client_secret: 'HubriseSandboxBridgeSecret' };
const TILL = 'till.clients.sandbox.example';

let sandbox: Sandbox;
let n8n: N8n;
let hooks: Listener[];
/** What the workflows were started with. */
let started: unknown[];
let named = 0;

/** Calls the trigger whose address it is. */
async function post(
	url: string,
	{ headers, body }: { headers: Record<string, string>; body: string },
): Promise<{ status: number }> {
	const hook = hooks.find(({ path }) => url.endsWith(path));
	if (!hook) return { status: 404 };
	const { status, items } = await hook.receive({ headers, body: Buffer.from(body) });
	started.push(
		...items.map(({ json }) => `${String(json.eventType)} ${String(json.orderStatus ?? json.carrierStatus)}`),
	);
	return { status };
}

beforeEach(async () => {
	hooks = [];
	started = [];
	// One process throughout: each sandbox has a port of its own, by which its connection is remembered.
	sandbox = createSandbox({ seed: `events ${(named += 1)}`, startAt: Date.now(), post });
	const { urls } = await sandbox.listen();
	n8n = await createN8n({ credentials: { hubRiseApi: { environment: 'other', base_url: urls.hubrise, ...account } } });
});
afterEach(async () => await sandbox.close());

const listen = (name: string, parameters: NodeSpec['parameters'] = {}): Listener => {
	const hook = n8n.listener({ type: `${PACKAGE}.hubRiseWebhookTrigger`, name: `${name} ${named}`, parameters });
	hooks.push(hook);
	return hook;
};
const callback = () => sandbox.hubrise.connections.find(({ token }) => token === TOKEN)?.callback ?? null;
async function wait(ms: number): Promise<void> {
	jest.setSystemTime(Date.now() + ms);
	await sandbox.clock.advance(Date.now() - sandbox.clock.now());
}

describe('HubRise Webhook Trigger', () => {
	test('registers its address with HubRise, receives events, and removes the address', async () => {
		const hook = listen('Own');
		await hook.activate();
		expect(callback()).toEqual({
			url: expect.stringMatching(new RegExp(`^http://127.0.0.1:5678/webhook/${hook.path}$`)),
			events: { order: ['create', 'update'], delivery: ['create', 'update'] },
		});
		await hook.activate();
		const { id } = sandbox.hubrise.placeOrder();
		await wait(MINUTE);
		sandbox.hubrise.setOrderStatus(id, 'accepted');
		await wait(MINUTE);
		sandbox.hubrise.attach(id, { carrier: 'Vélo', status: 'pending' }, TILL);
		await wait(MINUTE);
		sandbox.hubrise.change(id, { status: 'pickup_enroute' }, TILL);
		await wait(MINUTE);
		sandbox.hubrise.callbacks.repeat();
		await wait(MINUTE);
		expect(started).toEqual([
			'order.create new',
			'order.update accepted',
			'delivery.create pending',
			'delivery.update pickup_enroute',
		]);
		await hook.deactivate();
		expect(callback()).toBeNull();
	});

	test('gets no events for changes of its own app', async () => {
		const hook = listen('Deaf');
		await hook.activate();
		const { id } = sandbox.hubrise.placeOrder();
		sandbox.hubrise.attach(id, { carrier: 'Vélo', status: 'pending' });
		await wait(MINUTE);
		expect(started).toEqual(['order.create new']);
	});

	test('subscribes to the chosen events only', async () => {
		const hook = listen('Choosy', { events: ['deliveryUpdated'] });
		await hook.activate();
		expect(callback()?.events).toEqual({ delivery: ['update'] });
	});

	test('refuses what is not signed, or not as it was signed', async () => {
		const hook = listen('Wary');
		const body = Buffer.from(
			JSON.stringify({
				id: 'e1',
				resource_type: 'order',
				event_type: 'create',
				order_id: 'o1',
				new_state: { id: 'o1', status: 'new', service_type: 'delivery', items: [] },
			}),
		);
		for (const headers of [{}, { 'x-hubrise-hmac-sha256': '0'.repeat(64) }])
			expect(await hook.receive({ headers, body })).toEqual({ status: 503, items: [] });
	});

	test('believes the bytes as they were sent, and no others of the same meaning', async () => {
		const state =
			'{"id": "o1", "status":"new", "service_type":"delivery","items":[], "weight": 5.0, "customer_notes":"Caf\\u00e9 \\/ gauche"}';
		const body = `{"id":"e1","resource_type":"order","event_type":"create","order_id":"o1",\n "new_state":${state}}`;
		const headers = { 'x-hubrise-hmac-sha256': createHmac('sha256', account.client_secret).update(body).digest('hex') };
		const again = JSON.stringify(JSON.parse(body));
		expect(again).not.toBe(body);
		expect(await listen('Exact').receive({ headers, body: Buffer.from(again) })).toEqual({ status: 503, items: [] });
		expect((await listen('Exact').receive({ headers, body: Buffer.from(body) })).items).toHaveLength(1);
	});

	test('emits a signed event that is not understood as it came, for any chosen events', async () => {
		const signed = (body: string) => ({
			headers: { 'x-hubrise-hmac-sha256': createHmac('sha256', account.client_secret).update(body).digest('hex') },
			body: Buffer.from(body),
		});
		const hook = listen('Puzzled', { events: ['deliveryUpdated'] });
		for (const body of ['<html>', '[1]', '{"id":"e9","event_type":"create"}'])
			expect(await hook.receive(signed(body))).toMatchObject({
				status: 200,
				items: [{ json: { carrier: 'hubrise', warnings: [expect.stringContaining('could not be understood')] } }],
			});
		expect((await hook.receive(signed('<html>'))).items).toEqual([]);
	});

	test('leaves the events to the trigger that has them, and reports which one', async () => {
		const first = listen('First');
		const second = listen('Second');
		await first.activate();
		const held = callback();
		await expect(second.activate()).rejects.toMatchObject({
			message: expect.stringContaining('127.0.0.1:5678'),
			description: expect.stringContaining('device_id'),
		});
		expect(callback()).toEqual(held);
		await second.deactivate();
		expect(callback()).toEqual(held);
		await first.deactivate();
		await second.activate();
		expect(callback()?.url).toContain(second.path);
	});

	test('takes the events over where its user chooses so; the other then leaves them alone', async () => {
		const first = listen('Before');
		const second = listen('After', { options: { replaceExisting: true } });
		await first.activate();
		await second.activate();
		expect(callback()?.url).toContain(second.path);
		await first.deactivate();
		expect(callback()?.url).toContain(second.path);
	});

	test('does not switch on without the secret that events are signed with', async () => {
		const { urls } = await sandbox.listen();
		const bare = await createN8n({
			credentials: { hubRiseApi: { environment: 'other', base_url: urls.hubrise, access_token: TOKEN } },
		});
		await expect(bare.listener({ type: `${PACKAGE}.hubRiseWebhookTrigger` }).activate()).rejects.toMatchObject({
			message: expect.stringContaining('Client Secret'),
		});
	});

	test('reads what an event leaves out, and has it sent again while that fails', async () => {
		sandbox.hubrise.settings.eventStates = false;
		const hook = listen('Short');
		await hook.activate();
		sandbox.faults.add({ route: 'events.read', fault: { kind: 'status', status: 500, phase: 'before' } });
		sandbox.hubrise.placeOrder();
		await wait(1);
		expect(started).toEqual([]);
		expect(sandbox.hubrise.callbacks.attempts.map(({ outcome }) => outcome)).toEqual([503]);
		sandbox.faults.clear();
		await wait(2 * MINUTE);
		expect(started).toEqual(['order.create new']);
	});
});

describe('HubRise Trigger', () => {
	const poller = (event: string, more: NodeSpec['parameters'] = {}, name = event) =>
		n8n.poller({ type: `${PACKAGE}.hubRiseTrigger`, name, parameters: { event, ...more } });
	const emitted = async (source: { poll(): Promise<{ json: { [key: string]: unknown } }[]> }) =>
		(await source.poll()).map(
			({ json }) => `${String(json.eventType)} ${String(json.orderStatus ?? json.carrierStatus)}`,
		);

	test('has events retained, emits each once, and acknowledges them after the retention time', async () => {
		const newOrders = poller('newOrder');
		const updates = poller('deliveryUpdated');
		expect([await emitted(newOrders), await emitted(updates)]).toEqual([[], []]);
		expect(callback()).toEqual({ url: null, events: { order: ['create'], delivery: ['update'] } });
		const { id } = sandbox.hubrise.placeOrder();
		sandbox.hubrise.attach(id, { carrier: 'Vélo', status: 'pending' }, TILL);
		sandbox.hubrise.change(id, { status: 'pickup_enroute' }, TILL);
		await wait(MINUTE);
		expect([await emitted(newOrders), await emitted(updates)]).toEqual([
			['order.create new'],
			['delivery.update pickup_enroute'],
		]);
		expect([await emitted(newOrders), await emitted(updates)]).toEqual([[], []]);
		for (let quarter = 0; quarter < 6; quarter += 1) {
			await wait(15 * MINUTE);
			expect([await emitted(newOrders), await emitted(updates)]).toEqual([[], []]);
		}
		expect(
			sandbox.hubrise.callbacks.connectionEvents.filter(({ connection, pending }) => connection === TOKEN && pending),
		).toEqual([]);
	});

	test('catches up after a night', async () => {
		const newOrders = poller('newOrder');
		await newOrders.poll();
		for (let order = 0; order < 3; order += 1) sandbox.hubrise.placeOrder();
		await wait(12 * 60 * MINUTE);
		expect(await emitted(newOrders)).toEqual(['order.create new', 'order.create new', 'order.create new']);
	});

	test('emits the status that an order is created in as well', async () => {
		const statuses = poller('orderStatusChanged', { only: ['new', 'rejected'] });
		const newOrders = poller('newOrder');
		for (const source of [statuses, newOrders]) await source.poll();
		const { id } = sandbox.hubrise.placeOrder();
		sandbox.hubrise.setOrderStatus(id, 'accepted');
		sandbox.hubrise.setOrderStatus(id, 'rejected');
		await wait(MINUTE);
		expect(await emitted(statuses)).toEqual(['order.create new', 'order.update rejected']);
		expect(await emitted(newOrders)).toEqual(['order.create new']);
	});

	test('emits only the chosen changes', async () => {
		const updates = poller('deliveryUpdated', { only: ['status'] });
		await updates.poll();
		const { id } = sandbox.hubrise.placeOrder();
		sandbox.hubrise.attach(id, { carrier: 'Vélo', status: 'pending' }, TILL);
		sandbox.hubrise.change(id, { driver_latitude: '48.85', driver_longitude: '2.35' }, TILL);
		sandbox.hubrise.change(id, { status: 'dropoff_enroute' }, TILL);
		await wait(MINUTE);
		expect(await emitted(updates)).toEqual(['delivery.update dropoff_enroute']);
	});

	test('reports who receives the events, and recovers when they are gone', async () => {
		const hook = listen('Holder');
		await hook.activate();
		const newOrders = poller('newOrder');
		await expect(newOrders.poll()).rejects.toMatchObject({ message: expect.stringContaining('127.0.0.1:5678') });
		expect(callback()?.url).toContain(hook.path);
		await hook.deactivate();
		expect(await emitted(newOrders)).toEqual([]);
		expect(callback()).toEqual({ url: null, events: { order: ['create'] } });
	});

	test('shows a waiting event in the editor, or else an order of today, and moves nothing', async () => {
		const newOrders = poller('newOrder');
		const { id } = sandbox.hubrise.placeOrder();
		expect((await newOrders.test()).map(({ json }) => json.id)).toEqual([id]);
		expect(callback()).toBeNull();
		await newOrders.poll();
		const other = sandbox.hubrise.placeOrder();
		await wait(MINUTE);
		expect((await newOrders.test()).map(({ json }) => json.id)).toEqual([other.id]);
		expect((await newOrders.poll()).map(({ json }) => json.id)).toEqual([other.id]);
	});
});
