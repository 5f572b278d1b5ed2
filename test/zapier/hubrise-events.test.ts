import { createHmac } from 'node:crypto';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createZapier, type ZapierHost } from '../../sandbox/hosts/zapier';
import { carrierById } from '../../shared/registry';
import { errorOf } from './with-cyke';
import { appFor, authDataFor } from './run-on-zapier';
import { useSampleClock } from './sample-clock';

useSampleClock();

const MINUTE = 60_000;
const TOKEN = 'HubriseSandboxBridge0001';
const TILL = 'till.clients.sandbox.example';
const BRIDGE = 'bridge.clients.sandbox.example';
const HOOK = 'https://hooks.example.com/hooks/standard/1/secret-path';

let sandbox: Sandbox;
let posted: { headers: Record<string, string>; body: string }[];
let openHosts: ZapierHost[];
let address: string;

beforeEach(async () => {
	posted = [];
	openHosts = [];
	const post = async (_url: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
		posted.push({ headers, body });
		return { status: 200 };
	};
	sandbox = createSandbox({ startAt: Date.now(), post });
	address = (await sandbox.listen()).urls.hubrise;
});
afterEach(async () => {
	for (const host of openHosts) await host.close();
	await sandbox.close();
});

/** A Zap of the app of all carriers, with the connection that all of them share. */
async function zap(id: string): Promise<ZapierHost> {
	const carrier = carrierById('hubrise');
	const authData = {
		...authDataFor(carrier, 'all', address),
		hubrise_access_token: TOKEN,
		hubrise_client_secret: 'HubriseSandboxBridgeSecret',
	};
	const host = await createZapier(appFor(carrier, 'all'), { authData, zap: id });
	openHosts.push(host);
	return host;
}

const callback = () => sandbox.hubrise.connections.find(({ token }) => token === TOKEN)?.callback ?? null;
async function wait(ms: number): Promise<void> {
	jest.setSystemTime(Date.now() + ms);
	await sandbox.clock.advance(Date.now() - sandbox.clock.now());
}

describe('a Zap with a webhook trigger', () => {
	const KEY = 'hubrise_webhook_event';

	test('registers its address with HubRise, emits each event once, and removes the address', async () => {
		const host = await zap('1');
		const subscription = await host.subscribe(KEY, HOOK, { events: ['newOrder', 'deliveryUpdated'] });
		expect(callback()).toEqual({ url: HOOK, events: { order: ['create'], delivery: ['update'] } });
		sandbox.hubrise.placeOrder();
		await wait(MINUTE);
		const [event] = posted;
		if (!event) throw new Error('HubRise called nobody');
		await expect(host.hook(KEY, event)).resolves.toMatchObject([{ eventType: 'order.create', orderStatus: 'new' }]);
		await expect(host.hook(KEY, event)).resolves.toEqual([]);
		const forged = await errorOf(host.hook(KEY, { ...event, body: event.body.replace('new', 'old') }));
		expect(forged).toMatchObject({ name: 'HaltedError', message: expect.stringContaining('not signed') });
		await host.unsubscribe(KEY, HOOK, subscription);
		expect(callback()).toBeNull();
	});

	test('emits a status that comes back after a step of its own, and no repeat', async () => {
		const host = await zap('1');
		await host.subscribe(KEY, HOOK, { events: ['orderStatusChanged'] });
		const { id } = sandbox.hubrise.placeOrder();
		for (const [status, as] of [
			['accepted', TILL],
			['in_delivery', BRIDGE],
			['accepted', TILL],
		] as const) {
			sandbox.hubrise.setOrderStatus(id, status, as);
			await wait(MINUTE);
		}
		const emitted: unknown[] = [];
		for (const event of [...posted, ...posted]) emitted.push(...(await host.hook(KEY, event)));
		expect(emitted).toMatchObject([
			{ orderStatus: 'new', eventType: 'order.create', previousOrderStatus: null },
			{ orderStatus: 'accepted', previousOrderStatus: 'new' },
			{ orderStatus: 'accepted', previousOrderStatus: 'in_delivery' },
		]);
	});

	test('emits a signed event that is not understood as it came, for any chosen events', async () => {
		const host = await zap('1');
		const body = '{"id":"e9","event_type":"create"}';
		const signature = createHmac('sha256', 'HubriseSandboxBridgeSecret').update(body).digest('hex');
		const call = { headers: { 'x-hubrise-hmac-sha256': signature }, body };
		await expect(host.hook(KEY, call, { events: ['deliveryUpdated'] })).resolves.toMatchObject([
			{ eventId: 'e9', eventType: 'create', warnings: [expect.stringContaining('could not be understood')] },
		]);
		await expect(host.hook(KEY, call)).resolves.toEqual([]);
	});

	test('reports a genuine event that cannot be completed, and emits it when it can', async () => {
		sandbox.hubrise.settings.eventStates = false;
		const host = await zap('1');
		await host.subscribe(KEY, HOOK);
		sandbox.hubrise.placeOrder();
		await wait(MINUTE);
		const [event] = posted;
		if (!event) throw new Error('HubRise called nobody');
		sandbox.faults.add({
			route: 'events.read',
			fault: { kind: 'status', status: 429, phase: 'before', retryAfter: { form: 'seconds', seconds: 120 } },
		});
		await expect(errorOf(host.hook(KEY, event))).resolves.toMatchObject({ name: 'ThrottledError' });
		sandbox.faults.clear();
		await wait(3 * MINUTE);
		const connection = sandbox.hubrise.connections.find(({ token }) => token === TOKEN);
		if (!connection) throw new Error('There is no such connection');
		const { state } = connection;
		connection.state = 'revoked';
		await expect(errorOf(host.hook(KEY, event))).resolves.toMatchObject({ name: 'ExpiredAuthError' });
		connection.state = state;
		await expect(host.hook(KEY, event)).resolves.toHaveLength(1);
	});

	test('leaves the events to the Zap that has them, and names its host alone', async () => {
		const [first, second] = [await zap('1'), await zap('2')];
		const subscription = await first.subscribe(KEY, HOOK);
		const error = await errorOf(second.subscribe(KEY, `${HOOK}-2`));
		expect(error.message).toContain('hooks.example.com');
		expect(error.message).toContain('Replace Existing Webhook');
		expect(error.message).not.toContain('secret-path');
		expect(callback()?.url).toBe(HOOK);
		const takenOver = await second.subscribe(KEY, `${HOOK}-2`, { take_over: 'true' });
		await first.unsubscribe(KEY, HOOK, subscription);
		expect(callback()?.url).toBe(`${HOOK}-2`);
		await second.unsubscribe(KEY, `${HOOK}-2`, takenOver);
		expect(callback()).toBeNull();
	});

	test('updates its own address after the platform has changed it, or lost its switching-off', async () => {
		const host = await zap('1');
		await host.subscribe(KEY, HOOK);
		// "Off" never came.
		await host.subscribe(KEY, `${HOOK}-moved`);
		expect(callback()?.url).toBe(`${HOOK}-moved`);
	});

	test('shows deliveries of today in the editor', async () => {
		const { id } = sandbox.hubrise.placeOrder();
		sandbox.hubrise.attach(id, { carrier: 'Vélo', status: 'pending' });
		await expect((await zap('1')).samples(KEY)).resolves.toMatchObject([
			{ orderId: id, carrierStatus: 'pending', eventType: 'delivery.update' },
		]);
	});
});

describe('Zaps with a polling trigger', () => {
	const emitted = async (host: ZapierHost, key: string) =>
		(await host.poll(key)).map(
			({ eventType, orderStatus, carrierStatus }) => `${String(eventType)} ${String(orderStatus ?? carrierStatus)}`,
		);

	test('share one connection, emit each event once, and acknowledge it after the retention time', async () => {
		const [first, second] = [await zap('1'), await zap('2')];
		const [newOrderKey, statusKey] = ['hubrise_new_order', 'hubrise_order_status_changed'];
		expect([await emitted(first, newOrderKey), await emitted(second, statusKey)]).toEqual([[], []]);
		expect(callback()).toEqual({ url: null, events: { order: ['create', 'update'] } });
		const { id } = sandbox.hubrise.placeOrder();
		await wait(MINUTE);
		expect([await emitted(first, newOrderKey), await emitted(second, statusKey)]).toEqual([
			['order.create new'],
			['order.create new'],
		]);
		sandbox.hubrise.setOrderStatus(id, 'accepted', TILL);
		sandbox.hubrise.setOrderStatus(id, 'in_delivery', TILL);
		await wait(MINUTE);
		expect([await emitted(first, newOrderKey), await emitted(second, statusKey)]).toEqual([
			[],
			['order.update accepted', 'order.update in_delivery'],
		]);
		for (let quarter = 0; quarter < 6; quarter += 1) {
			await wait(15 * MINUTE);
			expect([await emitted(first, newOrderKey), await emitted(second, statusKey)]).toEqual([[], []]);
		}
		expect(
			sandbox.hubrise.callbacks.connectionEvents.filter(({ connection, pending }) => connection === TOKEN && pending),
		).toEqual([]);
	});

	test('report who receives the events', async () => {
		await (await zap('1')).subscribe('hubrise_webhook_event', HOOK);
		const error = await errorOf((await zap('2')).poll('hubrise_new_order'));
		expect(error.message).toContain('already go to hooks.example.com');
		expect(callback()?.url).toBe(HOOK);
	});
});
