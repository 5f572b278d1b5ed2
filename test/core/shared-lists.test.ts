import type { Item } from '../../shared/declare/facts';
import { failed, success, type Result } from '../../shared/declare/failure';
import type { Ports } from '../../shared/run/ports';
import { createSharedLists } from '../../shared/run/shared-lists';
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
		read: async (since: number) => await lists.read('key', since, ports, load),
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
