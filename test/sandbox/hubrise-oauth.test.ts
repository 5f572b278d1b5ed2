import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { bodyOf } from './response-bodies';
import { hubrise, OAUTH, type HubriseBody } from './hubrise-client';
import { basic, MINUTE } from './cyke-deliverit-client';

const CLIENT = 'bridge.clients.sandbox.example';
const SECRET = 'HubriseSandboxBridgeSecret';
const REDIRECT_URI = 'https://host.example/oauth2/callback?tab=1';
const authorizeQuery = {
	redirect_uri: REDIRECT_URI,
	client_id: CLIENT,
	scope: 'location[orders.write,customer_list.write,catalog.read]',
	state: 'a=b&c',
};
let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

const authorize = (change: Record<string, string> = {}) =>
	sandbox.fetch(`${OAUTH}/authorize?${new URLSearchParams({ ...authorizeQuery, ...change })}`, { redirect: 'manual' });

async function post(path: string, form: Record<string, string>, authorization = basic(CLIENT, SECRET)) {
	const headers: Record<string, string> = authorization === '' ? {} : { authorization };
	const response = await sandbox.fetch(`${OAUTH}${path}`, { method: 'POST', headers, body: new URLSearchParams(form) });
	const text = await response.text();
	return { status: response.status, text, json: bodyOf<HubriseBody>(text) };
}

async function codeOf(response: Response | Promise<Response>): Promise<string> {
	const location = new URL((await response).headers.get('location') ?? '');
	return location.searchParams.get('code') ?? '';
}

async function connect(change: Record<string, string> = {}): Promise<string> {
	return (await post('/token', { code: await codeOf(authorize(change)) })).json.access_token;
}

test('back with code and state, a token for the code, and the API opens', async () => {
	const response = await authorize();
	const location = new URL(response.headers.get('location') ?? '');
	expect(response.status).toBe(302);
	expect(location.origin + location.pathname).toBe('https://host.example/oauth2/callback');
	expect(Object.fromEntries(location.searchParams)).toEqual({ tab: '1', code: expect.any(String), state: 'a=b&c' });
	const token = await post('/token', { code: location.searchParams.get('code') ?? '' });
	expect([token.status, token.json]).toEqual([
		200,
		{
			access_token: expect.any(String),
			token_type: 'Bearer',
			account_id: '3r4s3',
			location_id: '3r4s3-1',
			catalog_id: 'bj61q',
			customer_list_id: 'xd2p4',
			account_name: 'Brasserie du Canal',
			location_name: 'Valmy',
			catalog_name: 'Carte',
			customer_list_name: 'Brasserie du Canal',
		},
	]);
	expect((await hubrise(sandbox, 'GET', '/location', undefined, token.json.access_token)).status).toBe(200);
});

test('a code works once, for its client, for ten minutes', async () => {
	const code = await codeOf(authorize());
	const wrong = await post('/token', { code }, basic('till.clients.sandbox.example', 'HubriseSandboxTillSecret'));
	expect(wrong.status).toBe(400);
	expect((await post('/token', { code })).status).toBe(200);
	expect((await post('/token', { code })).status).toBe(400);
	const late = await codeOf(authorize());
	await sandbox.clock.advance(10 * MINUTE);
	expect((await post('/token', { code: late })).status).toBe(400);
	expect((await post('/token', {})).status).toBe(400);
});

test('the client proves itself by header, or by the body as of old', async () => {
	const code = await codeOf(authorize());
	for (const authorization of [basic(CLIENT, 'wrong'), basic('nobody', SECRET), 'Bearer x', '']) {
		const refused = await post('/token', { code }, authorization);
		expect([refused.status, refused.json.error_type]).toEqual([401, 'unauthorized']);
	}
	expect((await post('/token', { code, client_id: 'other' })).status).toBe(401);
	expect((await post('/token', { code, client_id: CLIENT, client_secret: SECRET }, '')).status).toBe(200);
});

test('the standard’s own fields are accepted with their standard values', async () => {
	expect(await connect({ response_type: 'code' })).toBe('HubriseSandboxBridge0001');
	expect((await authorize({ response_type: 'token' })).status).toBe(400);
	const code = await codeOf(authorize());
	expect((await post('/token', { code, grant_type: 'password' })).status).toBe(400);
	expect((await post('/token', { code, redirect_uri: 'https://evil.example' })).status).toBe(400);
	expect((await post('/token', { code, foo: 'x' })).status).toBe(400);
	expect((await post('/token', { code, grant_type: 'authorization_code', redirect_uri: REDIRECT_URI })).status).toBe(
		200,
	);
	const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
	expect((await sandbox.fetch(`${OAUTH}/token`, json)).status).toBe(415);
});

test('the same client at the same place gets the same token; a device its own; a revoked one is not given again', async () => {
	const first = await connect();
	expect(await connect()).toBe(first);
	const device = await connect({ device_id: 'tablet-1' });
	expect(device).not.toBe(first);
	expect(await connect({ device_id: 'tablet-1' })).toBe(device);
	expect((await post('/revoke', { token: first })).status).toBe(200);
	expect(await connect()).not.toBe(first);
	sandbox.hubrise.settings.consentLocation = '3r4s3-2';
	expect(await connect({ device_id: 'tablet-1' })).not.toBe(device);
});

test('a token for the account names no location', async () => {
	const token = await post('/token', {
		code: await codeOf(authorize({ scope: 'profile_with_email account[orders.read]' })),
	});
	expect(token.json).toMatchObject({ account_id: '3r4s3', location_id: null, catalog_id: null, location_name: null });
	expect((await hubrise(sandbox, 'GET', '/locations', undefined, token.json.access_token)).status).toBe(200);
});

test('revoked, it opens nothing and its callback is silent; nobody revokes another’s', async () => {
	const token = await connect();
	await hubrise(sandbox, 'POST', '/callback', { url: null, events: { order: ['create'] } }, token);
	const till = basic('till.clients.sandbox.example', 'HubriseSandboxTillSecret');
	expect((await post('/revoke', { token }, till)).status).toBe(400);
	expect((await post('/revoke', { token }, basic(CLIENT, 'wrong'))).status).toBe(401);
	expect((await post('/revoke', { token })).status).toBe(200);
	expect((await hubrise(sandbox, 'GET', '/location', undefined, token)).json.message).toContain('revoked');
	sandbox.hubrise.placeOrder();
	expect(sandbox.hubrise.callbacks.connectionEvents).toEqual([]);
	expect((await post('/revoke', { token: 'unheard-of' })).status).toBe(200);
	expect((await post('/revoke', {})).status).toBe(400);
});

test('a refusal redirects back with an error', async () => {
	sandbox.hubrise.settings.consent = 'deny';
	const location = new URL((await authorize()).headers.get('location') ?? '');
	expect(Object.fromEntries(location.searchParams)).toEqual({ tab: '1', error: 'access_denied', state: 'a=b&c' });
});

test('out of band, the code is shown on the page', async () => {
	const response = await authorize({ redirect_uri: 'urn:ietf:wg:oauth:2.0:oob' });
	expect(response.status).toBe(200);
	const code = /<code>(\w+)<\/code>/.exec(await response.text())?.[1] ?? '';
	expect((await post('/token', { code })).status).toBe(200);
});

test('on request the page asks, and its form answers', async () => {
	sandbox.hubrise.settings.consent = 'ask';
	const page = await authorize({ location_name: '<Valmy>' });
	const html = await page.text();
	expect(page.headers.get('content-type')).toContain('text/html');
	expect(html).toContain('Sandbox Courier Bridge');
	expect(html).not.toContain('<Valmy>');
	const tokenRequest = (form: Record<string, string>) =>
		sandbox.fetch(`${OAUTH}/authorize`, {
			method: 'POST',
			body: new URLSearchParams({ ...authorizeQuery, ...form }),
			redirect: 'manual',
		});
	const token = await post('/token', {
		code: await codeOf(tokenRequest({ decision: 'allow', location_id: '3r4s3-2' })),
	});
	expect(token.json.location_name).toBe('Ourcq');
	expect((await tokenRequest({ decision: 'allow', location_id: 'x' })).status).toBe(400);
	expect((await tokenRequest({ decision: 'deny' })).headers.get('location')).toContain('access_denied');
});

test.each([
	[{ client_id: 'nobody' }],
	[{ client_id: '' }],
	[{ redirect_uri: '' }],
	[{ redirect_uri: 'javascript:alert(1)' }],
	[{ scope: '' }],
	[{ scope: 'orders' }],
	[{ scope: 'location[orders.admin]' }],
	[{ scope: 'location[orders.read] account[orders.read]' }],
	[{ prompt: 'login' }],
])('a mistake in the address is shown and leads nowhere: %j', async (change) => {
	const response = await authorize(change);
	expect(response.status).toBe(400);
	expect(response.headers.get('location')).toBeNull();
	expect(await response.text()).toContain('<code>');
});
