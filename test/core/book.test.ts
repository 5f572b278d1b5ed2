import { cyke } from '../../shared/carriers/cyke/carrier';
import { cancelDelivery } from '../../shared/carriers/cyke/actions/cancel';
import type { Json, JsonObject } from '../../shared/declare/json';
import { perform } from '../../shared/run/perform';
import { after, before, Carrier, html, input, type Post } from './booked';
import { answer, lost, scriptedPorts, SAMPLE_NOW } from './ports';
import { accessOf } from './samples';

test('a booking says that it was created', async () => {
	const carrier = new Carrier();
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '100', outcome: 'created', reference: 'WC-1042' }] });
	expect(carrier.posted).toBe(1);
});

test('the same reference again is found, not booked', async () => {
	const carrier = new Carrier();
	await carrier.book();
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '100', outcome: 'found' }] });
	expect(carrier.bookings).toHaveLength(1);
});

test('a found booking that differs says where', async () => {
	const carrier = new Carrier();
	await carrier.book();
	const elsewhere = { ...input, dropoff: { ...(input.dropoff as JsonObject), address: '1 quai de Valmy' } };
	const found = await carrier.book(elsewhere);
	expect(found).toMatchObject({ ok: true, value: [{ outcome: 'found', warnings: [expect.stringContaining('Drop-Off Street was asked as "1 quai de valmy"')] }] });
});

test('"fail" stops, "another" books again', async () => {
	const carrier = new Carrier();
	await carrier.book();
	expect(await carrier.book(input, { ifExists: 'fail' })).toMatchObject({ ok: false, failure: { code: 'already_exists', reference: 'WC-1042' } });
	expect(await carrier.book(input, { ifExists: 'another' })).toMatchObject({ ok: true, value: [{ id: '101', outcome: 'created' }] });
	expect(carrier.bookings).toHaveLength(2);
});

test('a cancelled booking does not stand in the way', async () => {
	const carrier = new Carrier();
	await carrier.book();
	for (const booking of carrier.bookings) booking.status = 'cancelled';
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '101', outcome: 'created' }] });
});

test('a run stands in for a missing reference', async () => {
	const carrier = new Carrier();
	const { client_order_reference: _, ...nameless } = input;
	await carrier.book(nameless, { runReference: 'run-1' });
	expect(await carrier.book(nameless, { runReference: 'run-1' })).toMatchObject({ ok: true, value: [{ outcome: 'found', reference: 'run-1' }] });
	expect(carrier.bookings).toHaveLength(1);
});

test.each<[string, Post]>([
	['the connection closed', after(lost('maybe'))],
	['500', after(answer(500, {}))],
	['502', after(answer(502, {}))],
	['503', after(answer(503, {}))],
	['504', after(answer(504, {}))],
	['408', after(answer(408, {}))],
	['cut short', after({ answer: { status: 201, headers: {}, text: '{"id": 10' } })],
	['an empty body', after({ answer: { status: 201, headers: {}, text: '' } })],
	['a page', after(html)],
	['a redirect', after({ answer: { status: 302, headers: { location: 'https://elsewhere.example' }, text: '' } })],
])('booked, but the answer was lost (%s): found, not booked again', async (_title, post) => {
	const carrier = new Carrier();
	carrier.posts = [post];
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '100', outcome: 'created' }] });
	expect(carrier.bookings).toHaveLength(1);
});

test.each<[string, Post]>([
	['refused', before(lost('no'))],
	['closed before', before(lost('maybe'))],
	['429', before(answer(429, {}, { 'retry-after': '2' }))],
	['503 before', before(answer(503, {}))],
	['a page before', before(html)],
])('not booked at first (%s): booked once in the end', async (_title, post) => {
	const carrier = new Carrier();
	carrier.posts = [post];
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '100', outcome: 'created' }] });
	expect(carrier.bookings).toHaveLength(1);
});

test('Retry-After is kept', async () => {
	const carrier = new Carrier();
	carrier.posts = [before(answer(429, {}, { 'retry-after': '7' }))];
	await carrier.book();
	expect(carrier.ports.now() - SAMPLE_NOW).toBeGreaterThanOrEqual(7_000);
});

test('Retry-After beyond the budget ends the step, with nothing booked', async () => {
	const carrier = new Carrier();
	carrier.posts = [before(answer(429, {}, { 'retry-after': '600' }))];
	expect(await carrier.book()).toMatchObject({ ok: false, failure: { code: 'rate_limited' } });
	expect(carrier.bookings).toHaveLength(0);
});

test('a list that lags does not fool the look-up', async () => {
	const carrier = new Carrier();
	carrier.posts = [after(lost('maybe'))];
	const visibleFrom = SAMPLE_NOW + 3_000;
	const lagging = (found: Json) => answer(200, carrier.ports.now() >= visibleFrom ? found : []);
	carrier.lists = Array.from({ length: 20 }, () => lagging);
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ outcome: 'created' }] });
	expect(carrier.bookings).toHaveLength(1);
});

test('a second booking under one reference is told from the first when its answer is lost', async () => {
	const carrier = new Carrier();
	await carrier.book();
	carrier.posts = [before(lost('maybe')), after(lost('maybe'))];
	expect(await carrier.book(input, { ifExists: 'another' })).toMatchObject({ ok: true, value: [{ id: '101', outcome: 'created' }] });
	expect(carrier.bookings).toHaveLength(2);
});

test('a look-up that keeps failing ends in outcome unknown, with the reference', async () => {
	const carrier = new Carrier();
	carrier.posts = [after(lost('maybe'))];
	carrier.lists = [(found) => answer(200, found), ...Array.from({ length: 50 }, () => () => answer(503, {}))];
	const result = await carrier.book();
	expect(result).toMatchObject({ ok: false, failure: { code: 'outcome_unknown', reference: 'WC-1042' } });
	expect(carrier.posted).toBe(1);
	expect(carrier.ports.now() - SAMPLE_NOW).toBeLessThanOrEqual(30_000);
});

test('a look-up that fails at first means that nothing is booked', async () => {
	const carrier = new Carrier();
	carrier.lists = Array.from({ length: 50 }, () => () => answer(503, {}));
	expect(await carrier.book()).toMatchObject({ ok: false, failure: { code: 'unavailable', message: expect.stringContaining('This step booked nothing') } });
	expect(carrier.posted).toBe(0);
});

test('a failed delivery whose redelivery is not to be seen is not booked again', async () => {
	const carrier = new Carrier();
	await carrier.book();
	for (const booking of carrier.bookings) Object.assign(booking, { status: 'failed', redelivery_id: 999 });
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '100', outcome: 'found', redeliveredAs: '999' }] });
	expect(carrier.bookings).toHaveLength(1);
});

test('what the carrier refuses is not sent twice', async () => {
	const carrier = new Carrier();
	carrier.posts = [before(answer(422, { errors: ['Packages Unknown type'] }))];
	expect(await carrier.book()).toMatchObject({ ok: false, failure: { code: 'refused', message: expect.stringContaining('Packages Unknown type') } });
	expect(carrier.posted).toBe(1);
});

test('two at once with one reference are one booking', async () => {
	const carrier = new Carrier();
	const both = await Promise.all([carrier.book(), carrier.book()]);
	expect(both.map((result) => result.ok && result.value[0]?.outcome).sort()).toEqual(['created', 'found']);
	expect(carrier.bookings).toHaveLength(1);
});

test('two live bookings under one reference are reported', async () => {
	const carrier = new Carrier();
	await carrier.book();
	await carrier.book(input, { ifExists: 'another' });
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ warnings: [expect.stringContaining('2 live bookings')] }] });
});

test('to cancel what is cancelled is done', async () => {
	const ports = scriptedPorts((request) =>
		request.method === 'PATCH' ? answer(422, { errors: ['Delivery is already cancelled'] }) : answer(200, { id: 7, status: 'cancelled' }),
	);
	const result = await perform({ carrier: cyke, action: cancelDelivery, access: accessOf(cyke), values: { id: 7 } }, ports);
	expect(result).toMatchObject({ ok: true, value: [{ status: 'cancelled', outcome: 'already' }] });
});

test('a stopped run sends nothing more, but accounts for what went out', async () => {
	const carrier = new Carrier();
	let stopped = false;
	carrier.ports.cancelled = () => stopped;
	carrier.posts = [
		(commit) => {
			commit();
			stopped = true;
			return lost('maybe');
		},
	];
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ outcome: 'created' }] });
	expect(await carrier.book({ ...input, client_order_reference: 'WC-1043' })).toMatchObject({ ok: false, failure: { code: 'stopped' } });
	expect(carrier.bookings).toHaveLength(1);
});
