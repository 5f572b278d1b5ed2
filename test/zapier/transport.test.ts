import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import type { ReadyAccess } from '../../shared/declare/connection';
import type { SendResult } from '../../shared/run/ports';
import type { ZObject } from '../../zapier/src/platform';
import { networkErrors } from '../core/network-errors';
import { untrustedServer } from '../core/untrusted-server';
import { createAppHandler } from '../../zapier/review/platform-core';
import { createTransport } from '../../zapier/src/transport';

const access = (base: string): ReadyAccess => ({
	base,
	hosts: [],
	encoding: 'json',
	zone: 'UTC',
	identity: 'me',
	account: 'account me',
	stateAccount: 'account me',
	credentials: { kind: 'headers', headers: { 'x-key': 'k' } },
});

/** Sends one request from inside a step of the real core. */
async function sendFromStep(url: string, timeoutMs: number): Promise<SendResult> {
	let sent: SendResult | undefined;
	const perform = async (z: ZObject) => {
		sent = await createTransport(z).send(
			{ method: 'POST', url, headers: { 'content-type': 'application/json' }, body: '{"a":1}' },
			access(url),
			timeoutMs,
		);
		return {};
	};
	const step = {
		key: 'try',
		noun: 'Try',
		display: { label: 'Try', description: 'Tries.' },
		operation: { perform, sample: {} },
	};
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
		expect(await sendFromStep('http://127.0.0.1:9/deliveries', LONG_MS)).toEqual({
			noResponse: { delivered: 'no', reason: 'the connection was refused' },
		});
	});

	test('to a server whose certificate nobody vouches for was not sent', async () => {
		const server = await untrustedServer();
		expect(await sendFromStep(`${server.address}/deliveries`, LONG_MS)).toEqual({
			noResponse: { delivered: 'no', reason: 'its certificate is not trusted' },
		});
		expect(server.requestCount()).toBe(0);
		await server.close();
	});

	test.each(networkErrors)('that ends with %s at %s: delivered is %s', async (code, syscall, delivered) => {
		const message = `request to https://www.cyke.io/a failed, reason: ${syscall ?? 'certificate'} ${code} 192.0.2.1`;
		const error = Object.assign(new Error(syscall === undefined ? 'failed' : message), { code, type: 'system' });
		const z = { request: () => Promise.reject(error) };
		// The transport uses nothing else of the platform.
		const sent = createTransport(z as unknown as ZObject).send(
			{ method: 'POST', url: 'https://www.cyke.io/a', headers: {} },
			access('https://www.cyke.io'),
			LONG_MS,
		);
		await expect(sent).resolves.toMatchObject({ noResponse: { delivered } });
	});

	test('whose answer unpacks beyond the limit may have arrived, and is not read to its end', async () => {
		const bomb = gzipSync(Buffer.alloc(40_000_000, ' '));
		const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`;
		const sent = await onServer(
			(socket) => {
				socket.write(head);
				socket.write(bomb);
			},
			async (url) => await sendFromStep(url, LONG_MS),
		);
		expect(sent).toMatchObject({ noResponse: { delivered: 'maybe', isTooLarge: true } });
	});

	test('that is cut off before the answer may have arrived', async () => {
		const sent = await onServer(
			(socket) => socket.destroy(),
			async (url) => await sendFromStep(url, LONG_MS),
		);
		expect(sent).toEqual({
			noResponse: { delivered: 'maybe', reason: 'the connection broke before the answer was complete' },
		});
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
	])('whose response %s is abandoned in time and may have arrived', async (_name, serve) => {
		expect(await onServer(serve, async (url) => await sendFromStep(url, 400))).toEqual({
			noResponse: { delivered: 'maybe', reason: 'it did not answer in time' },
		});
	});

	test('that is redirected is not followed', async () => {
		const sent = await onServer(
			(socket) =>
				socket.end('HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/elsewhere\r\ncontent-length: 0\r\n\r\n'),
			async (url) => await sendFromStep(url, LONG_MS),
		);
		expect(sent).toMatchObject({ response: { status: 302, text: '' } });
	});
});
