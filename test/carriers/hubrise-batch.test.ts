import { createSandbox } from '../../sandbox/carriers';
import { mapInOrder } from '../../nodes/adapter/map-in-order';
import { createOrder } from '../../shared/carriers/hubrise/actions/create-order';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import { withCredentials } from '../../shared/declare/credentials';
import { connect } from '../../shared/run/connect';
import { createLimiter } from '../../shared/run/limiter';
import { createLocks } from '../../shared/run/locks';
import { createMemoryStore } from '../../shared/run/memory-store';
import { createSecretStore } from '../../shared/run/secret-store';
import { createSharedLists } from '../../shared/run/shared-lists';
import { perform } from '../../shared/run/perform';
import type { Ports } from '../../shared/run/ports';
import { TILL } from './hubrise-harness';

const MINUTE = 60_000;

/** Virtual time that moves on once nothing else is left to do: items of a batch also wait for each other's lists. */
function virtualTime(clock: ReturnType<typeof createSandbox>['clock']) {
	const sleeping: { at: number; wake: () => void }[] = [];
	let isRunning = false;
	async function run(): Promise<void> {
		isRunning = true;
		while (sleeping.length > 0) {
			for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
			sleeping.sort((a, b) => a.at - b.at);
			const next = sleeping.shift();
			if (next && next.at > clock.now()) await clock.advance(next.at - clock.now());
			next?.wake();
			for (let turn = 0; turn < 20; turn += 1) await new Promise((then) => setImmediate(then));
		}
		isRunning = false;
	}
	const now = () => clock.now();
	const sleep = async (ms: number): Promise<void> =>
		await new Promise((wake) => {
			sleeping.push({ at: now() + Math.max(0, ms), wake });
			if (!isRunning) void run();
		});
	return { now, sleep };
}

/** Batches of orders, as a host without a time limit runs them, against an embedded HubRise that counts. */
function createHub() {
	const sandbox = createSandbox();
	const { now, sleep } = virtualTime(sandbox.clock);
	const statuses: number[] = [];
	const onTheirWay = { now: 0, most: 0 };
	/** The reference in the query of each list of orders. */
	const lists: string[] = [];
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
				const { pathname, searchParams } = new URL(url);
				onTheirWay.now += 1;
				onTheirWay.most = Math.max(onTheirWay.most, onTheirWay.now);
				await sleep(120);
				onTheirWay.now -= 1;
				if (method === 'GET' && pathname.endsWith('/orders')) lists.push(searchParams.get('private_ref') ?? 'all');
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
	const batch = async (
		references: readonly string[],
		atOnce: number,
		{ isAutomatic = false, ifExists = 'return' }: { isAutomatic?: boolean; ifExists?: 'return' | 'another' } = {},
	) => {
		const access = connect(hubrise, TILL);
		if (!access.ok) throw new Error(access.failure.message);
		const batchPorts = { ...ports, lists: createSharedLists(references.length) };
		const job = {
			carrier: hubrise,
			action: createOrder,
			access: access.value,
			budgetMs: createOrder.patienceMs,
			booking: { ifExists },
		};
		const outcomes = await mapInOrder(
			references.length,
			() => atOnce + (isAutomatic ? batchPorts.lists.waiting : 0),
			async (index, { startMore }) =>
				await batchPorts.lists.track(
					async () =>
						await perform(
							{
								...job,
								values: {
									private_ref: references[index] ?? '',
									items: [{ product_name: 'Cake', price: '4.50 EUR', quantity: '1' }],
								},
							},
							batchPorts,
						),
					startMore,
				),
			() => true,
		);
		return outcomes.map((result) => (result?.ok ? String(result.value[0]?.outcome) : result?.failure.code));
	};
	return { sandbox, now, statuses, lists, onTheirWay, batch };
}

const references = (count: number) => Array.from({ length: count }, (_, index) => `WC-${index}`);

test.each([
	[1, 35],
	[3, 11],
	[10, 4],
])(
	'thirty new orders, %d at once by choice: at most %d lists, none too many for HubRise, none given up',
	async (atOnce, most) => {
		const { sandbox, now, statuses, lists, batch } = createHub();
		const startedAt = now();
		expect(await batch(references(30), atOnce)).toEqual(Array<string>(30).fill('created'));
		expect(sandbox.hubrise.orders).toHaveLength(30);
		expect(statuses).not.toContain(429);
		expect(lists.length).toBeLessThanOrEqual(most);
		// Ten heavy lists a minute are all that slows a batch down.
		expect((now() - startedAt) / MINUTE).toBeLessThan(Math.ceil(lists.length / 10) + 0.2);
	},
);

test.each([3, 7])('two hundred new orders, %d at once: three pages of lists, all in one minute', async (atOnce) => {
	const { sandbox, now, statuses, lists, onTheirWay, batch } = createHub();
	const startedAt = now();
	expect(await batch(references(200), atOnce, { isAutomatic: true })).toEqual(Array<string>(200).fill('created'));
	expect(sandbox.hubrise.orders).toHaveLength(200);
	expect(lists).toEqual(['all', 'all', 'all']);
	expect(statuses).toEqual(Array<number>(203).fill(200));
	expect(onTheirWay.most).toBeLessThanOrEqual(atOnce);
	expect((now() - startedAt) / MINUTE).toBeLessThan(1);
});

test('a batch that runs again finds its orders in one list', async () => {
	const { sandbox, lists, batch } = createHub();
	await batch(references(8), 3);
	await sandbox.clock.advance(MINUTE);
	lists.length = 0;
	expect(await batch(references(8), 3)).toEqual(Array<string>(8).fill('found'));
	expect(lists).toEqual(['all']);
	expect(sandbox.hubrise.orders).toHaveLength(8);
});

test('an order that is older than the shared list is refused by HubRise, and then looked up', async () => {
	const { sandbox, lists, batch } = createHub();
	await batch(['WC-1'], 1);
	await sandbox.clock.advance(48 * 60 * MINUTE);
	lists.length = 0;
	expect(await batch(references(3), 1)).toEqual(['created', 'found', 'created']);
	expect(lists).toEqual(['all', 'all', 'WC-1', 'all']);
	expect(sandbox.hubrise.orders).toHaveLength(3);
});

test('where HubRise has let a repeated reference pass, each order is looked up by its reference', async () => {
	const { sandbox, lists, batch } = createHub();
	sandbox.hubrise.settings.uniquePrivateRefs = false;
	await batch(['WC-1'], 1);
	await sandbox.clock.advance(48 * 60 * MINUTE);
	await batch(['WC-7', 'WC-7'], 1, { ifExists: 'another' });
	lists.length = 0;
	expect(await batch(references(3), 1)).toEqual(['created', 'found', 'created']);
	expect(lists).toEqual(['all', 'WC-0', 'all', 'WC-1', 'WC-2', 'all']);
	expect(sandbox.hubrise.orders).toHaveLength(5);
});

test('two items are looked up by reference alone', async () => {
	const { lists, batch } = createHub();
	expect(await batch(references(2), 1)).toEqual(['created', 'created']);
	expect(lists).toEqual(['WC-0', 'WC-0', 'WC-1', 'WC-1']);
});

test('equal references in one batch make one order', async () => {
	const { sandbox, batch } = createHub();
	expect((await batch(['WC-1', 'WC-1', 'WC-1', 'WC-2'], 4)).sort()).toEqual(['created', 'created', 'found', 'found']);
	expect(sandbox.hubrise.orders).toHaveLength(2);
});
