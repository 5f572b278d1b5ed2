import type { Json, JsonObject } from '../../shared/declare/json';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { before, Carrier, input } from './booked';
import { answer } from './ports';

test('a reference of spaces is none: the run stands in for it', async () => {
	const carrier = new Carrier();
	const blank = { ...input, client_order_reference: ' \t' };
	await carrier.book(blank, { runReference: 'run-1' });
	expect(await carrier.book(blank, { runReference: 'run-1' })).toMatchObject({ ok: true, value: [{ outcome: 'found', reference: 'run-1' }] });
	expect(carrier.bookings).toHaveLength(1);
});

test('a booking that was cancelled a moment ago is not handed on, though the list still shows it live', async () => {
	const carrier = new Carrier();
	await carrier.book();
	const [booked] = carrier.bookings;
	if (booked) booked.status = 'cancelled';
	carrier.lists = [() => answer(200, [{ id: 100, created_at: '2020-11-09T09:00:00.000+01:00', status: 'saved' }])];
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '101', outcome: 'created' }] });
});

test('a found booking that is over says so', async () => {
	const carrier = new Carrier();
	await carrier.book();
	for (const booking of carrier.bookings) booking.status = 'delivered';
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ outcome: 'found', status: 'delivered', warnings: [expect.stringContaining('is over')] }] });
});

test('of several under one reference, the one still to be delivered is handed on', async () => {
	const carrier = new Carrier();
	await carrier.book();
	for (const booking of carrier.bookings) booking.status = 'delivered';
	await carrier.book(input, { ifExists: 'another' });
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '101', outcome: 'found', warnings: [expect.stringContaining('2 live bookings')] }] });
});

test('two items of a batch with one reference and two addresses are one booking, and the second says where it differs', async () => {
	const carrier = new Carrier();
	const elsewhere = { ...input, dropoff: { ...(input.dropoff as JsonObject), address: '1 quai de Valmy' } };
	const [first, second] = await Promise.all([carrier.book(), carrier.book(elsewhere)]);
	expect(first).toMatchObject({ ok: true, value: [{ outcome: 'created' }] });
	expect(second).toMatchObject({ ok: true, value: [{ outcome: 'found', warnings: [expect.stringContaining('Drop-Off Street')] }] });
	expect(carrier.bookings).toHaveLength(1);
});

test.each([
	['an error', { error: true, message: 'Something went wrong' }],
	['nothing', {}],
	['a list', []],
])('a carrier that answers 200 with %s has booked nothing, and the step says so', async (_title, body) => {
	const carrier = new Carrier();
	carrier.posts = Array.from({ length: 9 }, () => before(answer(200, body)));
	expect(await carrier.book()).toMatchObject({ ok: false, failure: { code: 'unavailable', message: expect.stringContaining('No booking with the reference "WC-1042" was made') } });
	carrier.lists = Array.from({ length: 9 }, () => () => answer(200, { error: true }));
	expect(await carrier.book()).toMatchObject({ ok: false, failure: { message: expect.stringContaining('This step booked nothing') } });
	expect(carrier.bookings).toHaveLength(0);
});

test('a list that takes another reference for the same hands no booking of it on', async () => {
	const carrier = new Carrier();
	await carrier.book();
	const [other] = carrier.bookings;
	carrier.lists = Array.from({ length: 4 }, () => () => answer(200, carrier.bookings.map((each) => ({ ...each }))));
	expect(await carrier.book({ ...input, client_order_reference: 'wc-1042' })).toMatchObject({ ok: true, value: [{ outcome: 'created', reference: 'wc-1042' }] });
	expect(carrier.bookings).toHaveLength(2);
	expect(carrier.bookings[0]).toBe(other);
});

test('a slow look-up and the wait before an undo end within the budget', async () => {
	const carrier = new Carrier();
	await carrier.book();
	const began = carrier.ports.now();
	const recent = new Date(began + 21_000).toISOString();
	for (const booking of carrier.bookings) booking.created_at = recent;
	const slow = (found: Json) => {
		carrier.ports.moveTo(began + 22_000);
		return answer(200, found);
	};
	carrier.lists = [slow];
	await carrier.book(input, { onDouble: 'undo' });
	expect(carrier.ports.now() - began).toBeLessThanOrEqual(CALL_BUDGET_MS);
});

test('a clock that is put back does not hold a booking up', async () => {
	const carrier = new Carrier();
	await carrier.book();
	for (const booking of carrier.bookings) booking.status = 'cancelled';
	const put = carrier.ports.now() - 3_600_000;
	carrier.ports.moveTo(put);
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '101', outcome: 'created' }] });
	expect(carrier.ports.now() - put).toBeLessThanOrEqual(CALL_BUDGET_MS);
});
