import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import {
	ACCOUNT,
	API,
	BRIDGE,
	DELIVERY,
	hubrise,
	OAUTH,
	OTHER_ACCOUNT,
	TILL,
	type HubriseBody,
} from './hubrise-client';
import { parseResponse } from './cyke-deliverit-client';

let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
	sandbox.hubrise.placeOrder(undefined, { id: '5dpm9' });
});

const here = (token?: string) => hubrise(sandbox, 'GET', '/location', undefined, token);

test('no token and a wrong token are refused', async () => {
	const bare = await sandbox.fetch(`${API}/location`);
	expect(bare.status).toBe(401);
	expect(await bare.json()).toEqual({ message: expect.stringContaining('X-Access-Token'), error_type: 'unauthorized' });
	const wrong = await here('nobody');
	expect([wrong.status, wrong.json.error_type, wrong.json.message]).toEqual([
		401,
		'unauthorized',
		expect.stringMatching(/invalid|revoked/),
	]);
	const bearer = await sandbox.fetch(`${API}/location`, { headers: { authorization: `Bearer ${BRIDGE}` } });
	expect(bearer.status).toBe(401);
});

test('a token can become invalid in three ways, each with its message', async () => {
	const { connections, accounts, locations } = sandbox.hubrise;
	expect(connections.map(({ state }) => state)).toEqual(['active', 'active', 'active', 'active']);
	sandbox.hubrise.setConnection(BRIDGE, 'revoked');
	const message = 'The access token is invalid or the connection has been revoked';
	expect((await here()).json).toEqual({ error_type: 'unauthorized', message });
	sandbox.hubrise.setConnection(BRIDGE, 'blocked');
	expect((await here()).json).toEqual({ error_type: 'unauthorized', message: 'The connection has been blocked' });
	sandbox.hubrise.setConnection(BRIDGE, 'active');
	const unpaid = 'The account/location has been suspended for non payment of the subscription';
	for (const place of [accounts[0], locations[0]]) {
		if (place === undefined) throw new Error('there is no such place');
		place.suspended = true;
		expect((await here()).json).toEqual({ error_type: 'unauthorized', message: unpaid });
		place.suspended = false;
		expect((await here()).status).toBe(200);
	}
	expect(() => sandbox.hubrise.setConnection('nobody', 'active')).toThrow(/nobody/);
});

test.each([
	['a location of another account', '/locations/k2m9z-1', BRIDGE],
	['another location than the token has', '/locations/3r4s3-2', BRIDGE],
	['a location that is not there', '/locations/3r4s3-9', ACCOUNT],
	['a location in capitals', '/locations/3R4S3-1', BRIDGE],
	['the short path with an account token', '/location', ACCOUNT],
	['the order of another location', '/locations/3r4s3-2/orders/5dpm9', ACCOUNT],
	['the order of another account', '/location/orders/5dpm9', OTHER_ACCOUNT],
	['the orders of another account', '/accounts/k2m9z/orders', ACCOUNT],
])('%s is not found', async (_, path, token) => {
	const response = await hubrise(sandbox, 'GET', path, undefined, token);
	expect([response.status, response.json.error_type]).toEqual([404, 'not_found']);
});

test('a scope that is too small is forbidden', async () => {
	const { token } = sandbox.hubrise.connect({ scope: 'location[orders.read]', device: 'tablet' });
	expect((await hubrise(sandbox, 'GET', '/location/orders/5dpm9', undefined, token)).status).toBe(200);
	const write = await hubrise(sandbox, 'POST', DELIVERY, { carrier: 'A', status: 'pending' }, token);
	expect([write.status, write.json.error_type]).toEqual([403, 'forbidden']);
	const { token: menu } = sandbox.hubrise.connect({ scope: 'profile location[catalog.read]', device: 'menu' });
	expect((await hubrise(sandbox, 'GET', DELIVERY, undefined, menu)).status).toBe(403);
	for (const path of ['/locations', '/account/orders', '/accounts/3r4s3/orders']) {
		expect((await hubrise(sandbox, 'GET', path)).status).toBe(403);
	}
	expect(() => sandbox.hubrise.connect({ scope: 'orders' })).toThrow(/scope/);
});

test('a body without its Content-Type, or with another, is 415; a body that is no JSON is 400', async () => {
	const post = (headers: Record<string, string>, body: string) =>
		sandbox.fetch(`${API}${DELIVERY}`, { method: 'POST', headers: { 'x-access-token': BRIDGE, ...headers }, body });
	for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
		const response = await parseResponse<HubriseBody>(await post({ 'content-type': type }, '{}'));
		expect([response.status, response.json.error_type]).toEqual([415, 'unsupported_media_type']);
	}
	const none = await sandbox.fetch(`${API}${DELIVERY}`, { method: 'POST', headers: { 'x-access-token': BRIDGE } });
	expect(none.status).toBe(415);
	const broken = await parseResponse(await post({ 'content-type': 'application/json; charset=utf-8' }, '{"carrier":'));
	expect([broken.status, broken.json]).toEqual([400, { message: expect.stringContaining('JSON') }]);
});

test('unknown query parameters, repeated ones, and unexpected bodies are 400', async () => {
	expect((await hubrise(sandbox, 'GET', '/location?fields=id')).json.message).toContain('fields');
	expect((await hubrise(sandbox, 'GET', '/location/orders?count=5&count=6')).status).toBe(400);
	expect((await hubrise(sandbox, 'DELETE', '/callback', {})).status).toBe(400);
	expect((await hubrise(sandbox, 'GET', `${DELIVERY}?access_token=x`)).status).toBe(400);
});

test('an unknown address or method is a routing error, also on the other host', async () => {
	for (const [method, path] of [
		['GET', '/nothing'],
		['DELETE', DELIVERY],
		['GET', '/location/'],
		['PUT', '/callback'],
	] as const) {
		const response = await hubrise(sandbox, method, path);
		expect([response.status, response.json]).toEqual([404, { error_type: 'routing_error' }]);
	}
	const headers = { 'x-access-token': BRIDGE };
	expect((await sandbox.fetch('https://manager.hubrise.com/v1/location', { headers })).status).toBe(404);
	expect((await sandbox.fetch(OAUTH.replace('manager', 'api') + '/token', { method: 'POST' })).status).toBe(404);
	expect((await sandbox.fetch(OAUTH.replace('manager', 'api') + '/authorize')).status).toBe(404);
});

test('POST is taken for the method that a header names', async () => {
	await hubrise(sandbox, 'POST', DELIVERY, { carrier: 'A', status: 'pending' });
	const override = { 'x-http-method-override': 'patch' };
	const response = await hubrise(sandbox, 'POST', DELIVERY, { ref: 'B' }, BRIDGE, override);
	expect([response.status, response.json.ref]).toEqual([200, 'B']);
	expect(sandbox.journal.entries.at(-1)).toMatchObject({ method: 'POST', route: 'delivery.update', committed: true });
	expect(
		(await hubrise(sandbox, 'POST', DELIVERY, { ref: 'C' }, BRIDGE, { 'x-http-method-override': 'junk x' })).status,
	).toBe(422);
});

test('pages of any origin may call the API', async () => {
	expect((await here()).headers.get('access-control-allow-origin')).toBe('*');
	expect((await here('nobody')).headers.get('access-control-allow-origin')).toBe('*');
	const page = await sandbox.fetch(`${OAUTH}/authorize`);
	expect(page.headers.get('access-control-allow-origin')).toBeNull();
});

test('locations: one by its id or by the token, all by account', async () => {
	const valmy = {
		id: '3r4s3-1',
		name: 'Valmy',
		account: { id: '3r4s3', name: 'Brasserie du Canal', currency: 'EUR' },
		address: '12 quai de Valmy',
		postal_code: '75010',
		city: 'Paris',
		country: 'FR',
		timezone: { name: 'Europe/Paris' },
		cutoff_time: '06:00',
		opening_hours: null,
		preparation_time: 15,
		order_acceptance: { mode: 'normal' },
		custom_fields: {},
	};
	expect((await here(TILL)).json).toEqual(valmy);
	expect((await hubrise(sandbox, 'GET', '/locations/3r4s3-1', undefined, ACCOUNT)).json).toEqual(valmy);
	const all = await hubrise<{ id: string }[]>(sandbox, 'GET', '/locations', undefined, ACCOUNT);
	expect(all.json.map(({ id }) => id)).toEqual(['3r4s3-1', '3r4s3-2']);
});
