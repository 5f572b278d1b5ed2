import { clock } from '../../nodes/adapter/process';

/** When the samples' slots still lie ahead. */
const SAMPLE_NOW = Date.parse('2020-11-09T09:00:00+01:00');

const timers = ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const;

/**
 * The date stands at the samples' day and moves only when the core waits, at once: its pace and its pauses are tested
 * with the core. Sockets and timers run as ever.
 */
export function useSwiftClock(): void {
	beforeEach(() => {
		jest.useFakeTimers({ now: SAMPLE_NOW, doNotFake: [...timers] });
		jest.spyOn(clock, 'sleep').mockImplementation(async (ms) => {
			const wake = Date.now() + ms;
			await new Promise((resolve) => setImmediate(resolve));
			jest.setSystemTime(Math.max(Date.now(), wake));
		});
	});
	afterEach(() => {
		jest.restoreAllMocks();
		jest.useRealTimers();
	});
}
