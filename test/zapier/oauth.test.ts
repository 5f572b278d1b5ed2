import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createZapier, type ZapierHost } from '../../sandbox/hosts/zapier';
import { carrierById } from '../../shared/registry';
import { buildApp } from '../../zapier/src/app';
import { errorOf } from './with-cyke';

const hubrise = carrierById('hubrise');
const app = buildApp([hubrise], 'single', '0.0.0');
const REDIRECT_URI = 'https://zapier.com/dashboard/auth/oauth/return/App1CLIAPI/';

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

async function withHost<T>(authData: Record<string, string>, work: (host: ZapierHost) => Promise<T>): Promise<T> {
	const host = await createZapier(app, { authData });
	try {
		return await work(host);
	} finally {
		await host.close();
	}
}

/** What a user goes through: fields, the carrier's page, back with a code, a token for it. */
async function connect(level: string): Promise<Record<string, string>> {
	return await withHost({}, async (host) => {
		const fields = { access_level: level, base_url: address };
		const page = new URL(await host.authorizeUrl({ ...fields, redirect_uri: REDIRECT_URI, state: 's-1' }));
		expect(page.searchParams.get('scope')).toBe(`${level}[orders.write,customer_list.write]`);
		const redirect = new URL((await fetch(page, { redirect: 'manual' })).headers.get('location') ?? '');
		expect([`${redirect.origin}${redirect.pathname}`, redirect.searchParams.get('state')]).toEqual([
			REDIRECT_URI,
			's-1',
		]);
		const token = await host.getAccessToken({ ...fields, code: redirect.searchParams.get('code') });
		return {
			access_level: level,
			environment: 'other',
			base_url: address,
			...Object.fromEntries(Object.entries(token).map(([key, value]) => [key, String(value)])),
		};
	});
}

test('a user signs in, the connection has the name of the location, and a step works with it', async () => {
	const authData = await connect('location');
	const order = sandbox.hubrise.placeOrder().id;
	await withHost(authData, async (host) => {
		const found = await host.authTest();
		expect(found).toEqual({ carrier: 'HubRise', account: 'Valmy (Brasserie du Canal)' });
		expect(await host.connectionLabel(Object(found))).toBe('Valmy (Brasserie du Canal)');
		expect(await host.create('create_delivery', { order_id: order, carrier: 'UPS' })).toMatchObject({
			outcome: 'created',
			reference: order,
		});
		expect(host.log.join('\n')).not.toContain('HubriseSandboxBridgeSecret');
	});
});

test('only connections of an account ask for the location', async () => {
	const asksFor = async (authData: Record<string, string>) =>
		await withHost(authData, async (host) =>
			(await host.dynamicFields('creates', 'create_delivery')).includes('location_id'),
		);
	expect([
		await asksFor(await connect('account')),
		await asksFor(await connect('location')),
		await asksFor({}),
	]).toEqual([true, false, false]);
});

test('only the fields that sign-in does not provide are on the form', () => {
	const { type, fields, oauth2Config } = app.authentication ?? {};
	expect([type, fields?.map((field) => typeof field !== 'function' && field.key)]).toEqual([
		'oauth2',
		['access_level', 'time_zone', 'max_requests'],
	]);
	expect([oauth2Config?.enablePkce, oauth2Config?.autoRefresh]).toEqual([undefined, undefined]);
});

test('a used code gets a message with the next step, and the secret of the app goes to the carrier alone', async () => {
	await withHost({}, async (host) => {
		expect(await errorOf(host.getAccessToken({ base_url: address, code: 'used' }))).toMatchObject({
			message: expect.stringContaining('Connect again'),
		});
		for (const base_url of [
			'https://evil.example',
			'http://evil.example',
			'https://127.0.0.1.evil.example',
			'nonsense',
		]) {
			const page = await host.authorizeUrl({
				access_level: 'location',
				base_url,
				redirect_uri: REDIRECT_URI,
				state: 's',
			});
			expect(new URL(page).origin).toBe('https://manager.hubrise.com');
		}
	});
});
