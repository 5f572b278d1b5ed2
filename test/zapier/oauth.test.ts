import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createZapier, type ZapierHost } from '../../sandbox/hosts/zapier';
import { carrierNamed } from '../../shared/registry';
import { buildApp } from '../../zapier/src/app';
import { errorOf } from './hosts';

const hubrise = carrierNamed('hubrise');
const app = buildApp([hubrise], 'single', '0.0.0');
const BACK = 'https://zapier.com/dashboard/auth/oauth/return/App1CLIAPI/';

let sandbox: Sandbox;
let address: string;
let close: () => Promise<void>;
beforeEach(async () => {
	sandbox = createSandbox();
	const listening = await sandbox.listen();
	address = listening.urls.hubrise;
	close = listening.close;
	process.env.CLIENT_ID = 'bridge.clients.sandbox.example';
	process.env.CLIENT_SECRET = 'HubriseSandboxBridgeSecret';
});
afterEach(async () => {
	delete process.env.CLIENT_ID;
	delete process.env.CLIENT_SECRET;
	await close();
});

async function on<T>(authData: Record<string, string>, work: (host: ZapierHost) => Promise<T>): Promise<T> {
	const host = await createZapier(app, { authData });
	try {
		return await work(host);
	} finally {
		await host.close();
	}
}

/** What a user goes through: fields, the carrier's page, back with a code, a token for it. */
async function connected(level: string): Promise<Record<string, string>> {
	return await on({}, async (host) => {
		const fields = { access_level: level, base_url: address };
		const page = new URL(await host.authorizeUrl({ ...fields, redirect_uri: BACK, state: 's-1' }));
		expect(page.searchParams.get('scope')).toBe(`${level}[orders.write]`);
		const back = new URL((await fetch(page, { redirect: 'manual' })).headers.get('location') ?? '');
		expect([`${back.origin}${back.pathname}`, back.searchParams.get('state')]).toEqual([BACK, 's-1']);
		const token = await host.getAccessToken({ ...fields, code: back.searchParams.get('code') });
		return { access_level: level, environment: 'other', base_url: address, ...Object.fromEntries(Object.entries(token).map(([key, value]) => [key, String(value)])) };
	});
}

test('a user signs in, the connection has the name of the location, and a step works with it', async () => {
	const authData = await connected('location');
	const order = sandbox.hubrise.placeOrder().id;
	await on(authData, async (host) => {
		const found = await host.authTest();
		expect(found).toEqual({ carrier: 'HubRise', account: 'Valmy (Brasserie du Canal)' });
		expect(await host.connectionLabel(Object(found))).toBe('Valmy (Brasserie du Canal)');
		expect(await host.create('create_delivery', { order_id: order, carrier: 'UPS' })).toMatchObject({ outcome: 'created', reference: order });
		expect(host.log.join('\n')).not.toContain('HubriseSandboxBridgeSecret');
	});
});

test('the location is asked for by connections of a whole account alone', async () => {
	const asks = async (authData: Record<string, string>) => await on(authData, async (host) => (await host.askedFields('creates', 'create_delivery')).includes('location_id'));
	expect([await asks(await connected('account')), await asks(await connected('location')), await asks({})]).toEqual([true, false, false]);
});

test('only what signing in does not bring is asked for', () => {
	const { type, fields, oauth2Config } = app.authentication ?? {};
	expect([type, fields?.map((field) => typeof field !== 'function' && field.key)]).toEqual(['oauth2', ['access_level', 'time_zone']]);
	expect([oauth2Config?.enablePkce, oauth2Config?.autoRefresh]).toEqual([undefined, undefined]);
});

test('a code that was used says what to do, and the secret of the app goes to the carrier alone', async () => {
	await on({}, async (host) => {
		expect(await errorOf(host.getAccessToken({ base_url: address, code: 'used' }))).toMatchObject({ message: expect.stringContaining('Connect again') });
		for (const base_url of ['https://evil.example', 'http://evil.example', 'https://127.0.0.1.evil.example', 'nonsense']) {
			const page = await host.authorizeUrl({ access_level: 'location', base_url, redirect_uri: BACK, state: 's' });
			expect(new URL(page).origin).toBe('https://manager.hubrise.com');
		}
	});
});
