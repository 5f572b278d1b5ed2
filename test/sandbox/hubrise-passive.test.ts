import { createSandbox, type HubriseEvent, type Sandbox } from '../../sandbox/carriers';
import { BRIDGE, hubrise, kindOf, TILL } from './hubrise-client';
import { MINUTE } from './cyke-deliverit-client';

const EVENTS = '/callback/events';
let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = createSandbox({ post: () => Promise.reject(new Error('a passive callback calls nobody')) });
	await hubrise(
		sandbox,
		'POST',
		'/callback',
		{ url: null, events: { order: ['create', 'update'], delivery: ['update'] } },
		BRIDGE,
	);
});

const list = (query = '') => hubrise<HubriseEvent[]>(sandbox, 'GET', `${EVENTS}${query}`);

test('listed without states, read with them, stored until acknowledged', async () => {
	const { id } = sandbox.hubrise.placeOrder();
	sandbox.hubrise.setOrderStatus(id, 'accepted');
	await sandbox.clock.advance(24 * 60 * MINUTE);
	const { json } = await list();
	expect(json.map(kindOf)).toEqual(['order.create', 'order.update']);
	for (const event of json) expect(Object.keys(event)).not.toContain('new_state');
	const one = await hubrise<HubriseEvent>(sandbox, 'GET', `${EVENTS}/${json[1]?.id}`);
	expect(one.json).toMatchObject({ ...json[1], previous_state: { status: 'new' }, new_state: { status: 'accepted' } });
	const done = await hubrise(sandbox, 'DELETE', `${EVENTS}/${json[0]?.id}`);
	expect(done.status).toBe(200);
	expect((await list()).json.map(({ id: remainingId }) => remainingId)).toEqual([json[1]?.id]);
	for (const method of ['GET', 'DELETE']) {
		const notFound = await hubrise(sandbox, method, `${EVENTS}/${json[0]?.id}`);
		expect([notFound.status, notFound.json.error_type]).toEqual([404, 'not_found']);
	}
	expect(sandbox.hubrise.callbacks.attempts).toEqual([]);
});

test('an event is one connection’s alone', async () => {
	sandbox.hubrise.placeOrder();
	const [event] = (await list()).json;
	expect((await hubrise(sandbox, 'GET', EVENTS, undefined, TILL)).text).toBe('[]');
	expect((await hubrise(sandbox, 'DELETE', `${EVENTS}/${event?.id}`, undefined, TILL)).status).toBe(404);
	expect((await list()).json).toHaveLength(1);
});

test('only the requested events; deleted with the callback', async () => {
	const { id } = sandbox.hubrise.placeOrder();
	sandbox.hubrise.attach(id, { carrier: 'A', status: 'pending' }, sandbox.hubrise.clients[0]?.id);
	expect((await list()).json.map(kindOf)).toEqual(['order.create', 'order.update']);
	await hubrise(sandbox, 'DELETE', '/callback');
	expect((await list()).json).toEqual([]);
	sandbox.hubrise.placeOrder();
	expect((await list()).json).toEqual([]);
});

test('paged; what is acknowledged on the way does not move the next page', async () => {
	const orders = Array.from({ length: 5 }, () => sandbox.hubrise.placeOrder({ status: 'new' }).id);
	const first = await list('?count=2');
	for (const { id } of first.json) await hubrise(sandbox, 'DELETE', `${EVENTS}/${id}`);
	const second = await list(`?count=2&cursor=${first.headers.get('x-cursor-next')}`);
	const third = await list(`?count=2&cursor=${second.headers.get('x-cursor-next')}`);
	expect([...first.json, ...second.json, ...third.json].map(({ order_id }) => order_id)).toEqual(orders);
	expect(third.headers.has('x-cursor-next')).toBe(false);
});
