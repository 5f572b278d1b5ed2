import type { Ports } from '../../shared/run/ports';

/** When the samples' slots still lie ahead. */
const SAMPLE_NOW = Date.parse('2020-11-09T09:00:00+01:00');

const timers = [
	'hrtime',
	'nextTick',
	'performance',
	'queueMicrotask',
	'setImmediate',
	'clearImmediate',
	'setInterval',
	'clearInterval',
	'setTimeout',
	'clearTimeout',
] as const;

/**
 * The date is fixed at the samples' day and moves only when the core waits on one of these clocks, at once. Pace and
 * pauses are tested with the core. Sockets and timers run normally.
 */
export function useInstantClocks(...clocks: readonly Pick<Ports, 'sleep'>[]): void {
	beforeEach(() => {
		jest.useFakeTimers({ now: SAMPLE_NOW, doNotFake: [...timers] });
		for (const clock of clocks)
			jest.spyOn(clock, 'sleep').mockImplementation(async (ms) => {
				const wakeAt = Date.now() + ms;
				await new Promise((resolve) => setImmediate(resolve));
				jest.setSystemTime(Math.max(Date.now(), wakeAt));
			});
	});
	afterEach(() => {
		jest.restoreAllMocks();
		jest.useRealTimers();
	});
}
