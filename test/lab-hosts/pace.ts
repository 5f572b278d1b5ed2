import { Traffic } from './traffic';

/** Milliseconds that pass in a step: about fifty times as fast as real time. */
export const STEP_MS = 50;

/** The subjects' slots lie ahead of this moment, and both carriers are open. */
const MORNING = Date.parse('2026-11-23T09:00:00+01:00');

const inReal = { setTimeout, performance };

/** What the hosts send while time is swift; the carriers say which of it waits for time to pass. */
export const traffic = new Traffic();

export const realNow = (): number => inReal.performance.now();

/**
 * Lets the hosts, the road and the carriers live in a time of its own while the work lasts. It moves in steps, each of
 * which leaves the event loop a round, and stands still while a request is on the move, so that none is late only
 * because the machine is slow. Sockets are as ever.
 */
export async function inSwiftTime<T>(work: () => Promise<T>): Promise<T> {
	jest.useFakeTimers({ now: MORNING, doNotFake: ['hrtime', 'nextTick', 'queueMicrotask', 'setImmediate', 'clearImmediate'] });
	// Node's own timers know nothing of it.
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
		const late = new AbortController();
		setTimeout(() => late.abort(), ms);
		return late.signal;
	});
	traffic.begin();
	let over = false;
	const going = (async () => {
		while (!over) {
			if (!traffic.onTheMove) await jest.advanceTimersByTimeAsync(STEP_MS);
			await new Promise((resolve) => inReal.setTimeout(resolve, 1));
		}
	})();
	try {
		return await work();
	} finally {
		over = true;
		await going;
		traffic.end();
		jest.restoreAllMocks();
		jest.useRealTimers();
	}
}
