import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { bodyOf, type CykeBody } from './response-bodies';
import {
	createCykeDelivery,
	cyke,
	CYKE,
	delivery,
	CYKE_HEADERS,
	OTHER_CYKE_HEADERS,
	parseResponse,
} from './cyke-deliverit-client';

let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

test.each([
	['no credentials', {}],
	['no token', { 'x-user-email': CYKE_HEADERS['x-user-email'] }],
	['a wrong token', { ...CYKE_HEADERS, 'x-user-token': 'wrong' }],
	['a token of somebody else', { ...CYKE_HEADERS, 'x-user-token': OTHER_CYKE_HEADERS['x-user-token'] }],
])('401 with %s', async (_, headers) => {
	const response = await cyke(sandbox, 'GET', '/api/v2/deliveries', undefined, headers);
	expect(response.status).toBe(401);
	expect(typeof response.json.error).toBe('string');
});

test('a list shows own deliveries only, all of them, oldest first, under the new slot names', async () => {
	const first = await createCykeDelivery(sandbox, { client_order_reference: 'A' });
	const second = await createCykeDelivery(sandbox, { client_order_reference: 'B' });
	const all = await cyke(sandbox, 'GET', '/api/v2/deliveries');
	const lines = bodyOf<CykeBody[]>(all.text);
	expect(lines.map(({ id }) => id)).toEqual([first, second]);
	expect(Object.keys(lines[0] ?? {})).toEqual([
		'id',
		'created_at',
		'status',
		'slot_starting_at',
		'slot_ending_at',
		'price_cents',
	]);
	expect((await cyke(sandbox, 'GET', '/api/v2/deliveries', undefined, OTHER_CYKE_HEADERS)).json).toEqual([]);
	expect((await cyke(sandbox, 'GET', '/api/v2/deliveries?client_order_reference=B')).json).toMatchObject([
		{ id: second },
	]);
	expect((await cyke(sandbox, 'GET', '/api/v2/deliveries?client_order_reference=b')).json).toEqual([]);
});

test('latest wins over an id, and is one full delivery', async () => {
	await createCykeDelivery(sandbox, { client_order_reference: 'A' });
	await sandbox.clock.advance(1000);
	const second = await createCykeDelivery(sandbox, { client_order_reference: 'A' });
	await createCykeDelivery(sandbox, { client_order_reference: 'B' });
	const latest = await cyke(sandbox, 'GET', '/api/v2/deliveries/latest?client_order_reference=A');
	expect(latest.json).toMatchObject({ id: second, client_order_reference: 'A' });
	expect((await cyke(sandbox, 'GET', '/api/v2/deliveries/latest?client_order_reference=C')).status).toBe(404);
	expect((await cyke(sandbox, 'PUT', '/api/v2/deliveries/latest', { comments: 'x' })).status).toBe(404);
});

test('404 for what is not there, and for what is not yours', async () => {
	const id = await createCykeDelivery(sandbox);
	expect((await cyke(sandbox, 'GET', `/api/v2/deliveries/${id}`)).status).toBe(200);
	expect((await cyke(sandbox, 'GET', `/api/v2/deliveries/${id}`, undefined, OTHER_CYKE_HEADERS)).status).toBe(404);
	expect((await cyke(sandbox, 'PATCH', `/api/v2/deliveries/${id}/cancel`, undefined, OTHER_CYKE_HEADERS)).status).toBe(
		404,
	);
	for (const wrong of [`${id + 1}`, `${id}x`, '1e3']) {
		expect((await cyke(sandbox, 'GET', `/api/v2/deliveries/${wrong}`)).status).toBe(404);
	}
	expect((await cyke(sandbox, 'GET', '/api/v2/delivery')).status).toBe(404);
	expect((await cyke(sandbox, 'GET', '/api/v3/deliveries')).status).toBe(404);
});

test('405 for a wrong method', async () => {
	const id = await createCykeDelivery(sandbox);
	const wrong = ['DELETE /api/v2/deliveries', `POST /api/v2/deliveries/${id}`, `POST /api/v2/deliveries/${id}/cancel`];
	for (const [method = '', path = ''] of wrong.map((line) => line.split(' '))) {
		const response = await cyke(sandbox, method, path);
		expect(response.status).toBe(405);
		expect(response.json.error).toContain(method);
	}
});

test('unknown, repeated and empty parameters are refused', async () => {
	const get = (query: string) => cyke(sandbox, 'GET', `/api/v2/deliveries${query}`);
	expect((await get('?page=2')).json.error).toContain('page');
	expect((await get('?client_order_reference=')).status).toBe(400);
	expect((await get('?client_order_reference=a&client_order_reference=b')).status).toBe(400);
	expect((await cyke(sandbox, 'POST', '/api/v2/deliveries?dry_run=1', delivery)).json.error).toContain('dry_run');
});

test('a write needs JSON and a Content-Type that says so', async () => {
	const post = async (body: string, type?: string) =>
		parseResponse<CykeBody>(
			await sandbox.fetch(`${CYKE}/api/v2/deliveries`, {
				method: 'POST',
				headers: { ...CYKE_HEADERS, ...(type !== undefined && { 'content-type': type }) },
				body: new TextEncoder().encode(body),
			}),
		);
	const body = JSON.stringify(delivery);
	expect((await post(body)).json.error).toContain('Content-Type');
	expect((await post(body, 'text/plain')).status).toBe(400);
	expect((await post(`${body}}`, 'application/json')).json.error).toContain('JSON');
	expect((await post('', 'application/json')).status).toBe(400);
	expect((await post('[]', 'application/json')).status).toBe(422);
	expect((await post(body, 'application/json; charset=utf-8')).status).toBe(201);
});

test('a slash at the end changes nothing', async () => {
	expect((await cyke(sandbox, 'POST', '/api/v2/deliveries/', delivery)).status).toBe(201);
});

test('package types are those of the account', async () => {
	const types = bodyOf<object[]>((await cyke(sandbox, 'GET', '/api/v2/package_types')).text);
	expect(types).toHaveLength(3);
	expect(types[2]).toEqual({ id: 3, type: 'Bouquet', volume: 8, weight: 1, fragility: 'fragile', temperature: null });
});

test('plain http and unknown hosts do not pass', async () => {
	const overHttp = await sandbox.fetch('http://www.cyke.io/api/v2/deliveries', { headers: CYKE_HEADERS });
	expect(overHttp.status).toBe(403);
	await expect(sandbox.fetch('https://cyke.example/api/v2/deliveries')).rejects.toMatchObject({
		code: 'ENOTFOUND',
		phase: 'before',
	});
});

test('dispatch books by the same rules, and for the API it is a delivery like any other', async () => {
	const bookedDelivery = sandbox.cyke.book(delivery);
	expect((await cyke(sandbox, 'GET', `/api/v2/deliveries/${bookedDelivery.id}`)).json.status).toBe('saved');
	expect(() => sandbox.cyke.book({ packages: [] })).toThrow(/Packages/);
});
