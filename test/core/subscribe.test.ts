import { Upstream } from '../carriers/hubrise-callbacks/upstream';
import { access, carrier } from '../carriers/hubrise-callbacks/words';
import { subscription } from '../../shared/carriers/hubrise/inbox';
import { isSubscribed, subscribe, unsubscribe } from '../../shared/events/subscribe';
import { scriptedPorts, type Scripted } from './ports';

const URL_ = 'https://n8n.example.com/webhook/a';
const work = { carrier, subscription, access };
const wish = (url: string | null, ...events: string[]) => ({ callback: { url, events } });

let upstream: Upstream;
let ports: Scripted;
/** What somebody else does between our reading and our writing. */
let meanwhile: (() => void) | undefined;

beforeEach(() => {
	meanwhile = undefined;
	ports = scriptedPorts((request) => {
		const answer = upstream.answer(request);
		if (request.method === 'POST') meanwhile?.();
		return answer;
	});
	upstream = new Upstream(ports.now);
});
const writes = () => ports.sent.filter(({ method }) => method !== 'GET').length;

test('merges with what is ours, and writes nothing where all is well', async () => {
	await subscribe(work, wish(null, 'order.create'), ports);
	await subscribe(work, wish(null, 'order.create', 'delivery.update'), ports);
	expect(upstream.callback).toEqual({ url: null, events: { order: ['create'], delivery: ['update'] } });
	expect(await subscribe(work, wish(null, 'delivery.update'), ports)).toMatchObject({ ok: true });
	expect(writes()).toBe(2);
	expect(await isSubscribed(work, wish(null, 'order.create'), ports)).toEqual({ ok: true, value: true });
	expect(await isSubscribed(work, wish(null, 'order.update'), ports)).toEqual({ ok: true, value: false });
});

test('notices that another of ours has written in the same moment, and merges again', async () => {
	let once = true;
	meanwhile = () => {
		if (once) upstream.callback = { url: null, events: { order: ['update'] } };
		once = false;
	};
	expect(await subscribe(work, wish(null, 'order.create'), ports)).toMatchObject({ ok: true });
	expect(upstream.callback.events).toEqual({ order: ['update', 'create'] });
});

test('gives up, and says so, where something keeps changing it', async () => {
	meanwhile = () => (upstream.callback = { url: null, events: { order: ['update'] } });
	expect(await subscribe(work, wish(null, 'order.create'), ports)).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
});

test('takes back what it asked for and leaves the rest', async () => {
	await subscribe(work, wish(URL_, 'order.create', 'order.update'), ports);
	upstream.callback.events.catalog = ['update'];
	expect(await unsubscribe(work, wish(URL_, 'order.create', 'order.update'), ports)).toEqual({ ok: true, value: 'left' });
	expect(upstream.callback).toEqual({ url: URL_, events: { catalog: ['update'] } });
	expect(await unsubscribe(work, wish(URL_, 'catalog.update'), ports)).toEqual({ ok: true, value: 'removed' });
	expect(await unsubscribe(work, wish(URL_, 'catalog.update'), ports)).toEqual({ ok: true, value: 'left' });
});

test('does not lead away events that are kept for a trigger that looks', async () => {
	await subscribe(work, wish(null, 'order.create'), ports);
	const refused = await subscribe(work, wish(URL_, 'order.create'), ports);
	expect(refused).toMatchObject({ ok: false, failure: { message: expect.stringContaining('kept at the carrier'), advice: expect.stringContaining('Take Over') } });
	expect(upstream.callback.url).toBeNull();
});

test.each([
	['http://n8n.example.com/webhook/a', 'https'],
	['n8n', 'https'],
])('does not ask the carrier to call %s', async (address, word) => {
	expect(await subscribe(work, wish(address, 'order.create'), ports)).toMatchObject({ ok: false, failure: { message: expect.stringContaining(word) } });
	expect(ports.sent).toEqual([]);
});

test('heals an address of its own that has changed', async () => {
	await subscribe(work, wish(URL_, 'order.create'), ports);
	const moved = { ...wish('https://moved.example.com/webhook/a', 'order.create'), formerly: [URL_] };
	expect(await subscribe(work, moved, ports)).toMatchObject({ ok: true });
	expect(upstream.callback.url).toBe('https://moved.example.com/webhook/a');
});
