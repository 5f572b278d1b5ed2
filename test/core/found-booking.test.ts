import type { Json, JsonObject } from '../../shared/json';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { respondBeforeCommit, FakeCarrier, input } from './fake-carrier';
import { response } from './scripted-ports';

test('a blank reference counts as missing: the run’s reference replaces it', async () => {
	const carrier = new FakeCarrier();
	const blank = { ...input, client_order_reference: ' \t' };
	await carrier.book(blank, { runReference: 'run-1' });
	expect(await carrier.book(blank, { runReference: 'run-1' })).toMatchObject({
		ok: true,
		value: [{ outcome: 'found', reference: 'run-1' }],
	});
	expect(carrier.bookings).toHaveLength(1);
});

test('a booking that was cancelled a moment ago is not handed on, though the list still shows it as active', async () => {
	const carrier = new FakeCarrier();
	await carrier.book();
	const [booked] = carrier.bookings;
	if (booked) booked.status = 'cancelled';
	carrier.listHandlers = [
		() => response(200, [{ id: 100, created_at: '2020-11-09T09:00:00.000+01:00', status: 'saved' }]),
	];
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '101', outcome: 'created' }] });
});

test('a found booking that is over is reported as such', async () => {
	const carrier = new FakeCarrier();
	await carrier.book();
	for (const booking of carrier.bookings) booking.status = 'delivered';
	expect(await carrier.book()).toMatchObject({
		ok: true,
		value: [{ outcome: 'found', status: 'delivered', warnings: [expect.stringContaining('is over')] }],
	});
});

test('of several under one reference, the one still to be delivered is handed on', async () => {
	const carrier = new FakeCarrier();
	await carrier.book();
	for (const booking of carrier.bookings) booking.status = 'delivered';
	await carrier.book(input, { ifExists: 'another' });
	expect(await carrier.book()).toMatchObject({
		ok: true,
		value: [{ id: '101', outcome: 'found', warnings: [expect.stringContaining('2 live bookings')] }],
	});
});

test('two items of a batch with one reference and two addresses are one booking, and the second reports where it differs', async () => {
	const carrier = new FakeCarrier();
	const elsewhere = { ...input, dropoff: { ...(input.dropoff as JsonObject), address: '1 quai de Valmy' } };
	const [first, second] = await Promise.all([carrier.book(), carrier.book(elsewhere)]);
	expect(first).toMatchObject({ ok: true, value: [{ outcome: 'created' }] });
	expect(second).toMatchObject({
		ok: true,
		value: [{ outcome: 'found', warnings: [expect.stringContaining('Drop-Off Street')] }],
	});
	expect(carrier.bookings).toHaveLength(1);
});

test.each([
	['an error', { error: true, message: 'Something went wrong' }],
	['nothing', {}],
	['a list', []],
])(
	'a carrier that answers 200 with %s gets one more request, and the step says that the outcome is unknown',
	async (_title, body) => {
		const carrier = new FakeCarrier();
		carrier.postHandlers = Array.from({ length: 9 }, () => respondBeforeCommit(response(200, body)));
		expect(await carrier.book()).toMatchObject({
			ok: false,
			failure: {
				code: 'outcome_unknown',
				reference: 'WC-1042',
				message: expect.stringContaining('Two requests for "WC-1042" had no clear answer'),
				advice: expect.stringContaining('Run again with the same reference'),
			},
		});
		expect(carrier.postHandlers).toHaveLength(7);
		carrier.listHandlers = Array.from({ length: 9 }, () => () => response(200, { error: true }));
		expect(await carrier.book()).toMatchObject({
			ok: false,
			failure: { message: expect.stringContaining('This step booked nothing') },
		});
		expect(carrier.bookings).toHaveLength(0);
	},
);

test('a list that takes another reference for the same hands no booking of it on', async () => {
	const carrier = new FakeCarrier();
	await carrier.book();
	const [other] = carrier.bookings;
	carrier.listHandlers = Array.from(
		{ length: 4 },
		() => () =>
			response(
				200,
				carrier.bookings.map((each) => ({ ...each })),
			),
	);
	expect(await carrier.book({ ...input, client_order_reference: 'WC-1043' })).toMatchObject({
		ok: true,
		value: [{ outcome: 'created', reference: 'WC-1043' }],
	});
	expect(carrier.bookings).toHaveLength(2);
	expect(carrier.bookings[0]).toBe(other);
});

test('a slow look-up and the wait before a cancellation end within the budget', async () => {
	const carrier = new FakeCarrier();
	await carrier.book();
	const startedAt = carrier.ports.now();
	const recent = new Date(startedAt + 21_000).toISOString();
	for (const booking of carrier.bookings) booking.created_at = recent;
	const slow = (found: Json) => {
		carrier.ports.moveTo(startedAt + 22_000);
		return response(200, found);
	};
	carrier.listHandlers = [slow];
	await carrier.book(input, { onDuplicate: 'cancel_later' });
	expect(carrier.ports.now() - startedAt).toBeLessThanOrEqual(CALL_BUDGET_MS);
});

test('a clock that is put back does not hold a booking up', async () => {
	const carrier = new FakeCarrier();
	await carrier.book();
	for (const booking of carrier.bookings) booking.status = 'cancelled';
	const resetAt = carrier.ports.now() - 3_600_000;
	carrier.ports.moveTo(resetAt);
	expect(await carrier.book()).toMatchObject({ ok: true, value: [{ id: '101', outcome: 'created' }] });
	expect(carrier.ports.now() - resetAt).toBeLessThanOrEqual(CALL_BUDGET_MS);
});
