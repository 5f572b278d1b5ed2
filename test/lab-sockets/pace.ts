import type { Clock } from '../../sandbox/carriers';

/** Milliseconds that pass in a step, which leaves the event loop several rounds. */
const STEP_MS = 100;

/**
 * Moves the clocks of all stories under way, about a hundred times as fast as real time. On a machine that is busy,
 * time itself goes slower, so that no request is late only because nobody had a moment for it.
 */
export class Pace {
	private readonly clocks = new Set<Clock>();
	private going = false;

	join(clock: Clock): { leave(): void } {
		this.clocks.add(clock);
		if (!this.going) void this.go();
		return { leave: () => void this.clocks.delete(clock) };
	}

	private async go(): Promise<void> {
		this.going = true;
		while (this.clocks.size > 0) {
			await Promise.all([...this.clocks].map(async (clock) => await clock.advance(STEP_MS)));
			await new Promise((resolve) => setTimeout(resolve, 1));
		}
		this.going = false;
	}
}
