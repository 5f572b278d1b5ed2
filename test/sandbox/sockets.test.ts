import { createSandbox, type Fault, type Listening, type Sandbox } from '../../sandbox/carriers';
import type { CykeBody, DeliveritBody } from './response-bodies';
import { delivery, MINUTE, CYKE_HEADERS, parseResponse, SHOP_AUTH, trip } from './cyke-deliverit-client';

let sandbox: Sandbox;
let served: Listening;
beforeEach(async () => {
	// A webhook over the network takes as long as it takes.
	sandbox = createSandbox({ workTimeoutMs: 120_000 });
	served = await sandbox.listen();
});
afterEach(() => sandbox.close());

const post = (init: RequestInit = {}) =>
	fetch(`${served.urls.cyke}/api/v2/deliveries`, {
		method: 'POST',
		headers: { ...CYKE_HEADERS, 'content-type': 'application/json' },
		body: JSON.stringify(delivery),
		...init,
	});

test('a port of its own for each carrier, on loopback', async () => {
	expect(served.urls.cyke).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	expect(served.urls.deliverit).not.toBe(served.urls.cyke);
	expect((await post()).status).toBe(201);
	expect((await fetch(`${served.urls.deliverit}/api/v2/deliveries`, { headers: CYKE_HEADERS })).status).toBe(404);
	expect(sandbox.journal.entries[0]).toMatchObject({
		transport: 'socket',
		port: expect.any(Number),
		route: 'deliveries.create',
		committed: true,
	});
});

test('links lead back to where it was reached', async () => {
	const url = `${served.urls.deliverit}/api/v1/orderdriver/create`;
	const booking = await fetch(url, {
		method: 'POST',
		headers: { authorization: SHOP_AUTH },
		body: new URLSearchParams(trip),
	});
	const { cancelUrl } = (await parseResponse<DeliveritBody>(booking)).json;
	expect(cancelUrl.startsWith(`${served.urls.deliverit}/api/v1/orderdriver/cancel/14/`)).toBe(true);
	expect((await fetch(cancelUrl, { method: 'POST', headers: { authorization: SHOP_AUTH } })).status).toBe(200);
	const inProcess = await sandbox.fetch(cancelUrl, { method: 'POST', headers: { authorization: SHOP_AUTH } });
	expect(inProcess.status).toBe(200);
});

test('multipart comes through', async () => {
	const body = new FormData();
	for (const [name, value] of Object.entries(trip)) body.set(name, value);
	const init = { method: 'POST', headers: { authorization: SHOP_AUTH }, body };
	expect((await fetch(`${served.urls.deliverit}/api/v1/orderdriver/create`, init)).status).toBe(201);
});

test.each<[Fault, number]>([
	[{ kind: 'refused' }, 0],
	[{ kind: 'reset', phase: 'before' }, 0],
	[{ kind: 'reset', phase: 'after' }, 1],
])('%j destroys the connection, with %i booked', async (fault, booked) => {
	sandbox.faults.once({}, fault);
	const error = await post().catch((thrown: unknown) => thrown);
	expect(error).toMatchObject({ cause: { code: 'ECONNRESET' } });
	expect(sandbox.cyke.deliveries).toHaveLength(booked);
	expect((await post()).status).toBe(201);
});

test('a timeout hangs until the client goes', async () => {
	sandbox.faults.once({}, { kind: 'timeout', phase: 'after' });
	const firstEntry = new Promise((resolve) => sandbox.journal.subscribe(resolve));
	const controller = new AbortController();
	const posting = post({ signal: controller.signal });
	await firstEntry;
	const pause = new Promise((resolve) => setTimeout(() => resolve('hangs'), 60));
	expect(await Promise.race([posting, pause])).toBe('hangs');
	controller.abort();
	await expect(posting).rejects.toMatchObject({ name: 'AbortError' });
	expect(sandbox.cyke.deliveries).toHaveLength(1);
});

test('a slow drip takes real time and ends well', async () => {
	sandbox.faults.once({}, { kind: 'slow', totalMs: 80, pieces: 4 });
	const start = performance.now();
	const response = (await parseResponse<CykeBody>(await post())).json;
	expect(performance.now() - start).toBeGreaterThan(50);
	expect(response.status).toBe('saved');
});

test('answers are spoilt on the wire as in process', async () => {
	sandbox.faults.once({}, { kind: 'truncated' });
	await expect(post().then((response) => response.json())).rejects.toThrow(/JSON/);
	sandbox.faults.once({}, { kind: 'empty', phase: 'after' });
	expect(await (await post()).text()).toBe('');
	sandbox.faults.once(
		{},
		{ kind: 'status', status: 429, phase: 'before', retryAfter: { form: 'seconds', seconds: 1 } },
	);
	expect((await post()).headers.get('retry-after')).toBe('1');
	sandbox.faults.once({}, { kind: 'redirect', phase: 'before', to: `${served.urls.deliverit}/elsewhere` });
	expect((await post()).url).toBe(`${served.urls.deliverit}/elsewhere`);
});

test('a webhook goes out over the network, and its links lead here', async () => {
	const { createServer } = await import('node:http');
	const bodies: string[] = [];
	const receiver = createServer((request, response) => {
		request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
		request.on('end', () => response.writeHead(200).end('ok'));
	});
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
	const address = receiver.address();
	const port = typeof address === 'object' ? address?.port : 0;
	const webhook = sandbox.cyke.webhooks.register({ url: `http://127.0.0.1:${port}/hook`, secret: 'x' });
	expect(await webhook.test()).toBe(true);
	const { id } = sandbox.cyke.book(delivery);
	sandbox.cyke.setStatus(id, 'delivered', {}, { force: true });
	await sandbox.clock.advance(MINUTE);
	const last = JSON.parse(bodies.at(-1) ?? '{}').payload.delivery.dropoff;
	expect(last.completion_pictures[0].startsWith(`${served.urls.cyke}/files/`)).toBe(true);
	expect((await fetch(last.completion_pictures[0])).headers.get('content-type')).toBe('image/png');
	receiver.closeAllConnections();
	await new Promise((resolve) => receiver.close(resolve));
});

test('closed, it is gone', async () => {
	const { urls } = served;
	await served.close();
	await expect(fetch(urls.cyke)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
});

test('fixed ports follow each other; one that is taken is an error', async () => {
	const port = Number(new URL(served.urls.cyke).port);
	await expect(sandbox.listen({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
	// The ports after a free one may be taken.
	const listenTwice = async (): Promise<{ free: number; urls?: Listening['urls'] }> => {
		const found = await sandbox.listen();
		const free = Number(new URL(found.urls.cyke).port);
		await found.close();
		return { free, urls: (await sandbox.listen({ port: free }).catch(() => undefined))?.urls };
	};
	let { free, urls } = await listenTwice();
	for (let tries = 1; urls === undefined && tries < 50; tries += 1) ({ free, urls } = await listenTwice());
	expect(urls).toMatchObject({ cubyn: `http://127.0.0.1:${free}`, cyke: `http://127.0.0.1:${free + 1}` });
});
