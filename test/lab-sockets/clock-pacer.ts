import type { Clock } from '../../sandbox/carriers';

/**
 * Moves the clocks of all running scenarios, at most as many times as fast as real time as `stepMs` defines.
 * A scenario's clock stops while one of its requests is under way, so that a slow machine makes none late.
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
		const advanceClock = async (): Promise<void> => {
			while (running) {
				if (requests.hangingRequest !== undefined) throw new Error(requests.hangingRequest);
				if (!requests.isBusy) await clock.advance(this.stepMs);
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
