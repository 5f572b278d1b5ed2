import { createSandbox, ALL_FAULTS, NetworkFault, type Fault, type Sandbox } from '../../sandbox/carriers';
import { bodyOf } from './response-bodies';
import { createCykeDelivery, cyke, CYKE, deliverit, delivery, CYKE_HEADERS, trip } from './cyke-deliverit-client';

const CREATE = { carrier: 'cyke', route: 'deliveries.create' };
let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

const create = () => cyke(sandbox, 'POST', '/api/v2/deliveries', delivery);

test.each<[Fault, string, number]>([
	[{ kind: 'refused' }, 'ECONNREFUSED', 0],
	[{ kind: 'dns' }, 'ENOTFOUND', 0],
	[{ kind: 'reset', phase: 'before' }, 'ECONNRESET', 0],
	[{ kind: 'reset', phase: 'after' }, 'ECONNRESET', 1],
	[{ kind: 'timeout', phase: 'before' }, 'ETIMEDOUT', 0],
	[{ kind: 'timeout', phase: 'after' }, 'ETIMEDOUT', 1],
])('%j is thrown as %s, with %i booked', async (fault, code, booked) => {
	sandbox.faults.once(CREATE, fault);
	const error = await create().catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(NetworkFault);
	expect(error).toMatchObject({ code, phase: booked ? 'after' : 'before' });
	expect(sandbox.cyke.deliveries).toHaveLength(booked);
	expect(sandbox.journal.entries[0]).toMatchObject({ committed: booked === 1, fault, noResponse: { code } });
	expect(sandbox.journal.entries[0]).not.toHaveProperty('status');
	expect((await create()).status).toBe(201);
});

test.each([500, 502, 503, 504] as const)('%i before and after the commit', async (status) => {
	sandbox.faults.once(CREATE, { kind: 'status', status, phase: 'before' });
	expect((await create()).status).toBe(status);
	expect(sandbox.cyke.deliveries).toHaveLength(0);
	sandbox.faults.once(CREATE, { kind: 'status', status, phase: 'after' });
	const response = await create();
	expect(response.status).toBe(status);
	expect(response.text).toContain('<html>');
	expect(sandbox.cyke.deliveries).toHaveLength(1);
	expect(sandbox.journal.entries[1]).toMatchObject({ status, committed: true });
});

test('408, and 429 with and without Retry-After in both its forms', async () => {
	const responseTo = async (fault: Fault) => {
		sandbox.faults.once(CREATE, fault);
		const { status, headers } = await sandbox.fetch(`${CYKE}/api/v2/deliveries`, {
			method: 'POST',
			headers: CYKE_HEADERS,
			body: '{}',
		});
		return `${status} ${headers.get('retry-after')}`;
	};
	const limit = { kind: 'status', status: 429, phase: 'before' } as const;
	expect(await responseTo({ ...limit, status: 408 })).toBe('408 null');
	expect(await responseTo(limit)).toBe('429 null');
	expect(await responseTo({ ...limit, retryAfter: { form: 'seconds', seconds: 7 } })).toBe('429 7');
	expect(await responseTo({ ...limit, retryAfter: { form: 'date', seconds: 7 } })).toBe(
		'429 Mon, 23 Nov 2026 08:00:07 GMT',
	);
});

test('truncated JSON, a page, an empty body and a redirect', async () => {
	sandbox.faults.once(CREATE, { kind: 'truncated' });
	const cut = await create();
	expect(cut.status).toBe(201);
	expect(() => JSON.parse(cut.text)).toThrow();
	expect(sandbox.cyke.deliveries).toHaveLength(1);

	sandbox.faults.once(CREATE, { kind: 'html', phase: 'before' });
	expect(await create()).toMatchObject({ status: 200, text: expect.stringContaining('<html>') });
	sandbox.faults.once(CREATE, { kind: 'empty', phase: 'after' });
	expect(await create()).toMatchObject({ status: 201, text: '' });
	sandbox.faults.once(CREATE, { kind: 'empty', phase: 'before' });
	expect(await create()).toMatchObject({ status: 200, text: '' });
	expect(sandbox.cyke.deliveries).toHaveLength(2);

	sandbox.faults.once({ effect: 'read' }, { kind: 'redirect', phase: 'before', to: 'https://evil.example/x' });
	const away = await sandbox.fetch(`${CYKE}/api/v2/deliveries`, { headers: CYKE_HEADERS });
	expect([away.status, away.headers.get('location')]).toEqual([302, 'https://evil.example/x']);
});

test('a slow drip is the true answer, and costs simulated time', async () => {
	sandbox.faults.once(CREATE, { kind: 'slow', totalMs: 4000, pieces: 4 });
	const start = sandbox.clock.now();
	const response = await create();
	expect(response).toMatchObject({ status: 201, json: { status: 'saved' } });
	expect(sandbox.clock.now() - start).toBe(4000);
});

test('any fault may take time; a timeout may also hang until the client gives up', async () => {
	sandbox.faults.once(CREATE, { kind: 'timeout', phase: 'after', delayMs: 20_000 });
	const start = sandbox.clock.now();
	await expect(create()).rejects.toThrow(NetworkFault);
	expect(sandbox.clock.now() - start).toBe(20_000);

	sandbox.faults.once({}, { kind: 'timeout', phase: 'before', hang: true });
	const controller = new AbortController();
	const hanging = sandbox.fetch(`${CYKE}/api/v2/deliveries`, { headers: CYKE_HEADERS, signal: controller.signal });
	setTimeout(() => controller.abort(new Error('too slow')), 5);
	await expect(hanging).rejects.toThrow('too slow');
});

test('look-ups lag behind, by fault or by setting, for a while', async () => {
	const list = async () => bodyOf<object[]>((await cyke(sandbox, 'GET', '/api/v2/deliveries')).text).length;
	await sandbox.clock.advance(10_000);
	const id = await createCykeDelivery(sandbox);
	sandbox.faults.add({ effect: 'read', fault: { kind: 'lag', ms: 3000 }, times: 2 });
	expect(await list()).toBe(0);
	await sandbox.clock.advance(2999);
	expect(await list()).toBe(0);
	expect(await list()).toBe(1);

	sandbox.lookUpLag = { from: 1000, to: 3000 };
	await cyke(sandbox, 'PATCH', `/api/v2/deliveries/${id}/cancel`);
	const status = async () => (await cyke(sandbox, 'GET', `/api/v2/deliveries/${id}`)).json.status;
	expect(await status()).toBe('saved');
	expect((await cyke(sandbox, 'PATCH', `/api/v2/deliveries/${id}/cancel`)).status).toBe(422);
	await sandbox.clock.advance(3000);
	expect(await status()).toBe('cancelled');
});

test("DeliverIt's period lags, too", async () => {
	sandbox.lookUpLag = 2000;
	await deliverit(sandbox, 'POST', '/api/v1/orderdriver/create', trip);
	const seen = async () => (await deliverit(sandbox, 'GET', '/api/v1/order/14/2026-11-23/2026-11-23')).status;
	expect(await seen()).toBe(404);
	await sandbox.clock.advance(2000);
	expect(await seen()).toBe(200);
});

test('rules: the nth matching request, so many times, by path, taken away again', async () => {
	const down: Fault = { kind: 'status', status: 503, phase: 'before' };
	const removeRule = sandbox.faults.add({ ...CREATE, nth: [2, 4], fault: down });
	const statuses = async (count: number) => {
		const seen: number[] = [];
		for (let n = 0; n < count; n += 1) seen.push((await create()).status);
		return seen;
	};
	expect(await statuses(5)).toEqual([201, 503, 201, 503, 201]);
	removeRule();
	sandbox.faults.add({ path: /deliveries/, times: 2, fault: down });
	expect(await statuses(3)).toEqual([503, 503, 201]);
	sandbox.faults.once({}, down);
	sandbox.faults.once({}, { ...down, status: 500 });
	expect(await statuses(3)).toEqual([503, 500, 201]);
	expect(sandbox.faults.fired.map(({ request }) => request.route)).toHaveLength(6);
	sandbox.faults.add({ fault: down });
	sandbox.faults.clear();
	expect(await statuses(1)).toEqual([201]);
});

test('a fault strikes what has no route as well', async () => {
	sandbox.faults.add({ carrier: 'deliverit', fault: { kind: 'dns' } });
	await expect(deliverit(sandbox, 'GET', '/nothing')).rejects.toMatchObject({ code: 'ENOTFOUND' });
	expect((await create()).status).toBe(201);
});

test('a schedule is the same for the same seed, and knows every kind', async () => {
	const firedFaults = async (seed: number) => {
		const seeded = createSandbox({ seed });
		seeded.faults.schedule({ rate: 0.5 });
		for (let n = 0; n < 60; n += 1) {
			await cyke(seeded, n % 2 ? 'GET' : 'POST', '/api/v2/deliveries', n % 2 ? undefined : delivery).catch(
				() => undefined,
			);
		}
		return seeded.faults.fired.map(({ fault }) => JSON.stringify(fault));
	};
	const first = await firedFaults(3);
	expect(first.length).toBeGreaterThan(15);
	expect(await firedFaults(3)).toEqual(first);
	expect(await firedFaults(4)).not.toEqual(first);
	expect(new Set(ALL_FAULTS.map(({ kind }) => kind)).size).toBe(12);
});

test('a plan of your own', async () => {
	const plan = {
		next: ({ effect }: { effect?: string }): Fault | undefined => (effect === 'read' ? { kind: 'refused' } : undefined),
	};
	const seeded = createSandbox({ faults: plan });
	expect((await cyke(seeded, 'POST', '/api/v2/deliveries', delivery)).status).toBe(201);
	await expect(cyke(seeded, 'GET', '/api/v2/deliveries')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
	seeded.faults.use(undefined);
	expect((await cyke(seeded, 'GET', '/api/v2/deliveries')).status).toBe(200);
});
