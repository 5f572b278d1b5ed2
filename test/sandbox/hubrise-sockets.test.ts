import { createServer, type Server } from 'node:http';
import { createSandbox, type Listening, type Sandbox } from '../../sandbox/carriers';
import type { HubriseBody } from './hubrise-client';
import { basic, parseResponse } from './cyke-deliverit-client';

const CLIENT = 'till.clients.sandbox.example';
const SECRET = 'HubriseSandboxTillSecret';
let sandbox: Sandbox;
let served: Listening;
let receiver: Server;
let received: { signature: unknown; body: string }[];
beforeEach(async () => {
	received = [];
	// A callback over the network takes as long as it takes.
	sandbox = createSandbox({ workTimeoutMs: 120_000 });
	served = await sandbox.listen();
	receiver = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			received.push({ signature: request.headers['x-hubrise-hmac-sha256'], body });
			response.writeHead(200).end();
		});
	});
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
	receiver.closeAllConnections();
	await new Promise((resolve) => receiver.close(resolve));
	await sandbox.close();
});

test('connect, subscribe and receive events, all over one port', async () => {
	const base = served.urls.hubrise;
	const authorizeParams = new URLSearchParams({
		client_id: CLIENT,
		redirect_uri: 'http://127.0.0.1:5678/back',
		scope: 'location[orders.write]',
	});
	const redirect = await fetch(`${base}/oauth2/v1/authorize?${authorizeParams}`, { redirect: 'manual' });
	const code = new URL(redirect.headers.get('location') ?? '').searchParams.get('code') ?? '';
	const form = {
		method: 'POST',
		headers: { authorization: basic(CLIENT, SECRET) },
		body: new URLSearchParams({ code }),
	};
	const token = (await parseResponse<HubriseBody>(await fetch(`${base}/oauth2/v1/token`, form))).json.access_token;

	const address = receiver.address();
	const port = typeof address === 'object' ? address?.port : 0;
	const headers = { 'x-access-token': token, 'content-type': 'application/json' };
	const callback = JSON.stringify({ url: `http://127.0.0.1:${port}/hook`, events: { delivery: ['create', 'update'] } });
	expect((await fetch(`${base}/v1/callback`, { method: 'POST', headers, body: callback })).status).toBe(200);

	const { id } = sandbox.hubrise.placeOrder();
	sandbox.hubrise.attach(id, { carrier: 'Vélo', status: 'pending' });
	const override = { ...headers, 'x-access-token': 'HubriseSandboxBridge0001', 'x-http-method-override': 'PATCH' };
	const body = JSON.stringify({ status: 'pickup_enroute' });
	const patched = await fetch(`${base}/v1/location/orders/${id}/delivery`, { method: 'POST', headers: override, body });
	expect((await parseResponse<HubriseBody>(patched)).json.status).toBe('pickup_enroute');
	await sandbox.clock.advance(0);
	expect(received.map((one) => JSON.parse(one.body).new_state.status)).toEqual(['pending', 'pickup_enroute']);
	for (const { signature } of received) expect(signature).toMatch(/^[0-9a-f]{64}$/);
});

test('a fault applies over sockets too: the response is lost, the delivery exists', async () => {
	const { id } = sandbox.hubrise.placeOrder();
	sandbox.faults.once({ route: 'delivery.create' }, { kind: 'reset', phase: 'after' });
	const url = `${served.urls.hubrise}/v1/location/orders/${id}/delivery`;
	const headers = { 'x-access-token': 'HubriseSandboxBridge0001', 'content-type': 'application/json' };
	const body = JSON.stringify({ carrier: 'Vélo', status: 'pending' });
	await expect(fetch(url, { method: 'POST', headers, body })).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
	expect((await parseResponse<HubriseBody>(await fetch(url, { headers }))).json.carrier).toBe('Vélo');
});
