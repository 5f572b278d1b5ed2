import type { Clock } from '../../sandbox/carriers';

/** So many steps without a request, and whoever has woken has gone back to sleep. */
const QUIET_STEPS = 5;

/**
 * Moves the clocks of all running scenarios, at most as many times as fast as real time as `stepMs` defines.
 * A scenario's clock stops while one of its requests is under way, so that a slow machine makes none late. Where
 * nothing has happened for some steps, it goes on to the next sleeper at once.
 */
export class ClockPacer {
	/** `stepMs`: virtual milliseconds in a step. A step takes at least one real one and several event loop rounds. */
	constructor(private readonly stepMs: number) {}

	/** `hung` never resolves, and rejects when a request is not brought on any more. */
	join(
		clock: Clock,
		requests: { isBusy: boolean; hangingRequest: string | undefined },
	): { leave(): void; stalled: Promise<never> } {
		let running = true;
		let quietSteps = 0;
		const nextStep = () => {
			const gap = quietSteps > QUIET_STEPS && clock.next !== undefined ? clock.next - clock.now() : 0;
			return Math.max(this.stepMs, gap);
		};
		const advanceClock = async (): Promise<void> => {
			while (running) {
				if (requests.hangingRequest !== undefined) throw new Error(requests.hangingRequest);
				const ms = nextStep();
				// A long step wakes somebody.
				quietSteps = requests.isBusy || ms > this.stepMs ? 0 : quietSteps + 1;
				if (!requests.isBusy) await clock.advance(ms);
				await new Promise((resolve) => setTimeout(resolve, 1));
			}
		};
		const stalled = new Promise<never>((_resolve, reject) => void advanceClock().catch(reject));
		return {
			stalled,
			leave: () => {
				running = false;
			},
		};
	}
}
