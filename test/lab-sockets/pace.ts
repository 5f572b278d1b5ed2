import type { Clock } from '../../sandbox/carriers';

/**
 * Moves the clocks of all stories under way, as many times as fast as real time as `stepMs` says, at most. On a machine that is busy,
 * time itself goes slower, so that no request is late only because nobody had a moment for it.
 */
export class Pace {
	private readonly clocks = new Set<Clock>();
	private going = false;

	/** `stepMs`: milliseconds that pass in a step, which takes one at least and leaves the event loop several rounds. */
	constructor(private readonly stepMs: number) {}

	join(clock: Clock): { leave(): void } {
		this.clocks.add(clock);
		if (!this.going) void this.go();
		return { leave: () => void this.clocks.delete(clock) };
	}

	private async go(): Promise<void> {
		this.going = true;
		while (this.clocks.size > 0) {
			await Promise.all([...this.clocks].map(async (clock) => await clock.advance(this.stepMs)));
			await new Promise((resolve) => setTimeout(resolve, 1));
		}
		this.going = false;
	}
}
