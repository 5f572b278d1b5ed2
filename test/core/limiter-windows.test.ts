import fc from '../fast-check';

import { createLimiter } from '../../shared/run/limiter';
import { virtualClock } from './virtual-clock';

const MINUTE = 60_000;
const limits = {
	windows: [
		{ requests: 5, perMs: MINUTE },
		{ requests: 20, perMs: 10 * MINUTE },
	],
	heavy: [{ requests: 2, perMs: MINUTE }],
};

interface Grant {
	nth: number;
	heavy: boolean;
	at: number;
}

/** How many went in each round window. */
function perWindow(grants: readonly Grant[], perMs: number): number[] {
	const counts = new Map<number, number>();
	for (const { at } of grants) counts.set(Math.floor(at / perMs), (counts.get(Math.floor(at / perMs)) ?? 0) + 1);
	return [...counts.values()];
}

const load = fc.record({
	start: fc.integer({ min: 0, max: 10 * MINUTE }),
	requests: fc.array(
		fc.record({
			after: fc.integer({ min: 0, max: 90_000 }),
			heavy: fc.boolean(),
			timeoutMs: fc.constantFrom(1_000, 25_000, 20 * MINUTE),
		}),
		{ minLength: 1, maxLength: 60 },
	),
	pauses: fc.array(
		fc.record({ after: fc.integer({ min: 0, max: 10 * MINUTE }), lasts: fc.integer({ min: 1, max: 3 * MINUTE }) }),
		{ maxLength: 3 },
	),
});

test('for any requests, no window holds more than is allowed, nothing goes in a pause, and each queue keeps its order', async () => {
	await fc.assert(
		fc.asyncProperty(load, async ({ start, requests, pauses }) => {
			const clock = virtualClock(start);
			const limiter = createLimiter(clock);
			const grants: Grant[] = [];
			const pauseWindows: { from: number; until: number }[] = [];
			let lateCount = 0;
			const waits = requests.map(async ({ after, heavy, timeoutMs }, nth) => {
				await clock.sleep(after);
				const until = clock.now() + timeoutMs;
				const granted = await limiter.take('k', limits, until, heavy);
				if (granted) grants.push({ nth, heavy, at: clock.now() });
				if (clock.now() > until) lateCount += 1;
			});
			const pausing = pauses.map(async ({ after, lasts }) => {
				await clock.sleep(after);
				pauseWindows.push({ from: clock.now(), until: clock.now() + lasts });
				limiter.pause('k', clock.now() + lasts);
			});
			await clock.runAll([...waits, ...pausing]);

			expect(Math.max(0, ...perWindow(grants, MINUTE))).toBeLessThanOrEqual(5);
			expect(Math.max(0, ...perWindow(grants, 10 * MINUTE))).toBeLessThanOrEqual(20);
			expect(
				Math.max(
					0,
					...perWindow(
						grants.filter(({ heavy }) => heavy),
						MINUTE,
					),
				),
			).toBeLessThanOrEqual(2);
			expect(grants.filter(({ at }) => pauseWindows.some(({ from, until }) => at > from && at < until))).toEqual([]);
			expect(lateCount).toBe(0);
			const arrivedAt = (nth: number) => start + (requests[nth]?.after ?? 0);
			for (const isHeavy of [true, false]) {
				const order = grants.filter(({ heavy }) => heavy === isHeavy).map(({ nth }) => arrivedAt(nth));
				expect(order).toEqual([...order].sort((a, b) => a - b));
			}
		}),
		{ numRuns: 400, seed: 5 },
	);
});

test('what does not fit goes as soon as the next window begins', async () => {
	const clock = virtualClock(10_000);
	const limiter = createLimiter(clock);
	const grants: number[] = [];
	await clock.runAll(
		Array.from({ length: 12 }, async () => void ((await limiter.take('k', limits)) && grants.push(clock.now()))),
	);
	expect(grants).toEqual([
		...Array<number>(5).fill(10_000),
		...Array<number>(5).fill(MINUTE),
		...Array<number>(2).fill(2 * MINUTE),
	]);
});

test('heavy requests that wait do not hold up the others, and connections do not hold up each other', async () => {
	const clock = virtualClock(0);
	const limiter = createLimiter(clock);
	const grants: string[] = [];
	const go = async (name: string, key: string, heavy: boolean) =>
		void ((await limiter.take(key, limits, undefined, heavy)) && grants.push(`${name} ${clock.now()}`));
	await clock.runAll([
		go('h1', 'k', true),
		go('h2', 'k', true),
		go('h3', 'k', true),
		go('light', 'k', false),
		go('other', 'z', true),
	]);
	expect(grants).toEqual(['h1 0', 'h2 0', 'light 0', 'other 0', 'h3 60000']);
	expect(limiter.wait('k', limits, true)).toBe(0);
});

test('how long the wait would be is reported without waiting', async () => {
	const clock = virtualClock(15_000);
	const limiter = createLimiter(clock);
	await clock.runAll([limiter.take('k', limits, undefined, true), limiter.take('k', limits, undefined, true)]);
	expect([limiter.wait('k', limits), limiter.wait('k', limits, true)]).toEqual([0, 45_000]);
	limiter.pause('k', 100_000);
	expect(limiter.wait('k', limits)).toBe(85_000);
});
