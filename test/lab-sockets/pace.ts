import type { Clock } from '../../sandbox/carriers';

/**
 * Moves the clocks of all stories under way, as many times as fast as real time as `stepMs` says, at most. The clock of a
 * story stands still while one of its requests is on the move, so that none is late only because the machine is slow.
 */
export class Pace {
	private readonly stories = new Map<Clock, { onTheMove: boolean }>();
	private going = false;

	/** `stepMs`: milliseconds that pass in a step, which takes one at least and leaves the event loop several rounds. */
	constructor(private readonly stepMs: number) {}

	join(clock: Clock, requests: { onTheMove: boolean }): { leave(): void } {
		this.stories.set(clock, requests);
		if (!this.going) void this.go();
		return { leave: () => void this.stories.delete(clock) };
	}

	private async go(): Promise<void> {
		this.going = true;
		while (this.stories.size > 0) {
			const free = [...this.stories].filter(([, requests]) => !requests.onTheMove);
			await Promise.all(free.map(async ([clock]) => await clock.advance(this.stepMs)));
			await new Promise((resolve) => setTimeout(resolve, 1));
		}
		this.going = false;
	}
}
