import type { Clock } from '../../sandbox/carriers';

/**
 * Virtual time for several at once: it moves on only while all of them sleep, and wakes one after the other in the
 * order of their moments. Whatever waits, waits here.
 */
export class Turns {
	private awake = 0;
	private asleep: { at: number; wake: () => void }[] = [];

	constructor(private readonly clock: Clock) {}

	now = (): number => this.clock.now();

	sleep = async (ms: number): Promise<void> =>
		await new Promise((wake) => {
			this.asleep.push({ at: this.now() + Math.max(0, ms), wake });
			this.rest();
		});

	/** Everything that sleeps has to run inside one of these. */
	async take<T>(work: () => Promise<T>): Promise<T> {
		this.awake += 1;
		try {
			return await work();
		} finally {
			this.rest();
		}
	}

	private rest(): void {
		this.awake -= 1;
		// Whoever ends may be followed by another at once, without a sleep in between.
		if (this.awake === 0) setImmediate(() => void this.wakeNext());
	}

	private async wakeNext(): Promise<void> {
		if (this.awake > 0) return;
		const next = this.asleep.reduce<(typeof this.asleep)[number] | undefined>((first, each) => (first && first.at <= each.at ? first : each), undefined);
		if (!next) return;
		this.awake += 1;
		this.asleep.splice(this.asleep.indexOf(next), 1);
		if (next.at > this.now()) await this.clock.advance(next.at - this.now());
		next.wake();
	}
}
