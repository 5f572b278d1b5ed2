import { createSandbox } from '../../sandbox/carriers';
import { createClock } from '../../sandbox/carriers/framework/clock';
import { MINUTE } from './cyke-deliverit-client';

test('begins on a Monday morning, or at a given time', () => {
	expect(new Date(createSandbox().clock.now()).toISOString()).toBe('2026-11-23T08:00:00.000Z');
	expect(createSandbox({ startAt: new Date(5000) }).clock.now()).toBe(5000);
});

test('due work runs in order of its time, at its time; equal times keep their order', async () => {
	const clock = createClock(0);
	const seen: string[] = [];
	const record = (name: string) => () => void seen.push(`${name}@${clock.now()}`);
	clock.runAt(30, record('late'));
	clock.runAt(10, record('a'));
	clock.runAt(10, record('b'));
	clock.runAt(40, record('never')).cancel();
	await clock.advance(20);
	expect(seen).toEqual(['a@10', 'b@10']);
	expect(clock.now()).toBe(20);
	await clock.advance(20);
	expect(seen).toEqual(['a@10', 'b@10', 'late@30']);
});

test('work may plan more work, and wait for it', async () => {
	const clock = createClock(0);
	const seen: number[] = [];
	clock.runAt(10, async () => {
		clock.runAt(15, () => void seen.push(clock.now()));
		await Promise.resolve();
		clock.runAt(clock.now() + 1, () => void seen.push(clock.now()));
	});
	await clock.advance(100);
	expect(seen).toEqual([11, 15]);
});

test('work that waits for the clock does not stop it', async () => {
	const clock = createClock(0, 5);
	let woke = 0;
	clock.runAt(10, async () => {
		await clock.sleep(20);
		woke = clock.now();
	});
	await clock.advance(100);
	expect(woke).toBe(30);
});

test('sleepers wake at their own time, also while two let time pass at once', async () => {
	const clock = createClock(0);
	const woke: string[] = [];
	const sleeper = async (name: string, ms: number) => {
		await clock.sleep(ms);
		woke.push(`${name}@${clock.now()}`);
	};
	const all = [sleeper('c', 30), sleeper('a', 10), sleeper('b', 20)];
	await Promise.all([clock.advanceOrSleep(25), clock.advanceOrSleep(40)]);
	await Promise.all(all);
	expect(woke).toEqual(['a@10', 'b@20', 'c@30']);
	expect(clock.now()).toBe(40);
});

test('in real time it runs by itself, scaled, and stops where it is', async () => {
	const clock = createClock(0);
	clock.realTime(60_000);
	expect(clock.running).toBe(true);
	let rang = -1;
	clock.runAt(MINUTE, () => void (rang = clock.now()));
	await clock.advanceOrSleep(2 * MINUTE);
	clock.stop();
	expect(rang).toBeGreaterThanOrEqual(MINUTE);
	const stopped = clock.now();
	expect(stopped).toBeGreaterThanOrEqual(2 * MINUTE);
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(clock.now()).toBe(stopped);
	await clock.advance(1);
	expect(clock.now()).toBe(stopped + 1);
});

test('in real time it can be pushed on, too', async () => {
	const clock = createClock(0);
	clock.realTime(1);
	await clock.advance(60 * MINUTE);
	expect(clock.now()).toBeGreaterThanOrEqual(60 * MINUTE);
	clock.stop();
	expect(() => clock.realTime(0)).toThrow(RangeError);
});
