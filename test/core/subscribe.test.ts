import { HubriseStub } from '../carriers/hubrise-callbacks/hubrise-stub';
import { access, carrier } from '../carriers/hubrise-callbacks/fixtures';
import { subscription } from '../../shared/carriers/hubrise/inbox';
import { isSubscribed, subscribe, unsubscribe } from '../../shared/events/subscribe';
import { scriptedPorts, type ScriptedPorts } from './scripted-ports';

const URL_ = 'https://n8n.example.com/webhook/a';
const work = { carrier, subscription, access };
const desired = (url: string | null, ...events: string[]) => ({ callback: { url, events } });

let upstream: HubriseStub;
let ports: ScriptedPorts;
/** A change by another client between our read and our write. */
let meanwhile: (() => void) | undefined;

beforeEach(() => {
	meanwhile = undefined;
	ports = scriptedPorts((request) => {
		const response = upstream.respond(request);
		if (request.method === 'POST') meanwhile?.();
		return response;
	});
	upstream = new HubriseStub(ports.now);
});
const writeCount = () => ports.sent.filter(({ method }) => method !== 'GET').length;

test('merges with what is ours, and writes nothing where all is well', async () => {
	await subscribe(work, desired(null, 'order.create'), ports);
	await subscribe(work, desired(null, 'order.create', 'delivery.update'), ports);
	expect(upstream.callback).toEqual({ url: null, events: { order: ['create'], delivery: ['update'] } });
	expect(await subscribe(work, desired(null, 'delivery.update'), ports)).toMatchObject({ ok: true });
	expect(writeCount()).toBe(2);
	expect(await isSubscribed(work, desired(null, 'order.create'), ports)).toEqual({ ok: true, value: true });
	expect(await isSubscribed(work, desired(null, 'order.update'), ports)).toEqual({ ok: true, value: false });
});

test('notices that another of ours has written in the same moment, and merges again', async () => {
	let once = true;
	meanwhile = () => {
		if (once) upstream.callback = { url: null, events: { order: ['update'] } };
		once = false;
	};
	expect(await subscribe(work, desired(null, 'order.create'), ports)).toMatchObject({ ok: true });
	expect(upstream.callback.events).toEqual({ order: ['update', 'create'] });
});

test('gives up, and reports it, where something keeps changing it', async () => {
	meanwhile = () => (upstream.callback = { url: null, events: { order: ['update'] } });
	expect(await subscribe(work, desired(null, 'order.create'), ports)).toMatchObject({
		ok: false,
		failure: { code: 'unavailable' },
	});
});

test('removes what it subscribed to and leaves the rest', async () => {
	await subscribe(work, desired(URL_, 'order.create', 'order.update'), ports);
	upstream.callback.events.catalog = ['update'];
	expect(await unsubscribe(work, desired(URL_, 'order.create', 'order.update'), ports)).toEqual({
		ok: true,
		value: 'left',
	});
	expect(upstream.callback).toEqual({ url: URL_, events: { catalog: ['update'] } });
	expect(await unsubscribe(work, desired(URL_, 'catalog.update'), ports)).toEqual({ ok: true, value: 'removed' });
	expect(await unsubscribe(work, desired(URL_, 'catalog.update'), ports)).toEqual({ ok: true, value: 'left' });
});

test('names the holder of an address that the host itself gave out', async () => {
	await subscribe(work, desired(URL_, 'order.create'), ports);
	const describeHolder = async (url: string) => (url === URL_ ? 'Zap 1, which may be off or deleted' : undefined);
	const other = { ...desired('https://other.example.com/webhook/b', 'order.create'), describeHolder };
	expect(await subscribe(work, other, ports)).toMatchObject({
		ok: false,
		failure: { message: expect.stringContaining('already go to Zap 1, which may be off or deleted') },
	});
});

test('"nothing new" does not say that the callback is free', async () => {
	const unchanged = scriptedPorts(() => ({ response: { status: 304, headers: {}, text: '' } }));
	expect((await subscribe(work, desired(URL_, 'order.create'), unchanged)).ok).toBe(false);
	expect((await unsubscribe(work, desired(URL_, 'order.create'), unchanged)).ok).toBe(false);
	expect(unchanged.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('does not redirect events that are stored for a polling trigger', async () => {
	await subscribe(work, desired(null, 'order.create'), ports);
	const refused = await subscribe(work, desired(URL_, 'order.create'), ports);
	expect(refused).toMatchObject({
		ok: false,
		failure: {
			message: expect.stringContaining('stored at the carrier'),
			advice: expect.stringContaining('Replace Existing Webhook'),
		},
	});
	expect(upstream.callback.url).toBeNull();
});

test.each([
	['http://n8n.example.com/webhook/a', 'https'],
	['n8n', 'https'],
])('does not subscribe %s', async (address, word) => {
	expect(await subscribe(work, desired(address, 'order.create'), ports)).toMatchObject({
		ok: false,
		failure: { message: expect.stringContaining(word) },
	});
	expect(ports.sent).toEqual([]);
});

test('updates an address of its own that has changed', async () => {
	await subscribe(work, desired(URL_, 'order.create'), ports);
	const moved = { ...desired('https://moved.example.com/webhook/a', 'order.create'), previousUrls: [URL_] };
	expect(await subscribe(work, moved, ports)).toMatchObject({ ok: true });
	expect(upstream.callback.url).toBe('https://moved.example.com/webhook/a');
});
