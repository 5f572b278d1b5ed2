import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { BRIDGE, hubrise, TILL } from './hubrise-client';
import { MINUTE } from './cyke-deliverit-client';

let sandbox: Sandbox;
beforeEach(() => {
	// Twenty seconds into a minute, and into the hour and the day of it.
	sandbox = createSandbox({ startAt: '2026-11-23T09:10:20+01:00' });
});

const get = (path = '/location', token = BRIDGE) => hubrise(sandbox, 'GET', path, undefined, token);

async function statusesOf(count: number, path?: string): Promise<number[]> {
	const statuses = new Set<number>();
	for (let n = 0; n < count; n += 1) statuses.add((await get(path)).status);
	return [...statuses];
}

test('500 a minute, counted from the round minute', async () => {
	expect(await statusesOf(500)).toEqual([200]);
	const refused = await get();
	expect([refused.status, refused.json.error_type, refused.headers.get('retry-after')]).toEqual([
		429,
		'too_many_requests',
		'40',
	]);
	sandbox.hubrise.settings.retryAfter = false;
	expect((await get()).headers.get('retry-after')).toBeNull();
	sandbox.hubrise.settings.retryAfter = true;
	expect((await get('/location', TILL)).status).toBe(200);
	await sandbox.clock.advance(39_999);
	expect((await get()).headers.get('retry-after')).toBe('1');
	await sandbox.clock.advance(1);
	expect(await statusesOf(500)).toEqual([200]);
	expect((await get()).headers.get('retry-after')).toBe('60');
});

test('2,500 an hour', async () => {
	for (let minute = 0; minute < 5; minute += 1) {
		expect(await statusesOf(500)).toEqual([200]);
		await sandbox.clock.advance(MINUTE);
	}
	expect((await get()).headers.get('retry-after')).toBe(String(45 * 60 - 20));
	await sandbox.clock.advance(45 * MINUTE);
	expect((await get()).status).toBe(200);
});

test('10,000 a day, by settings made small', async () => {
	sandbox.hubrise.settings.limits.perDay = 3;
	expect(await statusesOf(3)).toEqual([200]);
	// The day begins at midnight in UTC.
	expect((await get()).headers.get('retry-after')).toBe(String(15 * 3600 + 49 * 60 + 40));
	expect(createSandbox().hubrise.settings.limits).toEqual({
		perMinute: 500,
		perHour: 2500,
		perDay: 10_000,
		heavyPerMinute: 10,
	});
});

test('10 a minute on lists of orders; other calls go on', async () => {
	expect(await statusesOf(10, '/location/orders')).toEqual([200]);
	expect((await get('/location/orders')).headers.get('retry-after')).toBe('40');
	expect((await get()).status).toBe(200);
	await sandbox.clock.advance(40_000);
	expect((await get('/locations/3r4s3-1/orders')).status).toBe(200);
});
