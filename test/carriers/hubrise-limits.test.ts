import { createSandbox } from '../../sandbox/carriers';
import { listOrders } from '../../shared/carriers/hubrise/actions/order-reads';
import { getLocation } from '../../shared/carriers/hubrise/actions/get-location';
import { createOrder } from '../../shared/carriers/hubrise/actions/create-order';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import type { Action } from '../../shared/declare/action';
import { withCredentials } from '../../shared/declare/credentials';
import type { JsonObject } from '../../shared/json';
import { connect } from '../../shared/run/connect';
import { createLimiter } from '../../shared/run/limiter';
import { createLocks } from '../../shared/run/locks';
import { createMemoryStore } from '../../shared/run/memory-store';
import { createSecretStore } from '../../shared/run/secret-store';
import { perform } from '../../shared/run/perform';
import type { Ports } from '../../shared/run/ports';
import { VirtualScheduler } from '../lab/virtual-scheduler';
import { BRIDGE, TILL } from './hubrise-harness';

const MINUTE = 60_000;
const items = [{ product_name: 'Cake', price: '19.90 EUR' }];

/** Several at once on one clock, against an embedded HubRise that counts as the real one does. */
function createHub() {
	const sandbox = createSandbox();
	const turns = new VirtualScheduler(sandbox.clock);
	const { now, sleep } = turns;
	const statuses: number[] = [];
	const ports: Ports = {
		now,
		sleep,
		random: () => 0.5,
		store: createMemoryStore(now),
		secrets: createSecretStore(),
		limiter: createLimiter({ now, sleep }),
		locks: createLocks(),
		transport: {
			async send(request, access) {
				const { method, url, headers, body } = withCredentials(request, access);
				const response = await sandbox.fetch(url, { method, headers: { ...headers }, body });
				statuses.push(response.status);
				return {
					response: {
						status: response.status,
						headers: Object.fromEntries(response.headers),
						text: await response.text(),
					},
				};
			},
			fetchFile: async () => ({ noResponse: { delivered: 'no', reason: 'unused' } }),
		},
	};
	const run = async (action: Action, values: JsonObject, connection: JsonObject = BRIDGE, deadline?: number) => {
		const access = connect(hubrise, connection);
		if (!access.ok) throw new Error(access.failure.message);
		return await turns.run(
			async () => await perform({ carrier: hubrise, action, access: access.value, values, deadline }, ports),
		);
	};
	return { sandbox, now, statuses, run };
}

test('700 reads at once stay within the limit per minute, without a 429', async () => {
	const { now, statuses, run } = createHub();
	const startedAt = now();
	await Promise.all(
		Array.from({ length: 700 }, async () => await run(getLocation, {}, BRIDGE, startedAt + 5 * MINUTE)),
	);
	expect([statuses.length, statuses.filter((status) => status === 429).length]).toEqual([700, 0]);
	expect(now() - startedAt).toBe(MINUTE);
});

test('heavy lists wait for their own minute, and what is not heavy goes on', async () => {
	const { now, statuses, run } = createHub();
	const startedAt = now();
	const done: string[] = [];
	const go = async (action: Action) => {
		const result = await run(action, {}, BRIDGE, startedAt + 5 * MINUTE);
		if (result.ok) done.push(`${action.verb} ${(now() - startedAt) / MINUTE}`);
	};
	await Promise.all([...Array.from({ length: 12 }, async () => await go(listOrders)), go(getLocation)]);
	expect([...done].sort()).toEqual(['get 0', ...Array<string>(10).fill('getAll 0'), 'getAll 1', 'getAll 1']);
	expect(statuses).not.toContain(429);
});

test('a step that would wait too long reports how long', async () => {
	const { run } = createHub();
	await Promise.all(Array.from({ length: 10 }, async () => await run(listOrders, {})));
	expect(await run(listOrders, {})).toMatchObject({ ok: false, failure: { code: 'rate_limited', retryAfter: 35_000 } });
});

test.each([true, false])(
	'a 429 caused by other users of the token is waited out (Retry-After: %s)',
	async (retryAfter) => {
		const { sandbox, now, statuses, run } = createHub();
		const startedAt = now();
		sandbox.hubrise.settings.retryAfter = retryAfter;
		await sandbox.clock.advance(50_000);
		sandbox.hubrise.settings.limits.perMinute = 2;
		const created = await Promise.all(
			['A', 'B'].map(async (private_ref) => await run(createOrder, { private_ref, items }, TILL)),
		);
		expect(statuses).toContain(429);
		expect(created.map((result) => (result.ok ? 'made' : result.failure.code))).toEqual(['made', 'rate_limited']);
		expect(now() - startedAt).toBeGreaterThanOrEqual(MINUTE);
		expect(sandbox.hubrise.orders).toHaveLength(1);
	},
);

test('five orders a minute, one after the other; the sixth reports how long to wait and creates nothing', async () => {
	const { sandbox, statuses, run } = createHub();
	const created: unknown[] = [];
	for (const private_ref of ['A', 'B', 'C', 'D', 'E', 'F']) {
		const result = await run(createOrder, { private_ref, items }, TILL);
		created.push(result.ok ? 'made' : result.failure);
	}
	expect(created).toEqual([
		...Array<string>(5).fill('made'),
		expect.objectContaining({ code: 'rate_limited', retryAfter: 35_000 }),
	]);
	expect(sandbox.hubrise.orders).toHaveLength(5);
	expect(statuses).not.toContain(429);
});
