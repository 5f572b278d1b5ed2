import { downloadFile, type FileResponse } from '../../shared/run/download';
import type { FileOrigin } from '../../shared/run/ports';
import { carrierById } from '../../shared/registry';
import { accessOf, asReady } from './samples';

const access = asReady(accessOf(carrierById('cyke')));
const inTheOpen = { base: access.base, access };
const file = Uint8Array.from([1, 2, 3]);
const imageFound: FileResponse = { status: 200, contentType: 'image/png', bytes: () => file };
const redirectTo = (location?: string): FileResponse => ({ status: 302, location, bytes: () => file });

/** Responses by address. Records every requested address, marked where the request carried the credentials. */
async function followFrom(first: string, responses: Record<string, FileResponse>, origin: FileOrigin = inTheOpen) {
	const requested: string[] = [];
	const end = await downloadFile(first, origin, async (url, withCredentials) => {
		requested.push(withCredentials ? `${url} with credentials` : url);
		return responses[url] ?? { status: 404, bytes: () => file };
	});
	return { requested, end };
}

test('a file is followed to where it lies, the credentials to the carrier alone', async () => {
	const { requested, end } = await followFrom('https://www.cyke.io/files/1', {
		'https://www.cyke.io/files/1': redirectTo('https://store.example/a?signature=1'),
		'https://store.example/a?signature=1': redirectTo('/b'),
		'https://store.example/b': imageFound,
	});
	expect(end).toEqual({ bytes: file, contentType: 'image/png' });
	expect(requested).toEqual([
		'https://www.cyke.io/files/1 with credentials',
		'https://store.example/a?signature=1',
		'https://store.example/b',
	]);
});

test('a stranger cannot point at the carrier and have the credentials sent there', async () => {
	const back = await followFrom('https://store.example/a', {
		'https://store.example/a': redirectTo('https://www.cyke.io/files/1'),
		'https://www.cyke.io/files/1': imageFound,
	});
	expect(back.requested).toEqual(['https://store.example/a', 'https://www.cyke.io/files/1']);
});

test.each(['http://www.cyke.io/files/1', 'file:///etc/passwd', 'https://user:pass@www.cyke.io/1', 'nowhere', '//'])(
	'an address like %s is not followed, at no hop',
	async (unsafe) => {
		const unsafeAddress = { noResponse: { delivered: 'no', reason: 'its address is not safe' } };
		expect(await followFrom(unsafe, {})).toEqual({ requested: [], end: unsafeAddress });
		if (unsafe === 'nowhere') return;
		expect(
			(await followFrom('https://store.example/a', { 'https://store.example/a': redirectTo(unsafe) })).end,
		).toEqual(unsafeAddress);
	},
);

test.each<[string, Record<string, FileResponse>]>([
	['it answered with status 404', {}],
	['it answered with status 302', { 'https://store.example/a': redirectTo() }],
	['it pointed elsewhere too often', { 'https://store.example/a': redirectTo('https://store.example/a') }],
])('otherwise: %s', async (reason, responses) => {
	expect((await followFrom('https://store.example/a', responses)).end).toEqual({
		noResponse: { delivered: 'no', reason },
	});
});

test.each([
	'https://localhost/a',
	'https://localhost./a',
	'https://127.0.0.1/a',
	'https://127.1/a',
	'https://2130706433/a',
	'https://0/a',
	'https://10.1.2.3/a',
	'https://100.64.0.1/a',
	'https://169.254.169.254/latest/meta-data',
	'https://172.31.255.1/a',
	'https://192.168.1.1/a',
	'https://[::1]/a',
	'https://[::]/a',
	'https://[::ffff:10.0.0.1]/a',
	'https://[64:ff9b::10.0.0.1]/a',
	'https://[2002:a00:1::]/a',
	'https://[fd00::1]/a',
	'https://[fe80::1]/a',
	'https://metadata.google.internal/a',
	'https://printer.local/a',
	'https://intranet/a',
])('%s is inside a network, and no link leads there', async (inside) => {
	const unsafeAddress = { noResponse: { delivered: 'no', reason: 'its address is not safe' } };
	expect(await followFrom(inside, {})).toEqual({ requested: [], end: unsafeAddress });
	const redirected = { 'https://store.example/a': redirectTo(inside) };
	expect((await followFrom('https://store.example/a', redirected)).end).toEqual(unsafeAddress);
});

test.each(['https://172.32.0.1/a', 'https://[2a00:1450::1]/a', 'https://8.8.8.8/a', 'https://local.example/a'])(
	'%s is in the open',
	async (open) => {
		expect((await followFrom(open, { [open]: imageFound })).end).toMatchObject({ contentType: 'image/png' });
	},
);

test('a connection on this machine may link to this machine, and one in a network to its own host', async () => {
	const local = { base: 'http://127.0.0.1:4010/v2' };
	const found = { 'http://127.0.0.1:9000/a': imageFound, 'https://10.0.0.8/files/1': imageFound };
	expect((await followFrom('http://127.0.0.1:9000/a', found, local)).end).toMatchObject({ bytes: file });
	expect((await followFrom('https://10.0.0.8/files/1', found, local)).end).toHaveProperty('noResponse');
	const inside = { base: 'https://10.0.0.8/api' };
	expect((await followFrom('https://10.0.0.8/files/1', found, inside)).end).toMatchObject({ bytes: file });
	expect((await followFrom('https://10.0.0.9/files/1', found, inside)).end).toHaveProperty('noResponse');
});

test('a file beyond its limit is given up', async () => {
	const huge: FileResponse = { status: 200, bytes: () => undefined };
	expect((await followFrom('https://store.example/a', { 'https://store.example/a': huge })).end).toEqual({
		noResponse: { delivered: 'maybe', reason: expect.stringContaining('larger than 64 MB'), isTooLarge: true },
	});
});
