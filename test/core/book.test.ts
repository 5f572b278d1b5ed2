import { cyke } from '../../shared/carriers/cyke/carrier';
import { cancelDelivery } from '../../shared/carriers/cyke/actions/cancel';
import type { Json, JsonObject } from '../../shared/json';
import { perform } from '../../shared/run/perform';
import { respondAfterCommit, respondBeforeCommit, FakeCarrier, html, input, type PostHandler } from './fake-carrier';
import { response, noResponse, scriptedPorts, SAMPLE_NOW } from './scripted-ports';
import { accessOf } from './samples';

test('a booking reports that it was created', async () => {
	const carrier = new FakeCarrier();
	expect(await carrier.book()).toMatchObject({
		ok: true,
		value: [{ id: '100', outcome: 'created', reference: 'WC-1042' }],
	});
	expect(carrier.postCount).toBe(1);
});

test('the same reference again is found, not booked', async () => {
	const carrier = new FakeCarrier();
	await carrier.book();
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '100', outcome: 'found' }] });
	expect(carrier.bookings).toHaveLength(1);
});

test('a found booking that differs reports where', async () => {
	const carrier = new FakeCarrier();
	await carrier.book();
	const elsewhere = { ...input, dropoff: { ...(input.dropoff as JsonObject), address: '1 quai de Valmy' } };
	const found = await carrier.book(elsewhere);
	expect(found).toMatchObject({
		ok: true,
		value: [{ outcome: 'found', warnings: [expect.stringContaining('Drop-Off Street is "1 quai de Valmy"')] }],
	});
});

test('"fail" stops, "another" books again', async () => {
	const carrier = new FakeCarrier();
	await carrier.book();
	expect(await carrier.book(input, { ifExists: 'fail' })).toMatchObject({
		ok: false,
		failure: { code: 'already_exists', reference: 'WC-1042' },
	});
	expect(await carrier.book(input, { ifExists: 'another' })).toMatchObject({
		ok: true,
		value: [{ id: '101', outcome: 'created' }],
	});
	expect(carrier.bookings).toHaveLength(2);
});

test('a cancelled booking does not block a new one', async () => {
	const carrier = new FakeCarrier();
	await carrier.book();
	for (const booking of carrier.bookings) booking.status = 'cancelled';
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '101', outcome: 'created' }] });
});

test('the run’s reference is the fallback for a missing one', async () => {
	const carrier = new FakeCarrier();
	const { client_order_reference: _, ...nameless } = input;
	await carrier.book(nameless, { runReference: 'run-1' });
	expect(await carrier.book(nameless, { runReference: 'run-1' })).toMatchObject({
		ok: true,
		value: [{ outcome: 'found', reference: 'run-1' }],
	});
	expect(carrier.bookings).toHaveLength(1);
});

test.each<[string, PostHandler]>([
	['the connection closed', respondAfterCommit(noResponse('maybe'))],
	['500', respondAfterCommit(response(500, {}))],
	['502', respondAfterCommit(response(502, {}))],
	['503', respondAfterCommit(response(503, {}))],
	['504', respondAfterCommit(response(504, {}))],
	['408', respondAfterCommit(response(408, {}))],
	['cut short', respondAfterCommit({ response: { status: 201, headers: {}, text: '{"id": 10' } })],
	['an empty body', respondAfterCommit({ response: { status: 201, headers: {}, text: '' } })],
	['a page', respondAfterCommit(html)],
	[
		'a redirect',
		respondAfterCommit({ response: { status: 302, headers: { location: 'https://elsewhere.example' }, text: '' } }),
	],
])('booked, but the response was lost (%s): found, not booked again', async (_title, handlePost) => {
	const carrier = new FakeCarrier();
	carrier.postHandlers = [handlePost];
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '100', outcome: 'created' }] });
	expect(carrier.bookings).toHaveLength(1);
});

test.each<[string, PostHandler]>([
	['refused', respondBeforeCommit(noResponse('no'))],
	['closed before', respondBeforeCommit(noResponse('maybe'))],
	['429', respondBeforeCommit(response(429, {}, { 'retry-after': '2' }))],
	['503 before', respondBeforeCommit(response(503, {}))],
	['a page before', respondBeforeCommit(html)],
])('not booked at first (%s): booked once in the end', async (_title, handlePost) => {
	const carrier = new FakeCarrier();
	carrier.postHandlers = [handlePost];
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '100', outcome: 'created' }] });
	expect(carrier.bookings).toHaveLength(1);
});

test('Retry-After is respected', async () => {
	const carrier = new FakeCarrier();
	carrier.postHandlers = [respondBeforeCommit(response(429, {}, { 'retry-after': '7' }))];
	await carrier.book();
	expect(carrier.ports.now() - SAMPLE_NOW).toBeGreaterThanOrEqual(7_000);
});

test('Retry-After beyond the budget ends the step, with nothing booked', async () => {
	const carrier = new FakeCarrier();
	carrier.postHandlers = [respondBeforeCommit(response(429, {}, { 'retry-after': '600' }))];
	expect(await carrier.book()).toMatchObject({ ok: false, failure: { code: 'rate_limited' } });
	expect(carrier.bookings).toHaveLength(0);
});

test('a list that lags does not fool the look-up', async () => {
	const carrier = new FakeCarrier();
	carrier.postHandlers = [respondAfterCommit(noResponse('maybe'))];
	const visibleFrom = SAMPLE_NOW + 3_000;
	const lagging = (found: Json) => response(200, carrier.ports.now() >= visibleFrom ? found : []);
	carrier.listHandlers = Array.from({ length: 20 }, () => lagging);
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ outcome: 'created' }] });
	expect(carrier.bookings).toHaveLength(1);
});

test('a second booking under one reference is distinguished from the first when its response is lost', async () => {
	const carrier = new FakeCarrier();
	await carrier.book();
	carrier.postHandlers = [respondBeforeCommit(noResponse('maybe')), respondAfterCommit(noResponse('maybe'))];
	expect(await carrier.book(input, { ifExists: 'another' })).toMatchObject({
		ok: true,
		value: [{ id: '101', outcome: 'created' }],
	});
	expect(carrier.bookings).toHaveLength(2);
});

test('a look-up that keeps failing ends in outcome unknown, with the reference', async () => {
	const carrier = new FakeCarrier();
	carrier.postHandlers = [respondAfterCommit(noResponse('maybe'))];
	carrier.listHandlers = [
		(found) => response(200, found),
		...Array.from({ length: 50 }, () => () => response(503, {})),
	];
	const result = await carrier.book();
	expect(result).toMatchObject({ ok: false, failure: { code: 'outcome_unknown', reference: 'WC-1042' } });
	expect(carrier.postCount).toBe(1);
	expect(carrier.ports.now() - SAMPLE_NOW).toBeLessThanOrEqual(30_000);
});

test('without a clear answer a booking is sent once more, and then the outcome is unknown', async () => {
	const carrier = new FakeCarrier();
	carrier.postHandlers = Array.from({ length: 5 }, () => respondBeforeCommit(noResponse('maybe')));
	expect(await carrier.book()).toMatchObject({
		ok: false,
		failure: { code: 'outcome_unknown', reference: 'WC-1042', advice: expect.stringContaining('same reference') },
	});
	expect(carrier.postCount).toBe(2);
});

test('what never reached the carrier is no send: a clear answer may still come', async () => {
	const carrier = new FakeCarrier();
	carrier.postHandlers = [
		respondBeforeCommit(noResponse('maybe')),
		respondBeforeCommit(noResponse('no')),
		respondBeforeCommit(response(429, {}, { 'retry-after': '1' })),
	];
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ outcome: 'created' }] });
	expect(carrier.bookings).toHaveLength(1);
});

describe('a refusal of the second request', () => {
	const empty = () => response(200, []);
	const refusedSecond = () => [
		respondAfterCommit(noResponse('maybe')),
		respondBeforeCommit(response(422, { errors: { base: ['The slot is full'] } })),
	];

	test('is not believed where the list then shows the first', async () => {
		const carrier = new FakeCarrier();
		carrier.postHandlers = refusedSecond();
		carrier.listHandlers = [empty, empty, empty];
		expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '100', outcome: 'created' }] });
		expect(carrier.bookings).toHaveLength(1);
	});

	test('leaves the outcome unknown where the list stays empty', async () => {
		const carrier = new FakeCarrier();
		carrier.postHandlers = refusedSecond();
		carrier.listHandlers = Array.from({ length: 40 }, () => empty);
		expect(await carrier.book()).toMatchObject({
			ok: false,
			failure: { code: 'outcome_unknown', reference: 'WC-1042', message: expect.stringContaining('The slot is full') },
		});
		expect(carrier.postCount).toBe(2);
	});
});

test('a look-up that fails at first means that nothing is booked', async () => {
	const carrier = new FakeCarrier();
	carrier.listHandlers = Array.from({ length: 50 }, () => () => response(503, {}));
	expect(await carrier.book()).toMatchObject({
		ok: false,
		failure: { code: 'unavailable', message: expect.stringContaining('This step booked nothing') },
	});
	expect(carrier.postCount).toBe(0);
});

test('a failed delivery whose redelivery is not to be seen is not booked again', async () => {
	const carrier = new FakeCarrier();
	await carrier.book();
	for (const booking of carrier.bookings) Object.assign(booking, { status: 'failed', redelivery_id: 999 });
	expect(await carrier.book()).toMatchObject({
		ok: true,
		value: [{ id: '100', outcome: 'found', redeliveredAs: '999' }],
	});
	expect(carrier.bookings).toHaveLength(1);
});

test('what the carrier refuses is not sent twice', async () => {
	const carrier = new FakeCarrier();
	carrier.postHandlers = [respondBeforeCommit(response(422, { errors: ['Packages Unknown type'] }))];
	expect(await carrier.book()).toMatchObject({
		ok: false,
		failure: { code: 'refused', message: expect.stringContaining('Packages Unknown type') },
	});
	expect(carrier.postCount).toBe(1);
});

test('two at once with one reference are one booking', async () => {
	const carrier = new FakeCarrier();
	const both = await Promise.all([carrier.book(), carrier.book()]);
	expect(both.map((result) => result.ok && result.value[0]?.outcome).sort()).toEqual(['created', 'found']);
	expect(carrier.bookings).toHaveLength(1);
});

test('two active bookings under one reference are reported', async () => {
	const carrier = new FakeCarrier();
	await carrier.book();
	await carrier.book(input, { ifExists: 'another' });
	expect(await carrier.book(input, { onDuplicate: 'report' })).toMatchObject({
		ok: true,
		value: [{ warnings: [expect.stringContaining('2 live bookings')] }],
	});
});

test('to cancel what is cancelled is done', async () => {
	const ports = scriptedPorts((request) =>
		request.method === 'PATCH'
			? response(422, { errors: ['Delivery is already cancelled'] })
			: response(200, { id: 7, status: 'cancelled' }),
	);
	const result = await perform(
		{ carrier: cyke, action: cancelDelivery, access: accessOf(cyke), values: { id: 7 } },
		ports,
	);
	expect(result).toMatchObject({ ok: true, value: [{ status: 'cancelled', outcome: 'already_done' }] });
});

test('a stopped run sends nothing more, but accounts for what went out', async () => {
	const carrier = new FakeCarrier();
	let stopped = false;
	carrier.ports.cancelled = () => stopped;
	carrier.postHandlers = [
		(commit) => {
			commit();
			stopped = true;
			return noResponse('maybe');
		},
	];
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ outcome: 'created' }] });
	expect(await carrier.book({ ...input, client_order_reference: 'WC-1043' })).toMatchObject({
		ok: false,
		failure: { code: 'stopped' },
	});
	expect(carrier.bookings).toHaveLength(1);
});
