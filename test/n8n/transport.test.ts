import { createServer } from 'node:net';

import { getDelivery } from '../../shared/carriers/cyke/actions/get';
import { listDeliveries } from '../../shared/carriers/cyke/actions/list';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import type { JsonObject } from '../../shared/declare/json';
import { lostOf } from '../../nodes/adapter/lost';
import { createN8n, fillForm, type NodeSpec } from '../../sandbox/hosts/n8n';
import { untrustedServer } from '../core/untrusted';
import { credentialsAt, n8nWith, nodeType } from './run-on-n8n';
import type { Script } from './scripted-carrier';
import { useSwiftClock } from './swift-clock';

useSwiftClock();

const get = (options: NonNullable<NodeSpec['parameters']> = {}): NodeSpec => ({ type: nodeType(cyke), parameters: { ...fillForm(getDelivery, { id: 4711 }), options: { ...options, itemsAtOnce: 1 } } });

async function against(script: Script, step: NodeSpec = get()) {
	const { n8n, server } = await n8nWith(cyke, script);
	try {
		return { run: await n8n.run([{}], step), arrived: server.arrived };
	} finally {
		await server.close();
	}
}

describe('over the wire', () => {
	test('a read is tried again after a lost connection and a bad moment', async () => {
		const { run, arrived } = await against((_, nth) => (nth === 1 ? { status: 0, drop: true } : nth === 2 ? { status: 503 } : { status: 200, body: deliveryV2 }));
		expect(run.items[0]?.json).toMatchObject({ id: '4711' });
		expect(arrived).toHaveLength(3);
	});

	test('a refusal is said once, in the words of the carrier', async () => {
		const { run, arrived } = await against(() => ({ status: 404, body: { error: 'Delivery not found' } }));
		expect(run.error).toMatchObject({ name: 'NodeApiError', message: 'The carrier said: Delivery not found. It was asked for Delivery 4711', description: expect.stringContaining('Check the number'), httpCode: '404' });
		expect(arrived).toHaveLength(1);
	});

	test('text that only looks like JSON passes untouched', async () => {
		const { run } = await against(() => ({ status: 200, body: Buffer.from('<html>gateway</html>'), headers: { 'content-type': 'text/html' } }));
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
		expect(run.error).toMatchObject({ message: 'Cyke could not be reached: the connection was refused', description: expect.stringContaining('later') });
	});

	test('a server whose certificate nobody vouches for is shown nothing', async () => {
		const server = await untrustedServer();
		const n8n = await createN8n({ credentials: credentialsAt(cyke, server.address) });
		const run = await n8n.run([{}], get());
		expect(run.error?.message).toBe('Cyke could not be reached: its certificate is not trusted');
		expect(server.asked()).toBe(0);
		await server.close();
	});

	test('a list stops at its limit, or gives all', async () => {
		const lines = Array.from({ length: 60 }, (_, at) => ({ id: at + 1, created_at: '2020-11-09T08:00:00+01:00', status: 'saved' }));
		const parameters = fillForm(listDeliveries, {});
		const script: Script = () => ({ status: 200, body: lines });
		expect((await against(script, { type: nodeType(cyke), parameters })).run.items).toHaveLength(60);
		expect((await against(script, { type: nodeType(cyke), parameters: { ...parameters, returnAll: false } })).run.items).toHaveLength(50);
		expect((await against(script, { type: nodeType(cyke), parameters: { ...parameters, returnAll: false, limit: 3 } })).run.items).toHaveLength(3);
	});
});

describe('files of an item', () => {
	const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
	const withPicture = (url: string): JsonObject => ({ ...deliveryV2, dropoff: { ...(deliveryV2.dropoff as JsonObject), completion_pictures: [url] } });

	test('come along as binary data, from an address that the carrier points to as well', async () => {
		const { n8n, server } = await n8nWith(cyke, ({ path, headers }) => {
			if (path === '/files/1') return { status: 302, headers: { location: '/stored/1.png' } };
			if (path === '/stored/1.png') return { status: 200, body: PICTURE };
			return { status: 200, body: withPicture(`http://${headers.host}/files/1`) };
		});
		const run = await n8n.run([{}], get({ downloadFiles: true }));
		expect(run.items[0]?.binary?.dropoff_picture_1).toMatchObject({ data: PICTURE.toString('base64'), mimeType: 'image/png', fileName: 'dropoff-picture-1.png' });
		expect((await n8n.run([{}], get())).items[0]?.binary).toBeUndefined();
		await server.close();
	});

	test('from another host are fetched without credentials, and only over https', async () => {
		const elsewhere = await n8nWith(cyke, () => ({ status: 200, body: PICTURE }));
		const { run } = await against(() => ({ status: 200, body: withPicture(`${elsewhere.server.address}/1.png`) }), get({ downloadFiles: true }));
		expect(run.items[0]?.binary).toBeDefined();
		expect(elsewhere.server.arrived[0]?.headers).not.toHaveProperty('x-user-token');
		await elsewhere.server.close();
		const { run: refused } = await against(() => ({ status: 200, body: withPicture('http://files.example/1.png') }), get({ downloadFiles: true }));
		expect(refused.error?.message).toContain('not safe');
	});
});

describe('what a lost request means', () => {
	const wrapped = (code: string) => new Error('outer', { cause: Object.assign(new Error('inner'), { code }) });

	test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'EHOSTDOWN', 'CERT_HAS_EXPIRED'])('%s: nothing was sent', (code) => {
		expect(lostOf(wrapped(code)).sent).toBe('no');
	});
	test.each(['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'ERR_CANCELED', 'ERR_BAD_RESPONSE', 'whatever'])('%s: it may have arrived', (code) => {
		expect(lostOf(wrapped(code)).sent).toBe('maybe');
		expect(lostOf('no error at all').sent).toBe('maybe');
	});
});
