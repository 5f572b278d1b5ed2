import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';

import { getDelivery } from '../../shared/carriers/cyke/actions/get';
import { listDeliveries } from '../../shared/carriers/cyke/actions/list';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import type { JsonObject } from '../../shared/json';
import { toNoResponse } from '../../nodes/adapter/transport-error';
import { createN8n, fillForm, type NodeSpec } from '../../sandbox/hosts/n8n';
import { networkErrors } from '../core/network-errors';
import { untrustedServer } from '../core/untrusted-server';
import { credentialsAt, n8nWithCarrier, nodeType } from './run-on-n8n';
import type { Script } from './scripted-carrier';
import { useInstantClock } from './instant-clock';

useInstantClock();

const get = (options: NonNullable<NodeSpec['parameters']> = {}): NodeSpec => ({
	type: nodeType(cyke),
	parameters: { ...fillForm(getDelivery, { id: 4711 }), output: 'raw', options: { ...options, itemsAtOnce: 1 } },
});

async function runAgainst(script: Script, step: NodeSpec = get()) {
	const { n8n, server } = await n8nWithCarrier(cyke, script);
	try {
		return { run: await n8n.run([{}], step), requests: server.requests };
	} finally {
		await server.close();
	}
}

describe('over the wire', () => {
	test('a read is retried after a broken connection and an unavailable carrier', async () => {
		const { run, requests } = await runAgainst((_, nth) =>
			nth === 1 ? { status: 0, drop: true } : nth === 2 ? { status: 503 } : { status: 200, body: deliveryV2 },
		);
		expect(run.items[0]?.json).toMatchObject({ id: '4711' });
		expect(requests).toHaveLength(3);
	});

	test('a refusal is reported once, in the words of the carrier', async () => {
		const { run, requests } = await runAgainst(() => ({ status: 404, body: { error: 'Delivery not found' } }));
		expect(run.error).toMatchObject({
			name: 'NodeApiError',
			message: 'Cyke has nothing for Delivery 4711. The carrier said: Delivery not found',
			description: expect.stringContaining('Check the number'),
			httpCode: '404',
		});
		expect(requests).toHaveLength(1);
	});

	test('text that only looks like JSON passes unchanged', async () => {
		const { run } = await runAgainst(() => ({
			status: 200,
			body: Buffer.from('<html>gateway</html>'),
			headers: { 'content-type': 'text/html' },
		}));
		expect(run.error?.message).toContain('<html>gateway</html>');
	});

	test('nothing listens', async () => {
		const free = createServer();
		await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
		const address = free.address();
		const port = typeof address === 'object' && address !== null ? address.port : 0;
		await new Promise((resolve) => free.close(resolve));
		const n8n = await createN8n({ credentials: credentialsAt(cyke, `http://127.0.0.1:${port}`) });
		const run = await n8n.run([{}], get());
		expect(run.error).toMatchObject({
			message: 'Cyke could not be reached: the connection was refused',
			description: expect.stringContaining('later'),
		});
	});

	test('a server whose certificate nobody vouches for is shown nothing', async () => {
		const server = await untrustedServer();
		const n8n = await createN8n({ credentials: credentialsAt(cyke, server.address) });
		const run = await n8n.run([{}], get());
		expect(run.error?.message).toBe('Cyke could not be reached: its certificate is not trusted');
		expect(server.requestCount()).toBe(0);
		await server.close();
	});

	test('an answer that unpacks beyond the limit is not read to its end, and not requested again', async () => {
		const bomb = gzipSync(Buffer.alloc(40_000_000, ' '));
		const { run, requests } = await runAgainst(() => ({
			status: 200,
			body: bomb,
			headers: { 'content-encoding': 'gzip' },
		}));
		expect(run.error?.message).toContain('larger than 32 MB');
		expect(requests).toHaveLength(1);
	});

	test('an answer below the limit is read whole, however its bytes are cut', async () => {
		const comments = 'é'.repeat(1_000_000);
		const whole = { ...get(), parameters: { ...get().parameters, output: 'raw' } };
		const { run } = await runAgainst(() => ({ status: 200, body: { ...deliveryV2, comments } }), whole);
		expect(run.items[0]?.json).toMatchObject({ id: '4711', carrierData: { comments } });
	});

	test('a list stops at its limit, or returns everything', async () => {
		const lines = Array.from({ length: 60 }, (_, at) => ({
			id: at + 1,
			created_at: '2020-11-09T08:00:00+01:00',
			status: 'saved',
		}));
		const parameters = fillForm(listDeliveries, {});
		const script: Script = () => ({ status: 200, body: lines });
		expect((await runAgainst(script, { type: nodeType(cyke), parameters })).run.items).toHaveLength(60);
		expect(
			(await runAgainst(script, { type: nodeType(cyke), parameters: { ...parameters, returnAll: false } })).run.items,
		).toHaveLength(50);
		expect(
			(await runAgainst(script, { type: nodeType(cyke), parameters: { ...parameters, returnAll: false, limit: 3 } }))
				.run.items,
		).toHaveLength(3);
	});
});

describe('files of an item', () => {
	const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
	const withPicture = (url: string): JsonObject => ({
		...deliveryV2,
		dropoff: { ...(deliveryV2.dropoff as JsonObject), completion_pictures: [url] },
	});

	test('come along as binary data, from an address that the carrier points to as well', async () => {
		const { n8n, server } = await n8nWithCarrier(cyke, ({ path, headers }) => {
			if (path === '/files/1') return { status: 302, headers: { location: '/stored/1.png' } };
			if (path === '/stored/1.png') return { status: 200, body: PICTURE };
			return { status: 200, body: withPicture(`http://${headers.host}/files/1`) };
		});
		const run = await n8n.run([{}], get({ downloadFiles: true }));
		expect(run.items[0]?.binary?.dropoff_picture_1).toMatchObject({
			data: PICTURE.toString('base64'),
			mimeType: 'image/png',
			fileName: 'dropoff-picture-1.png',
		});
		expect((await n8n.run([{}], get())).items[0]?.binary).toBeUndefined();
		await server.close();
	});

	test('from another host are fetched without credentials, and only over https', async () => {
		const elsewhere = await n8nWithCarrier(cyke, () => ({ status: 200, body: PICTURE }));
		const { run } = await runAgainst(
			() => ({ status: 200, body: withPicture(`${elsewhere.server.address}/1.png`) }),
			get({ downloadFiles: true }),
		);
		expect(run.items[0]?.binary).toBeDefined();
		expect(elsewhere.server.requests[0]?.headers).not.toHaveProperty('x-user-token');
		await elsewhere.server.close();
		const { run: refused } = await runAgainst(
			() => ({ status: 200, body: withPicture('http://files.example/1.png') }),
			get({ downloadFiles: true }),
		);
		expect(refused.error?.message).toContain('not safe');
	});
});

describe('what a request without a response means', () => {
	const wrapped = (code: string, syscall?: string) =>
		new Error('outer', { cause: Object.assign(new Error('inner'), { code, syscall }) });

	test('the errors of several addresses of one name prove together that nothing was sent', () => {
		const inner = ['ECONNREFUSED', 'EHOSTUNREACH'].map((code) =>
			Object.assign(new Error(code), { code, syscall: 'connect' }),
		);
		const all = Object.assign(new AggregateError(inner), { code: 'EHOSTUNREACH' });
		expect(toNoResponse(new Error('outer', { cause: all })).delivered).toBe('no');
	});
	test.each(networkErrors)('%s at %s: delivered is %s', (code, syscall, delivered) => {
		expect(toNoResponse(wrapped(code, syscall)).delivered).toBe(delivered);
	});
	test.each(['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'ERR_CANCELED', 'ERR_BAD_RESPONSE', 'whatever'])(
		'%s: it may have arrived',
		(code) => {
			expect(toNoResponse(wrapped(code)).delivered).toBe('maybe');
			expect(toNoResponse('no error at all').delivered).toBe('maybe');
		},
	);
});
