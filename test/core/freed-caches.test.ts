import { createLimiter } from '../../shared/run/limiter';
import { createMemory } from '../../shared/run/memory-store';

const HOUR = 3_600_000;

test('values whose time is over are freed with the next one, not only by newer ones', async () => {
	let now = 0;
	const memory = createMemory<{ name: string }>(() => now, 1_000);
	const fill = async () => {
		for (let each = 0; each < 50; each += 1) {
			const value = { name: `v${each}` };
			await memory.set(value.name, value, 1_000);
		}
	};
	await fill();
	now = 2 * 60_000;
	await memory.set('another', { name: 'another' }, 1_000);
	for (let each = 0; each < 50; each += 1) expect(await memory.get(`v${each}`)).toBeUndefined();
	// Put back, the clock would show them again if they were still there.
	now = 0;
	for (let each = 0; each < 50; each += 1) expect(await memory.get(`v${each}`)).toBeUndefined();
});

test('the bucket of a connection that was not used for a day is dropped, one with a pause is not', async () => {
	let now = 0;
	const limiter = createLimiter({ now: () => now, sleep: async (ms) => void (now += ms) });
	const limit = { requests: 10, perMs: 1_000 };
	const spendRetries = (key: string) => {
		for (let tries = 0; tries < 100; tries += 1) limiter.mayRetry(key, 'read');
	};
	await limiter.take('old', limit);
	spendRetries('old');
	expect(limiter.mayRetry('old', 'read')).toBe(false);
	now = 26 * HOUR;
	limiter.pause('paused', now + HOUR);
	await limiter.take('new', limit);
	expect(limiter.mayRetry('old', 'read')).toBe(true);
	expect(limiter.pausedFor('paused')).toBe(HOUR);
});
