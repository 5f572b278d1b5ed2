import { Traffic } from './traffic';

/** Milliseconds that pass in a step: about fifty times as fast as real time. */
export const STEP_MS = 50;

/** Where no request has been under way for so many steps, the next ones are longer. */
const QUIET_STEPS = 10;
const LONG_STEP_MS = 5 * STEP_MS;

/** So many looks at a request in progress, a millisecond apart, are no slow machine: it waits for the clock. */
const MAX_LOOKS = 4_000;

/** The subjects' slots lie ahead of this moment, and both carriers are open. */
const START_TIME = Date.parse('2026-11-23T09:00:00+01:00');

const realTimers = { setTimeout, performance };

/** What the hosts send while time is fast. The carriers report which requests wait for time to pass. */
export const traffic = new Traffic();

/** A test that got stuck still waits; the clock is the next one's then. */
let turns = 0;

export const realNow = (): number => realTimers.performance.now();

/**
 * Runs the hosts, the pipeline and the carriers in a time of their own while the work lasts. Time moves in steps,
 * and each step leaves the event loop a round. Time stops while a request is under way, so that none is late only
 * because the machine is slow. Sockets are unchanged.
 */
export async function withFastClock<T>(work: () => Promise<T>, maxLooks = MAX_LOOKS): Promise<T> {
	jest.useFakeTimers({
		now: START_TIME,
		doNotFake: ['hrtime', 'nextTick', 'queueMicrotask', 'setImmediate', 'clearImmediate'],
	});
	// Node's own timers know nothing of it.
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(), ms);
		return controller.signal;
	});
	traffic.begin();
	turns += 1;
	const turn = turns;
	let finished = false;
	const loop = (async () => {
		let looks = 0;
		let quietSteps = 0;
		while (!finished && turn === turns) {
			looks = traffic.isBusy ? looks + 1 : 0;
			quietSteps = traffic.isBusy ? 0 : quietSteps + 1;
			if (looks > maxLooks) traffic.letAllRest();
			// What a timer calls goes on in the round of the event loop that follows.
			if (!traffic.isBusy) jest.advanceTimersByTime(quietSteps > QUIET_STEPS ? LONG_STEP_MS : STEP_MS);
			await new Promise((resolve) => realTimers.setTimeout(resolve, 1));
		}
	})();
	try {
		return await work();
	} finally {
		finished = true;
		await loop;
		traffic.end();
		jest.restoreAllMocks();
		jest.useRealTimers();
	}
}
