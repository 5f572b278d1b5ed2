import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { createAppHandler } from '../../sandbox/hosts/zapier';
import type { Access } from '../../shared/declare/connection';
import type { Sent } from '../../shared/run/ports';
import type { ZObject } from '../../zapier/src/platform';
import { untrustedServer } from '../core/untrusted';
import { createTransport } from '../../zapier/src/transport';

const access = (base: string): Access => ({ base, hosts: [], encoding: 'json', headers: { 'x-key': 'k' }, zone: 'UTC', identity: 'me' });

/** Sends one request from inside a step of the real core. */
async function sendFromStep(url: string, timeoutMs: number): Promise<Sent> {
	let sent: Sent | undefined;
	const perform = async (z: ZObject) => {
		sent = await createTransport(z).send({ method: 'POST', url, headers: { 'content-type': 'application/json' }, body: '{"a":1}' }, access(url), timeoutMs);
		return {};
	};
	const step = { key: 'try', noun: 'Try', display: { label: 'Try', description: 'Tries.' }, operation: { perform, sample: {} } };
	const handler = createAppHandler({ version: '1.0.0', platformVersion: '19.1.0', creates: { try: step } });
	await handler({ command: 'execute', method: 'creates.try.operation.perform', bundle: { inputData: {} } });
	if (!sent) throw new Error('The step did not run');
	return sent;
}

async function onServer<T>(serve: (socket: Socket) => void, work: (url: string) => Promise<T>): Promise<T> {
	const sockets = new Set<Socket>();
	const server: Server = createServer().on('connection', (socket) => {
		sockets.add(socket);
		socket.once('data', () => serve(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// A server that listens on a port has an address of this kind.
	const { port } = server.address() as AddressInfo;
	try {
		return await work(`http://127.0.0.1:${port}/deliveries`);
	} finally {
		for (const socket of sockets) socket.destroy();
		await new Promise<void>((resolve) => server.close(() => resolve()));
	}
}

/** Longer than any machine takes for one request. */
const LONG_MS = 120_000;

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n';

describe('a request', () => {
	test('that was refused at the door was not sent', async () => {
		expect(await sendFromStep('http://127.0.0.1:9/deliveries', LONG_MS)).toEqual({ lost: { sent: 'no', why: 'the connection was refused' } });
	});

	test('to a server whose certificate nobody vouches for was not sent', async () => {
		const server = await untrustedServer();
		expect(await sendFromStep(`${server.address}/deliveries`, LONG_MS)).toEqual({ lost: { sent: 'no', why: 'its certificate is not trusted' } });
		expect(server.asked()).toBe(0);
		await server.close();
	});

	test('that is cut off before the answer may have arrived', async () => {
		const sent = await onServer(
			(socket) => socket.destroy(),
			async (url) => await sendFromStep(url, LONG_MS),
		);
		expect(sent).toEqual({ lost: { sent: 'maybe', why: 'the connection broke before the answer was complete' } });
	});

	test.each<[string, (socket: Socket) => void]>([
		['never comes', () => undefined],
		// The platform's client does not notice that the rest will not come.
		['is cut off half-way', (socket) => socket.end(`${HEAD}{"id"`)],
		// Left alone, it would be whole after five seconds.
		[
			'trickles',
			(socket) => {
				socket.write(HEAD);
				const drip = setInterval(() => socket.write(' '), 50);
				socket.on('close', () => clearInterval(drip));
				socket.on('error', () => clearInterval(drip));
			},
		],
	])('whose answer %s is given up in time and may have arrived', async (_name, serve) => {
		expect(await onServer(serve, async (url) => await sendFromStep(url, 400))).toEqual({ lost: { sent: 'maybe', why: 'it did not answer in time' } });
	});

	test('that is redirected is not followed', async () => {
		const sent = await onServer(
			(socket) => socket.end('HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/elsewhere\r\ncontent-length: 0\r\n\r\n'),
			async (url) => await sendFromStep(url, LONG_MS),
		);
		expect(sent).toMatchObject({ answer: { status: 302, text: '' } });
	});
});
