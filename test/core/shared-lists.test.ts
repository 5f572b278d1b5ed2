import type { Item } from '../../shared/declare/facts';
import { failed, success, type Result } from '../../shared/declare/failure';
import type { Ports } from '../../shared/run/ports';
import type { ListNeed } from '../../shared/run/ports';
import { createSharedLists } from '../../shared/run/shared-lists';
import { virtualClock } from './virtual-clock';
import { noResponse, scriptedPorts } from './scripted-ports';

const unused = { delivered: 'no', reason: 'unused' } as const;

/** A carrier whose list takes a second, and counts how often it is read. */
function createList(size = 5) {
	const ports: Ports = {
		...scriptedPorts(() => noResponse('no'), 1_000_000),
		transport: { send: async () => noResponse('no'), fetchFile: async () => ({ noResponse: unused }) },
	};
	const lists = createSharedLists(size);
	const begun: number[] = [];
	let result: Result<Item[]> = success([]);
	const load = async (listPorts: Ports) => {
		begun.push(ports.now());
		// What counts is when the request goes out, which marks the reading.
		await listPorts.transport.send(
			{ method: 'GET', url: 'https://carrier.example/list', headers: {}, body: undefined },
			{} as never,
			1,
		);
		await ports.sleep(1_000);
		return result;
	};
	return {
		ports,
		begun,
		fail: () => (result = failed('unavailable', 'down')),
		lists,
		read: async (since: number, need: Partial<ListNeed> = {}) =>
			await lists.read('key', { since, from: 0, ...need }, ports, load),
	};
}

test('items that come to the same point read one list', async () => {
	const { ports, begun, read } = createList();
	await Promise.all([read(ports.now()), read(ports.now()), read(ports.now())]);
	expect(begun).toHaveLength(1);
});

test('a list never settles a doubt that is newer than it', async () => {
	const { ports, begun, read } = createList();
	await read(0);
	const [first = 0] = begun;
	await read(first - 1);
	expect(begun).toHaveLength(1);
	await read(first);
	expect(begun).toHaveLength(2);
	await read(ports.now());
	expect(begun).toHaveLength(3);
});

test('a first look-up takes no list older than half a minute', async () => {
	const { ports, begun, read } = createList();
	await read(0);
	await ports.sleep(28_000);
	await read(0);
	expect(begun).toHaveLength(1);
	await ports.sleep(2_000);
	await read(0);
	expect(begun).toHaveLength(2);
});

test('a list that failed is read again', async () => {
	const { begun, read, fail } = createList();
	fail();
	expect((await read(0)).ok).toBe(false);
	await read(0);
	expect(begun).toHaveLength(2);
});

const company = (ports: Ports, ms: number) => ({ until: ports.now() + ms });

/** Items of a batch: each works for a while and then needs the list. */
function createItems(size: number) {
	const clock = virtualClock(1_000_000);
	const lists = createSharedLists(size);
	const { ports: scripted } = createList();
	const ports: Ports = { ...scripted, now: clock.now, sleep: clock.sleep };
	const begun: { at: number; from: number }[] = [];
	let most = 0;
	const item = async (workMs: number, patienceMs = 10_000, from = clock.now()) =>
		await lists.track(
			async () => {
				await clock.sleep(workMs);
				const need = { since: clock.now(), from, ...company(ports, patienceMs) };
				return await lists.read('key', need, ports, async (listPorts, start) => {
					begun.push({ at: clock.now() - 1_000_000, from: start });
					await listPorts.transport.send({ method: 'GET', url: '', headers: {}, body: undefined }, {} as never, 1);
					await clock.sleep(100);
					return success([]);
				});
			},
			() => {
				most = Math.max(most, lists.waiting);
			},
		);
	return { clock, lists, begun, item, mostWaiting: () => most };
}

test('a list after bookings begins when all items have come to it, and reaches back far enough for all', async () => {
	const { clock, lists, begun, item, mostWaiting } = createItems(3);
	await clock.runAll([item(100, 10_000, 30), item(2_000, 10_000, 10), item(1_000, 10_000, 20)]);
	expect(begun).toHaveLength(1);
	expect(begun[0]?.from).toBe(10);
	expect(begun[0]?.at).toBeGreaterThanOrEqual(2_000);
	expect(begun[0]?.at).toBeLessThanOrEqual(2_600);
	expect(mostWaiting()).toBe(3);
	expect(lists.waiting).toBe(0);
});

test('nobody waits longer for company than it can, and who comes later reads another list', async () => {
	const { clock, begun, item } = createItems(2);
	await clock.runAll([item(100, 2_000), item(5_000)]);
	expect(begun.map(({ at }) => at)[0]).toBe(2_100);
	expect(begun).toHaveLength(2);
});

test('an item alone waits for nobody', async () => {
	const { clock, begun, item } = createItems(1);
	await clock.runAll([item(100)]);
	expect(begun.map(({ at }) => at)).toEqual([100]);
});
