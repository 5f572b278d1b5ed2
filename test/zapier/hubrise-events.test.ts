import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createZapier, type ZapierHost } from '../../sandbox/hosts/zapier';
import { carrierNamed } from '../../shared/registry';
import { errorOf } from './hosts';
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
let open: ZapierHost[];
let address: string;

beforeEach(async () => {
	posted = [];
	open = [];
	const post = async (_url: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
		posted.push({ headers, body });
		return { status: 200 };
	};
	sandbox = createSandbox({ startAt: Date.now(), post });
	address = (await sandbox.listen()).urls.hubrise;
});
afterEach(async () => {
	for (const host of open) await host.close();
	await sandbox.close();
});

/** A Zap of the app of all carriers, with the connection that all of them share. */
async function zap(id: string): Promise<ZapierHost> {
	const carrier = carrierNamed('hubrise');
	const authData = { ...authDataFor(carrier, 'all', address), hubrise_access_token: TOKEN, hubrise_client_secret: 'HubriseSandboxBridgeSecret' };
	const host = await createZapier(appFor(carrier, 'all'), { authData, zap: id });
	open.push(host);
	return host;
}

const callback = () => sandbox.hubrise.connections.find(({ token }) => token === TOKEN)?.callback ?? null;
async function wait(ms: number): Promise<void> {
	jest.setSystemTime(Date.now() + ms);
	await sandbox.clock.advance(Date.now() - sandbox.clock.now());
}

describe('a Zap that is called', () => {
	const KEY = 'hubrise_webhook_event';

	test('tells HubRise its address, gives each event once, and takes the address back', async () => {
		const host = await zap('1');
		const kept = await host.subscribe(KEY, HOOK, { events: ['newOrder', 'deliveryUpdated'] });
		expect(callback()).toEqual({ url: HOOK, events: { order: ['create'], delivery: ['update'] } });
		sandbox.hubrise.placeOrder();
		await wait(MINUTE);
		const [event] = posted;
		if (!event) throw new Error('HubRise called nobody');
		await expect(host.hook(KEY, event)).resolves.toMatchObject([{ eventType: 'order.create', orderStatus: 'new' }]);
		await expect(host.hook(KEY, event)).resolves.toEqual([]);
		const forged = await errorOf(host.hook(KEY, { ...event, body: event.body.replace('new', 'old') }));
		expect(forged).toMatchObject({ name: 'HaltedError', message: expect.stringContaining('not signed') });
		await host.unsubscribe(KEY, HOOK, kept);
		expect(callback()).toBeNull();
	});

	test('tells of a status that comes back after a step of its own, and of no repeat', async () => {
		const host = await zap('1');
		await host.subscribe(KEY, HOOK, { events: ['orderStatusChanged'] });
		const { id } = sandbox.hubrise.placeOrder();
		for (const [status, as] of [['accepted', TILL], ['in_delivery', BRIDGE], ['accepted', TILL]] as const) {
			sandbox.hubrise.setOrderStatus(id, status, as);
			await wait(MINUTE);
		}
		const told: unknown[] = [];
		for (const event of [...posted, ...posted]) told.push(...(await host.hook(KEY, event)));
		expect(told).toMatchObject([
			{ orderStatus: 'accepted', previousOrderStatus: 'new' },
			{ orderStatus: 'accepted', previousOrderStatus: 'in_delivery' },
		]);
	});

	test('says so where a genuine event cannot be completed, and tells it when it can', async () => {
		sandbox.hubrise.settings.eventStates = false;
		const host = await zap('1');
		await host.subscribe(KEY, HOOK);
		sandbox.hubrise.placeOrder();
		await wait(MINUTE);
		const [event] = posted;
		if (!event) throw new Error('HubRise called nobody');
		sandbox.faults.add({ route: 'events.read', fault: { kind: 'status', status: 429, phase: 'before', retryAfter: { form: 'seconds', seconds: 120 } } });
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
		const kept = await first.subscribe(KEY, HOOK);
		const error = await errorOf(second.subscribe(KEY, `${HOOK}-2`));
		expect(error.message).toContain('hooks.example.com');
		expect(error.message).not.toContain('secret-path');
		expect(callback()?.url).toBe(HOOK);
		const taken = await second.subscribe(KEY, `${HOOK}-2`, { take_over: 'true' });
		await first.unsubscribe(KEY, HOOK, kept);
		expect(callback()?.url).toBe(`${HOOK}-2`);
		await second.unsubscribe(KEY, `${HOOK}-2`, taken);
		expect(callback()).toBeNull();
	});

	test('heals its own address after the platform has given it another', async () => {
		const host = await zap('1');
		await host.subscribe(KEY, HOOK);
		await host.subscribe(KEY, `${HOOK}-moved`);
		expect(callback()?.url).toBe(`${HOOK}-moved`);
	});

	test('shows deliveries of today in the editor', async () => {
		const { id } = sandbox.hubrise.placeOrder();
		sandbox.hubrise.attach(id, { carrier: 'Vélo', status: 'pending' });
		await expect((await zap('1')).samples(KEY)).resolves.toMatchObject([{ orderId: id, carrierStatus: 'pending', eventType: 'delivery.update' }]);
	});
});

describe('Zaps that look', () => {
	const told = async (host: ZapierHost, key: string) => (await host.poll(key)).map(({ eventType, orderStatus, carrierStatus }) => `${String(eventType)} ${String(orderStatus ?? carrierStatus)}`);

	test('share one connection, tell each event once, and acknowledge it when all have had their time', async () => {
		const [first, second] = [await zap('1'), await zap('2')];
		const [fresh, moved] = ['hubrise_new_order', 'hubrise_order_status_changed'];
		expect([await told(first, fresh), await told(second, moved)]).toEqual([[], []]);
		expect(callback()).toEqual({ url: null, events: { order: ['create', 'update'] } });
		const { id } = sandbox.hubrise.placeOrder();
		await wait(MINUTE);
		expect([await told(first, fresh), await told(second, moved)]).toEqual([['order.create new'], []]);
		sandbox.hubrise.setOrderStatus(id, 'accepted', TILL);
		sandbox.hubrise.setOrderStatus(id, 'in_delivery', TILL);
		await wait(MINUTE);
		expect([await told(first, fresh), await told(second, moved)]).toEqual([[], ['order.update accepted', 'order.update in_delivery']]);
		for (let quarter = 0; quarter < 6; quarter += 1) {
			await wait(15 * MINUTE);
			expect([await told(first, fresh), await told(second, moved)]).toEqual([[], []]);
		}
		expect(sandbox.hubrise.callbacks.notices.filter(({ connection, pending }) => connection === TOKEN && pending)).toEqual([]);
	});

	test('say who has the events', async () => {
		await (await zap('1')).subscribe('hubrise_webhook_event', HOOK);
		const error = await errorOf((await zap('2')).poll('hubrise_new_order'));
		expect(error.message).toContain('already go to hooks.example.com');
		expect(callback()?.url).toBe(HOOK);
	});
});
