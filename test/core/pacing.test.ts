import { mapInOrder } from '../../nodes/adapter/map-in-order';
import type { Limit } from '../../shared/declare/limit';
import { boundedLimit } from '../../shared/declare/limit';
import { createLimiter, type Limiter } from '../../shared/run/limiter';
import { virtualClock, type VirtualClock } from './virtual-clock';

const polite: Limit = { requests: 10, perMs: 1_000 };

/** How a carrier takes a request: how long it needs, and whether it has time for it at all. */
type CarrierModel = (now: number) => { ms: number; isRefused?: boolean };

interface Sent {
	at: number;
	ms: number;
	isRefused: boolean;
}

/** Workers that send one request after the other, as the items of a batch do, for so long. */
async function sendFor(
	clock: VirtualClock,
	limiter: Limiter,
	carrier: CarrierModel,
	{ key = 'a', limit = polite, workers = 32, seconds = 60 } = {},
): Promise<Sent[]> {
	const until = clock.now() + seconds * 1_000;
	const sent: Sent[] = [];
	const work = async () => {
		while (clock.now() < until) {
			await limiter.take(key, limit);
			const at = clock.now();
			const { ms, isRefused = false } = carrier(at);
			sent.push({ at, ms, isRefused });
			await clock.sleep(ms);
			limiter.learn(key, limit, { kind: 'any', sentAt: at, ms, isRefused });
		}
	};
	await Promise.all(Array.from({ length: workers }, work));
	return sent;
}

/** A carrier that can do so many requests a second, and lets the others wait, or refuses them after a while. */
function busyCarrier(perSecond: number, refusesAfterMs = Infinity): CarrierModel {
	let freeAt = 0;
	return (now) => {
		if (freeAt - now > refusesAfterMs) return { ms: 5, isRefused: true };
		freeAt = Math.max(freeAt, now) + 1_000 / perSecond;
		return { ms: freeAt - now + 40 };
	};
}

const start = () => {
	const clock = virtualClock(1_000_000);
	return { clock, limiter: createLimiter(clock) };
};
const within = (sent: readonly Sent[], from: number, to: number) => sent.filter(({ at }) => at >= from && at < to);

async function run(carrier: CarrierModel, options: Parameters<typeof sendFor>[3] = {}) {
	const { clock, limiter } = start();
	const from = clock.now();
	const work = sendFor(clock, limiter, carrier, options);
	await clock.runAll([work]);
	const sent = await work;
	const second = (nth: number) => within(sent, from + nth * 1_000, from + (nth + 1) * 1_000).length;
	return { sent, second, limiter };
}

test('begins politely, and grows while answers are quick', async () => {
	const { second } = await run(() => ({ ms: 50 }), { seconds: 10 });
	expect(second(0)).toBeLessThanOrEqual(40);
	expect(second(9)).toBeGreaterThan(300);
});

test('never sends more than the user allows', async () => {
	const { sent } = await run(() => ({ ms: 50 }), { seconds: 20, limit: boundedLimit(polite, 4), workers: 5 });
	for (const { at } of sent) expect(within(sent, at, at + 1_000).length).toBeLessThanOrEqual(4);
	expect(sent.length).toBeGreaterThan(20 * 3);
	expect(sent.length).toBeLessThanOrEqual(20 * 4 + 5);
});

test('the bound of a connection may be above the polite beginning, and holds beside published windows', () => {
	expect(boundedLimit(polite, 50)).toEqual({ requests: 1, perMs: 100, mostPerSecond: 50 });
	expect(boundedLimit(polite, undefined)).toBe(polite);
	expect(boundedLimit({ windows: [{ requests: 500, perMs: 60_000 }] }, 2)).toEqual({
		windows: [
			{ requests: 2, perMs: 1_000 },
			{ requests: 500, perMs: 60_000 },
		],
	});
});

test('finds the pace of a carrier whose answers take longer when it is busy', async () => {
	const { sent, second } = await run(busyCarrier(80), { seconds: 60 });
	const later = within(sent, sent[0]?.at ?? 0, Infinity).slice(-1_000);
	expect(sent.length / 60).toBeGreaterThan(40);
	expect(later.filter(({ ms }) => ms > 1_500)).toEqual([]);
	expect(second(59)).toBeLessThan(160);
});

test('halves when the carrier refuses, and meets few refusals', async () => {
	const { sent } = await run(busyCarrier(80, 100), { seconds: 60 });
	const refused = sent.filter(({ isRefused }) => isRefused).length;
	expect(refused).toBeGreaterThan(0);
	expect(refused / sent.length).toBeLessThan(0.1);
	expect((sent.length - refused) / 60).toBeGreaterThan(35);
});

test('one refusal halves once, however many requests were on their way', () => {
	const { clock, limiter } = start();
	for (let each = 0; each < 20; each += 1)
		limiter.learn('a', polite, { kind: 'any', sentAt: clock.now() - 10, ms: 10, isRefused: true });
	// 10 a second became 5, not the least.
	expect(limiter.itemsAtOnce('a', polite)).toBe(3);
	expect(limiter.wait('a', polite)).toBe(0);
});

test('what one connection meets does not slow another down', async () => {
	const { clock, limiter } = start();
	const storm = sendFor(clock, limiter, () => ({ ms: 20, isRefused: true }), {
		key: 'stormy',
		seconds: 10,
		workers: 5,
	});
	const calm = sendFor(clock, limiter, () => ({ ms: 50 }), { key: 'calm', seconds: 10 });
	await clock.runAll([storm, calm]);
	expect((await calm).length).toBeGreaterThan(1_500);
	expect((await storm).length).toBeLessThan(60);
});

test('two batches on one connection share its pace', async () => {
	const { clock, limiter } = start();
	const limit = boundedLimit(polite, 10);
	const both = [1, 2].map(
		async () => await sendFor(clock, limiter, () => ({ ms: 50 }), { limit, seconds: 20, workers: 5 }),
	);
	await clock.runAll(both);
	const [first = [], second = []] = await Promise.all(both);
	expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(6);
});

test('after a silence it begins politely again', async () => {
	const { clock, limiter } = start();
	const carrier = () => ({ ms: 50 });
	await clock.runAll([sendFor(clock, limiter, carrier, { seconds: 10 })]);
	expect(limiter.itemsAtOnce('a', polite)).toBeGreaterThan(10);
	const rest = clock.sleep(120_000);
	await clock.runAll([rest]);
	const from = clock.now();
	const work = sendFor(clock, limiter, carrier, { seconds: 1 });
	await clock.runAll([work]);
	expect(within(await work, from, from + 1_000).length).toBeLessThanOrEqual(50);
});

/** The same clock in a process that is stopped for a while every two seconds: nothing wakes meanwhile. */
function stallingClock(clock: VirtualClock, stallMs: number): VirtualClock {
	const wakesAt = (at: number) => at + Math.max(0, stallMs - (at % 2_000));
	return {
		...clock,
		sleep: async (ms: number) => await clock.sleep(wakesAt(clock.now() + ms) - clock.now()),
	};
}

test('takes a busy machine of our own not for a carrier that shows strain', async () => {
	const clock = virtualClock(1_000_000);
	const stalling = stallingClock(clock, 600);
	const limiter = createLimiter(stalling);
	const until = clock.now() + 30_000;
	let late = 0;
	const work = async () => {
		while (clock.now() < until) {
			await limiter.take('a', polite);
			const sentAt = clock.now();
			if (sentAt > until - 10_000) late += 1;
			await stalling.sleep(50);
			limiter.learn('a', polite, { kind: 'any', sentAt, ms: clock.now() - sentAt, isRefused: false });
		}
	};
	const all = Promise.all(Array.from({ length: 32 }, work));
	await clock.runAll([all]);
	// Seven tenths of ten seconds awake. A pace that every stall halves sends some 600.
	expect(late).toBeGreaterThan(1_400);
});

/** A batch with as many items at once as the pace needs, each of so many requests. Gives the seconds it takes. */
async function batchSeconds(items: number, requests: number, answerMs: number): Promise<number> {
	const { clock, limiter } = start();
	const from = clock.now();
	const item = async () => {
		for (let each = 0; each < requests; each += 1) {
			await limiter.take('a', polite);
			const sentAt = clock.now();
			await clock.sleep(answerMs);
			limiter.learn('a', polite, { kind: String(each), sentAt, ms: clock.now() - sentAt, isRefused: false });
		}
	};
	const batch = mapInOrder(
		items,
		() => limiter.itemsAtOnce('a', polite),
		item,
		() => true,
	);
	await clock.runAll([batch]);
	return (clock.now() - from) / 1_000;
}

test.each([
	[3, 6],
	[2, 8],
	[1, 13],
])(
	'the pace lets 1,000 bookings of %d requests be %d times as fast as 1,000 requests one by one',
	async (requests, times) => {
		const answerMs = 50;
		const oneByOne = 1_000 * (answerMs / 1_000);
		const seconds = await batchSeconds(1_000, requests, answerMs);
		expect(oneByOne / seconds).toBeGreaterThan(times);
	},
);
