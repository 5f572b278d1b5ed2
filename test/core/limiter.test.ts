import { createLimiter } from '../../shared/run/limiter';
import { createLocks } from '../../shared/run/locks';
import { createMemoryStore } from '../../shared/run/memory-store';
import { backoff, retryAfter } from '../../shared/run/retry';

function clock(start = 0) {
	let now = start;
	return { now: () => now, sleep: async (ms: number) => void (now += ms) };
}

test('a full bucket goes at once, then one by one', async () => {
	const time = clock();
	const limiter = createLimiter(time);
	const grantedAt: number[] = [];
	for (let each = 0; each < 20; each += 1) {
		await limiter.take('a', { requests: 10, perMs: 1_000 });
		grantedAt.push(time.now());
	}
	expect(grantedAt.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 0));
	expect(grantedAt[19]).toBe(1_000);
});

test('keys do not wait for each other', async () => {
	const time = clock();
	const limiter = createLimiter(time);
	for (let each = 0; each < 10; each += 1) await limiter.take(`k${each}`, { requests: 1, perMs: 60_000 });
	expect(time.now()).toBe(0);
});

test('a pause holds until its moment', async () => {
	const time = clock(1_000);
	const limiter = createLimiter(time);
	limiter.pause('a', 5_000);
	await limiter.take('a', { requests: 10, perMs: 1_000 });
	expect(time.now()).toBe(5_000);
});

test('a wait past the deadline ends there, takes nothing, and reports it', async () => {
	const time = clock();
	const limiter = createLimiter(time);
	limiter.pause('a', 60_000);
	expect(await limiter.take('a', { requests: 1, perMs: 1_000 }, 25_000)).toBe(false);
	expect(time.now()).toBe(25_000);
	await time.sleep(35_000);
	expect(await limiter.take('a', { requests: 1, perMs: 1_000 }, 60_000)).toBe(true);
	expect(time.now()).toBe(60_000);
});

test('a pause that comes while somebody waits for a turn holds for them as well', async () => {
	const time = clock();
	const limiter = createLimiter({
		now: time.now,
		sleep: async (ms) => {
			await time.sleep(ms);
			if (time.now() === 1_000) limiter.pause('a', 5_000);
		},
	});
	for (let each = 0; each < 2; each += 1) await limiter.take('a', { requests: 1, perMs: 1_000 });
	expect(time.now()).toBe(5_000);
});

test('retries stop when nothing succeeds, and come back with successes', () => {
	const limiter = createLimiter(clock());
	const granted = Array.from({ length: 200 }, () => limiter.mayRetry('a', 'read')).filter(Boolean);
	expect(granted).toHaveLength(100);
	for (let each = 0; each < 4; each += 1) limiter.succeeded('a', 'read');
	expect(limiter.mayRetry('a', 'read')).toBe(false);
	limiter.succeeded('a', 'read');
	expect(limiter.mayRetry('a', 'read')).toBe(true);
	expect(limiter.mayRetry('b', 'read')).toBe(true);
});

test('reads that succeed earn no retry of a booking', () => {
	const limiter = createLimiter(clock());
	while (limiter.mayRetry('a', 'write'));
	for (let each = 0; each < 500; each += 1) limiter.succeeded('a', 'read');
	expect(limiter.mayRetry('a', 'write')).toBe(false);
	expect(limiter.mayRetry('a', 'read')).toBe(true);
	for (let each = 0; each < 5; each += 1) limiter.succeeded('a', 'write');
	expect(limiter.mayRetry('a', 'write')).toBe(true);
});

test('a lock is held by one at a time, in order, and outlives a failure', async () => {
	const locks = createLocks();
	const order: string[] = [];
	const work = (name: string, fail = false) =>
		locks.hold('k', async () => {
			order.push(`${name} in`);
			await Promise.resolve();
			order.push(`${name} out`);
			if (fail) throw new Error(name);
		});
	await Promise.allSettled([work('a'), work('b', true), work('c')]);
	expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
});

test('memory forgets by time and by size', async () => {
	const time = clock();
	const memory = createMemoryStore(time.now, 2);
	await memory.set('a', 1, 1_000);
	await memory.set('b', 2, 5_000);
	expect(await memory.get('a')).toBe(1);
	await time.sleep(1_000);
	expect(await memory.get('a')).toBeUndefined();
	await memory.set('c', 3, 5_000);
	await memory.set('d', 4, 5_000);
	expect(await memory.get('b')).toBeUndefined();
	expect(await memory.get('d')).toBe(4);
});

test('Retry-After in seconds, as a date, and as nonsense', () => {
	const now = Date.parse('2030-01-01T00:00:00Z');
	expect(retryAfter('7', now)).toBe(7_000);
	expect(retryAfter('Tue, 01 Jan 2030 00:00:09 GMT', now)).toBe(9_000);
	expect(retryAfter('Tue, 01 Jan 2020 00:00:09 GMT', now)).toBe(0);
	for (const years of ['999999999999', 'Tue, 01 Jan 2199 00:00:00 GMT'])
		expect(retryAfter(years, now)).toBe(5 * 60_000);
	expect(retryAfter('soon', now)).toBeUndefined();
	expect(retryAfter(undefined, now)).toBeUndefined();
});

test('waits grow, are capped, and spread', () => {
	expect(backoff(1, () => 0)).toBe(0);
	expect(backoff(1, () => 0.999)).toBe(999);
	expect(backoff(10, () => 0.999)).toBe(7_992);
});

test.each([
	['a bucket', { requests: 1, perMs: 1_000 }],
	['windows', { windows: [{ requests: 1, perMs: 1_000 }] }],
])('%s: a clock that is put back an hour holds nobody up for longer than before', async (_kind, limit) => {
	let now = 10_000_000;
	const limiter = createLimiter({ now: () => now, sleep: async (ms) => void (now += ms) });
	await limiter.take('a', limit);
	limiter.pause('a', now + 7_000);
	now -= 3_600_000;
	const resetAt = now;
	expect(limiter.wait('a', limit)).toBe(7_000);
	expect(await limiter.take('a', limit, resetAt + 25_000)).toBe(true);
	expect(now - resetAt).toBe(7_000);
	expect(await limiter.take('a', limit, now + 25_000)).toBe(true);
	expect(now - resetAt).toBe(8_000);
});
