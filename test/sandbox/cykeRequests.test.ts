import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { bodyOf, type CykeBody } from './bodies';
import { created, cyke, CYKE, delivery, OPEN_HEADERS, OTHER_HEADERS, read } from './shop';

let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

test.each([
	['no credentials', {}],
	['no token', { 'x-user-email': OPEN_HEADERS['x-user-email'] }],
	['a wrong token', { ...OPEN_HEADERS, 'x-user-token': 'wrong' }],
	['a token of somebody else', { ...OPEN_HEADERS, 'x-user-token': OTHER_HEADERS['x-user-token'] }],
])('401 with %s', async (_, headers) => {
	const answer = await cyke(sandbox, 'GET', '/api/v2/deliveries', undefined, headers);
	expect(answer.status).toBe(401);
	expect(typeof answer.json.error).toBe('string');
});

test('a list shows own deliveries only, all of them, oldest first, under the new slot names', async () => {
	const first = await created(sandbox, { client_order_reference: 'A' });
	const second = await created(sandbox, { client_order_reference: 'B' });
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
	expect((await cyke(sandbox, 'GET', '/api/v2/deliveries', undefined, OTHER_HEADERS)).json).toEqual([]);
	expect((await cyke(sandbox, 'GET', '/api/v2/deliveries?client_order_reference=B')).json).toMatchObject([
		{ id: second },
	]);
	expect((await cyke(sandbox, 'GET', '/api/v2/deliveries?client_order_reference=b')).json).toEqual([]);
});

test('latest wins over an id, and is one whole delivery', async () => {
	await created(sandbox, { client_order_reference: 'A' });
	await sandbox.clock.advance(1000);
	const second = await created(sandbox, { client_order_reference: 'A' });
	await created(sandbox, { client_order_reference: 'B' });
	const latest = await cyke(sandbox, 'GET', '/api/v2/deliveries/latest?client_order_reference=A');
	expect(latest.json).toMatchObject({ id: second, client_order_reference: 'A' });
	expect((await cyke(sandbox, 'GET', '/api/v2/deliveries/latest?client_order_reference=C')).status).toBe(404);
	expect((await cyke(sandbox, 'PUT', '/api/v2/deliveries/latest', { comments: 'x' })).status).toBe(404);
});

test('404 for what is not there, and for what is not yours', async () => {
	const id = await created(sandbox);
	expect((await cyke(sandbox, 'GET', `/api/v2/deliveries/${id}`)).status).toBe(200);
	expect((await cyke(sandbox, 'GET', `/api/v2/deliveries/${id}`, undefined, OTHER_HEADERS)).status).toBe(404);
	expect((await cyke(sandbox, 'PATCH', `/api/v2/deliveries/${id}/cancel`, undefined, OTHER_HEADERS)).status).toBe(404);
	for (const wrong of [`${id + 1}`, `${id}x`, '1e3']) {
		expect((await cyke(sandbox, 'GET', `/api/v2/deliveries/${wrong}`)).status).toBe(404);
	}
	expect((await cyke(sandbox, 'GET', '/api/v2/delivery')).status).toBe(404);
	expect((await cyke(sandbox, 'GET', '/api/v3/deliveries')).status).toBe(404);
});

test('405 for a wrong method', async () => {
	const id = await created(sandbox);
	const wrong = ['DELETE /api/v2/deliveries', `POST /api/v2/deliveries/${id}`, `POST /api/v2/deliveries/${id}/cancel`];
	for (const [method = '', path = ''] of wrong.map((line) => line.split(' '))) {
		const answer = await cyke(sandbox, method, path);
		expect(answer.status).toBe(405);
		expect(answer.json.error).toContain(method);
	}
});

test('unknown, repeated and empty parameters are refused', async () => {
	const get = (query: string) => cyke(sandbox, 'GET', `/api/v2/deliveries${query}`);
	expect((await get('?page=2')).json.error).toContain('page');
	expect((await get('?client_order_reference=')).status).toBe(400);
	expect((await get('?client_order_reference=a&client_order_reference=b')).status).toBe(400);
	expect((await cyke(sandbox, 'POST', '/api/v2/deliveries?dry_run=1', delivery)).json.error).toContain('dry_run');
});

test('a write needs JSON and says so in its Content-Type', async () => {
	const post = async (body: string, type?: string) =>
		read<CykeBody>(
			await sandbox.fetch(`${CYKE}/api/v2/deliveries`, {
				method: 'POST',
				headers: { ...OPEN_HEADERS, ...(type !== undefined && { 'content-type': type }) },
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
	const plain = await sandbox.fetch('http://www.cyke.io/api/v2/deliveries', { headers: OPEN_HEADERS });
	expect(plain.status).toBe(403);
	await expect(sandbox.fetch('https://cyke.example/api/v2/deliveries')).rejects.toMatchObject({
		code: 'ENOTFOUND',
		phase: 'before',
	});
});

test('dispatch books by the same rules, and for the API it is a delivery like any other', async () => {
	const made = sandbox.cyke.book(delivery);
	expect((await cyke(sandbox, 'GET', `/api/v2/deliveries/${made.id}`)).json.status).toBe('saved');
	expect(() => sandbox.cyke.book({ packages: [] })).toThrow(/Packages/);
});
