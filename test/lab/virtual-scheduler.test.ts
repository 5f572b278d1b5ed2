import { createSandbox } from '../../sandbox/carriers';
import { createLocks } from '../../shared/run/locks';
import { processPorts, sandboxTransport } from './process-ports';
import { Dice } from './seeded-random';
import { VirtualScheduler } from './virtual-scheduler';

const never = new Promise<never>(() => undefined);

function setUp(stalledMs?: number) {
	const sandbox = createSandbox();
	const scheduler = new VirtualScheduler(sandbox.clock, stalledMs);
	const ports = { ...processPorts(scheduler, sandboxTransport(sandbox), new Dice(1)), locks: createLocks() };
	return { scheduler, ports: scheduler.seesLocks(ports) };
}

test('whoever waits for a lock lets its holder sleep', async () => {
	const { scheduler, ports } = setUp();
	const work = async () => await ports.locks.hold('one', async () => await scheduler.sleep(1_000));
	const startedAt = scheduler.now();
	await Promise.all([scheduler.run(work), scheduler.run(work)]);
	expect(scheduler.now() - startedAt).toBe(2_000);
});

test('two that wait for each other fail, and the failure says so', async () => {
	const { scheduler, ports } = setUp();
	const both = (first: string, second: string) => async () =>
		await ports.locks.hold(first, async () => {
			await scheduler.sleep(10);
			await ports.locks.hold(second, async () => undefined);
		});
	await expect(Promise.all([scheduler.run(both('a', 'b')), scheduler.run(both('b', 'a'))])).rejects.toThrow(
		'Virtual time stands still: nobody sleeps, 2 wait for others',
	);
});

test('one that neither sleeps nor ends fails', async () => {
	const { scheduler } = setUp(50);
	await expect(scheduler.run(async () => await never)).rejects.toThrow('1 are awake and do nothing');
});
