import type { Clock } from '../../sandbox/carriers';

/**
 * Moves the clocks of all stories under way, as many times as fast as real time as `stepMs` says, at most. The clock of a
 * story stands still while one of its requests is on the move, so that none is late only because the machine is slow.
 */
export class Pace {
	/** `stepMs`: milliseconds that pass in a step, which takes one at least and leaves the event loop several rounds. */
	constructor(private readonly stepMs: number) {}

	join(clock: Clock, requests: { onTheMove: boolean }): { leave(): void } {
		let going = true;
		void (async () => {
			while (going) {
				if (!requests.onTheMove) await clock.advance(this.stepMs);
				await new Promise((resolve) => setTimeout(resolve, 1));
			}
		})();
		return {
			leave: () => {
				going = false;
			},
		};
	}
}
