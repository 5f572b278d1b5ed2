import { gzipSync } from 'node:zlib';

import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { createZapier } from '../../sandbox/hosts/zapier';
import { createAppHandler } from '../../zapier/review/platform-core';
import { inputFiles } from '../../zapier/src/input-files';
import { publicLookup } from '../../zapier/src/public-agent';
import type { ZObject } from '../../zapier/src/platform';
import { appFor, authDataFor } from './run-on-zapier';
import { cyke, errorOf, sampleToken, withCyke } from './with-cyke';
import { scriptedCarrier } from './scripted-carrier';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255, 13, 10, 13, 10]);
const withPicture = (url: string) => ({
	...deliveryV2,
	dropoff: { ...Object(deliveryV2.dropoff), completion_pictures: [url] },
});

const pointerOf = (items: readonly { [key: string]: unknown }[]): string => {
	const files: unknown = items[0]?.files;
	const first: unknown = Array.isArray(files) ? files[0] : undefined;
	return first instanceof Object ? String(Reflect.get(first, 'url')) : '';
};

describe('a picture of the completion', () => {
	test('is fetched only when a later step asks, with the credentials where the carrier stores it', async () => {
		let address = '';
		await withCyke(
			({ path }) =>
				path === '/files/1'
					? { status: 200, body: null, raw: png, headers: { 'content-type': 'image/png' } }
					: { status: 200, body: withPicture(`${address}/files/1`) },
			async ({ host, carrier }) => {
				({ address } = carrier);
				const found = await host.search('cyke_find_delivery', { id: '4711' });
				const pointer = pointerOf(found);
				expect(pointer).toMatch(/^hydrate\|\|\|/);
				expect(pointer).not.toContain(sampleToken);
				expect(carrier.requests).toHaveLength(1);
				await expect(host.file(pointer)).resolves.toEqual(png);
				expect(carrier.requests[1]?.headers).toMatchObject({ 'x-user-token': sampleToken });
			},
		);
	});

	test('stored at another host is fetched without the credentials', async () => {
		const elsewhere = await scriptedCarrier(() => ({ status: 200, body: null, raw: png }));
		await withCyke(
			() => ({ status: 200, body: withPicture(`${elsewhere.address}/p.png?signature=1`) }),
			async ({ host }) => {
				await expect(host.file(pointerOf(await host.search('cyke_find_delivery', { id: '4711' })))).resolves.toEqual(
					png,
				);
				expect(Object.keys(elsewhere.requests[0]?.headers ?? {})).not.toContain('x-user-token');
				expect(elsewhere.requests[0]?.headers.authorization).toBeUndefined();
			},
		);
		await elsewhere.close();
	});

	test('is followed to where the carrier stores it, without the credentials', async () => {
		const elsewhere = await scriptedCarrier(() => ({
			status: 200,
			body: null,
			raw: png,
			headers: { 'content-type': 'image/png' },
		}));
		let address = '';
		await withCyke(
			({ path }) =>
				path === '/files/1'
					? { status: 302, body: null, headers: { location: `${elsewhere.address}/stored/1?signature=1` } }
					: { status: 200, body: withPicture(`${address}/files/1`) },
			async ({ host, carrier }) => {
				({ address } = carrier);
				await expect(host.file(pointerOf(await host.search('cyke_find_delivery', { id: '4711' })))).resolves.toEqual(
					png,
				);
				expect(carrier.requests[1]?.headers).toMatchObject({ 'x-user-token': sampleToken });
				expect(elsewhere.requests).toMatchObject([{ path: '/stored/1', query: { signature: '1' } }]);
				expect(Object.keys(elsewhere.requests[0]?.headers ?? {})).not.toContain('x-user-token');
			},
		);
		await elsewhere.close();
	});

	test.each(['http://files.example.com/p.png', 'file:///etc/passwd', 'https://user:pass@www.cyke.io/p.png', 'nowhere'])(
		'at %s is not fetched',
		async (url) => {
			await withCyke(
				() => ({ status: 200, body: withPicture(url) }),
				async ({ host, carrier }) => {
					const pointer = pointerOf(await host.search('cyke_find_delivery', { id: '4711' }));
					expect((await errorOf(host.file(pointer))).message).toContain('no address that may be followed');
					expect(carrier.requests).toHaveLength(1);
				},
			);
		},
	);

	test('that is gone is reported without its address', async () => {
		const host = await createZapier(appFor(cyke(), 'single'), {
			authData: authDataFor(cyke(), 'single', 'http://127.0.0.1:9'),
		});
		try {
			const pointer = `hydrate|||${JSON.stringify({ type: 'file', method: 'hydrators.download', bundle: { carrier: 'cyke', name: 'p', url: 'http://127.0.0.1:9/p?signature=s3cr3t' } })}|||hydrate`;
			const { message } = await errorOf(host.file(pointer));
			expect(message).toContain('could not be fetched');
			expect(message).not.toContain('s3cr3t');
		} finally {
			await host.close();
		}
	});
});

/** Reads a file by its address from inside a step of the real core. */
async function readInStep(address: string, mostBytes: number, base = 'http://127.0.0.1:9') {
	let read: Awaited<ReturnType<ReturnType<typeof inputFiles>['read']>> | undefined;
	const perform = async (z: ZObject) => {
		read = await inputFiles(z, base).read(address, mostBytes);
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
	return read;
}

describe('a file that a user hands over', () => {
	test.each([
		['attachment; filename="50% off.pdf"', '50% off.pdf'],
		['attachment; filename="Facture no 7.pdf"', 'Facture no 7.pdf'],
		["attachment; filename*=UTF-8''caf%C3%A9.pdf", 'café.pdf'],
		['', 'a%20b%.pdf'],
	])('named %j becomes %s', async (disposition, name) => {
		const server = await scriptedCarrier(() => ({
			status: 200,
			body: null,
			raw: png,
			headers: { 'content-type': 'application/pdf', 'content-disposition': disposition },
		}));
		expect(await readInStep(`${server.address}/files/a%20b%.pdf`, 1_000)).toEqual({
			file: { name, contentType: 'application/pdf', bytes: png },
		});
		await server.close();
	});

	test('is not read where it is larger than the carrier takes, or where nobody may go', async () => {
		const server = await scriptedCarrier(() => ({
			status: 200,
			body: null,
			raw: png,
			headers: { 'content-length': String(png.length) },
		}));
		expect(await readInStep(`${server.address}/a.pdf`, 10)).toMatchObject({
			problem: expect.stringContaining('larger'),
		});
		expect(await readInStep('http://files.example/a.pdf', 1_000)).toMatchObject({
			problem: expect.stringContaining('begins with https'),
		});
		expect(await readInStep('file:///etc/passwd', 1_000)).toMatchObject({
			problem: expect.stringContaining('begins with https'),
		});
		await server.close();
	});

	test.each(['https://127.0.0.1/a.pdf', 'https://10.0.0.8/a.pdf', 'https://metadata.google.internal/a.pdf'])(
		'at %s, which only its own network reaches, is not read',
		async (address) => {
			expect(await readInStep(address, 1_000, 'https://www.cyke.io/api/v2')).toMatchObject({
				problem: expect.stringContaining('public address'),
			});
		},
	);

	test('of a name that leads inside is not read', async () => {
		const found = new Promise((resolve) => publicLookup('localhost', {}, (error) => resolve(error)));
		await expect(found).resolves.toMatchObject({ code: 'ENOTFOUND' });
		const address = new Promise((resolve) => publicLookup('93.184.216.34', {}, (_error, found) => resolve(found)));
		await expect(address).resolves.toBe('93.184.216.34');
	});

	test('that unpacks beyond the limit is not read to its end', async () => {
		const server = await scriptedCarrier(() => ({
			status: 200,
			body: null,
			raw: gzipSync(Buffer.alloc(2_000_000)),
			headers: { 'content-encoding': 'gzip' },
		}));
		expect(await readInStep(`${server.address}/a.pdf`, 1_000_000)).toMatchObject({
			problem: expect.stringContaining('larger than the 1 MB'),
		});
		await server.close();
	});
});
