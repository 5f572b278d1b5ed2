/** Milliseconds since 1970, as Date.now() gives them. */
export type Moment = number;

export interface ScheduledWork {
	cancel(): void;
}

export interface Clock {
	now(): Moment;
	/** Moves time forward, running due work in order of its time. `advance(0)` runs what is due now. */
	advance(ms: number): Promise<void>;
	/** Runs work when that moment comes. */
	runAt(moment: Moment, work: () => void | Promise<void>): ScheduledWork;
	/** Resolves when the clock has moved on by that much. Another caller must move it. */
	sleep(ms: number): Promise<void>;
	/** Lets time pass: moves a virtual clock by itself, waits on a real one. */
	advanceOrSleep(ms: number): Promise<void>;
	/** From now on time runs by itself, `scale` times as fast as real time. */
	realTime(scale?: number): void;
	/** Back to standing still until `advance`. */
	stop(): void;
	readonly running: boolean;
	/** Moment of the earliest planned work. */
	readonly next: Moment | undefined;
}
