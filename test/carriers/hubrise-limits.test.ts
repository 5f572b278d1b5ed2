import { createSandbox } from '../../sandbox/carriers';
import { listOrders } from '../../shared/carriers/hubrise/actions/order-reads';
import { getLocation } from '../../shared/carriers/hubrise/actions/get-location';
import { createOrder } from '../../shared/carriers/hubrise/actions/create-order';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import type { Action } from '../../shared/declare/action';
import { withCredentials } from '../../shared/declare/connection';
import type { JsonObject } from '../../shared/declare/json';
import { connect } from '../../shared/run/connect';
import { createLimiter } from '../../shared/run/limiter';
import { createLocks } from '../../shared/run/locks';
import { createMemory } from '../../shared/run/memory';
import { perform } from '../../shared/run/perform';
import type { Ports } from '../../shared/run/ports';
import { Turns } from '../lab/turns';
import { BRIDGE, TILL } from './hubrise-road';

const MINUTE = 60_000;

/** Several at once on one clock, against an embedded HubRise that counts as the real one does. */
function hub() {
	const sandbox = createSandbox();
	const turns = new Turns(sandbox.clock);
	const { now, sleep } = turns;
	const met: number[] = [];
	const ports: Ports = {
		now,
		sleep,
		random: () => 0.5,
		memory: createMemory(now),
		limiter: createLimiter({ now, sleep }),
		locks: createLocks(),
		transport: {
			async send(request, access) {
				const { method, url, headers, body } = withCredentials(request, access);
				const response = await sandbox.fetch(url, { method, headers: { ...headers }, body });
				met.push(response.status);
				return { answer: { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() } };
			},
			fetchFile: async () => ({ lost: { sent: 'no', why: 'unused' } }),
		},
	};
	const run = async (action: Action, values: JsonObject, connection: JsonObject = BRIDGE, deadline?: number) => {
		const access = connect(hubrise, connection);
		if (!access.ok) throw new Error(access.failure.message);
		return await turns.take(async () => await perform({ carrier: hubrise, action, access: access.value, values, deadline }, ports));
	};
	return { sandbox, now, met, run };
}

test('700 reads at once keep within the minute, and none meets a 429', async () => {
	const { now, met, run } = hub();
	const began = now();
	await Promise.all(Array.from({ length: 700 }, async () => await run(getLocation, {}, BRIDGE, began + 5 * MINUTE)));
	expect([met.length, met.filter((status) => status === 429).length]).toEqual([700, 0]);
	expect(now() - began).toBe(MINUTE);
});

test('heavy lists wait for their own minute, and what is not heavy goes on', async () => {
	const { now, met, run } = hub();
	const began = now();
	const done: string[] = [];
	const go = async (action: Action) => {
		const result = await run(action, {}, BRIDGE, began + 5 * MINUTE);
		if (result.ok) done.push(`${action.verb} ${(now() - began) / MINUTE}`);
	};
	await Promise.all([...Array.from({ length: 12 }, async () => await go(listOrders)), go(getLocation)]);
	expect(done).toEqual([...Array<string>(10).fill('getAll 0'), 'get 0', 'getAll 1', 'getAll 1']);
	expect(met).not.toContain(429);
});

test('a step that would wait too long is told how long', async () => {
	const { run } = hub();
	await Promise.all(Array.from({ length: 10 }, async () => await run(listOrders, {})));
	expect(await run(listOrders, {})).toMatchObject({ ok: false, failure: { code: 'rate_limited', retryAfter: 35_000 } });
});

test('a 429, because others use the same token as well, is waited out as it says', async () => {
	const { sandbox, now, met, run } = hub();
	const began = now();
	await sandbox.clock.advance(50_000);
	sandbox.hubrise.settings.limits.perMinute = 2;
	const made = await Promise.all(['A', 'B'].map(async (private_ref) => await run(createOrder, { private_ref }, TILL)));
	expect(met).toContain(429);
	expect(made.map((result) => (result.ok ? 'made' : result.failure.code))).toEqual(['made', 'rate_limited']);
	expect(now() - began).toBeGreaterThanOrEqual(MINUTE);
	expect(sandbox.hubrise.orders).toHaveLength(1);
});

test('five orders a minute, one after the other; the sixth says how long to wait and has made nothing', async () => {
	const { sandbox, met, run } = hub();
	const made: unknown[] = [];
	for (const private_ref of ['A', 'B', 'C', 'D', 'E', 'F']) {
		const result = await run(createOrder, { private_ref }, TILL);
		made.push(result.ok ? 'made' : result.failure);
	}
	expect(made).toEqual([...Array<string>(5).fill('made'), expect.objectContaining({ code: 'rate_limited', retryAfter: 35_000 })]);
	expect(sandbox.hubrise.orders).toHaveLength(5);
	expect(met).not.toContain(429);
});
