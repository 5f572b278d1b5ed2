import { follow, type Stop } from '../../shared/run/follow';
import { carrierNamed } from '../../shared/registry';
import { accessOf } from './samples';

const access = accessOf(carrierNamed('cyke'));
const file = Uint8Array.from([1, 2, 3]);
const here: Stop = { status: 200, contentType: 'image/png', bytes: () => file };
const to = (location?: string): Stop => ({ status: 302, location, bytes: () => file });

/** Answers by address; every address asked, marked where the credentials went along. */
async function walk(first: string, stops: Record<string, Stop>) {
	const asked: string[] = [];
	const end = await follow(first, access, async (url, own) => {
		asked.push(own ? `${url} with credentials` : url);
		return stops[url] ?? { status: 404, bytes: () => file };
	});
	return { asked, end };
}

test('a file is followed to where it lies, the credentials to the carrier alone', async () => {
	const { asked, end } = await walk('https://www.cyke.io/files/1', {
		'https://www.cyke.io/files/1': to('https://store.example/a?signature=1'),
		'https://store.example/a?signature=1': to('/b'),
		'https://store.example/b': here,
	});
	expect(end).toEqual({ bytes: file, contentType: 'image/png' });
	expect(asked).toEqual(['https://www.cyke.io/files/1 with credentials', 'https://store.example/a?signature=1', 'https://store.example/b']);
});

test('a stranger cannot point at the carrier and have the credentials sent there', async () => {
	const back = await walk('https://store.example/a', { 'https://store.example/a': to('https://www.cyke.io/files/1'), 'https://www.cyke.io/files/1': here });
	expect(back.asked).toEqual(['https://store.example/a', 'https://www.cyke.io/files/1']);
});

test.each(['http://www.cyke.io/files/1', 'file:///etc/passwd', 'https://user:pass@www.cyke.io/1', 'nowhere', '//'])('an address like %s is not followed, at no hop', async (unsafe) => {
	const not = { lost: { sent: 'no', why: 'its address is not safe' } };
	expect(await walk(unsafe, {})).toEqual({ asked: [], end: not });
	if (unsafe === 'nowhere') return;
	expect((await walk('https://store.example/a', { 'https://store.example/a': to(unsafe) })).end).toEqual(not);
});

test.each<[string, Record<string, Stop>]>([
	['it answered with status 404', {}],
	['it answered with status 302', { 'https://store.example/a': to() }],
	['it pointed elsewhere too often', { 'https://store.example/a': to('https://store.example/a') }],
])('otherwise: %s', async (why, stops) => {
	expect((await walk('https://store.example/a', stops)).end).toEqual({ lost: { sent: 'no', why } });
});
