import type { Clock } from '../../sandbox/carriers';
import type { Ports, SharedLists } from '../../shared/run/ports';

/** Real time after which a clock that nothing moves has stopped. No machine is that slow. */
const STALLED_MS = 60_000;

/**
 * Virtual time for several runs at once. It moves on only while all of them sleep or wait for a lock, and wakes them
 * one by one, earliest first. If there is no sleeper to wake, every run fails instead of waiting for ever.
 */
export class VirtualScheduler {
	private awake = 0;
	private waiting = 0;
	private sleeping: { at: number; wake: () => void }[] = [];
	private readonly running = new Set<(reason: Error) => void>();
	private watch: NodeJS.Timeout | undefined;

	constructor(
		private readonly clock: Clock,
		private readonly stalledMs = STALLED_MS,
	) {}

	now = (): number => this.clock.now();

	sleep = async (ms: number): Promise<void> =>
		await new Promise((wake) => {
			this.sleeping.push({ at: this.now() + Math.max(0, ms), wake });
			this.release();
		});

	/** The same ports, with locks that let time pass while a run waits for one. */
	seesLocks(ports: Ports): Ports {
		const hold: Ports['locks']['hold'] = async (key, work) => {
			this.waiting += 1;
			this.release();
			return await ports.locks.hold(key, async () => {
				this.waiting -= 1;
				this.awake += 1;
				return await work();
			});
		};
		return { ...ports, locks: { hold } };
	}

	/** The same lists. Time passes while a run waits for a list that another one reads. */
	seesLists(lists: SharedLists): SharedLists {
		const read: SharedLists['read'] = async (key, need, ports, load) => {
			let isReading = false;
			const result = lists.read(
				key,
				need,
				{
					...ports,
					sleep: async (ms) => {
						isReading = true;
						await ports.sleep(ms);
					},
				},
				async (...call) => {
					isReading = true;
					return await load(...call);
				},
			);
			// Whoever reads the list itself has begun to do so once all promises have had their turn.
			await new Promise((resolve) => setImmediate(resolve));
			if (isReading) return await result;
			this.waiting += 1;
			this.release();
			return await result.finally(() => {
				this.waiting -= 1;
				this.awake += 1;
			});
		};
		return {
			size: lists.size,
			get waiting() {
				return lists.waiting;
			},
			track: lists.track,
			read,
		};
	}

	/** Everything that sleeps must run inside one of these. */
	async run<T>(work: () => Promise<T>): Promise<T> {
		this.awake += 1;
		let fail: (reason: Error) => void = () => undefined;
		const stalled = new Promise<never>((_resolve, reject) => {
			fail = reject;
		});
		this.running.add(fail);
		this.watchTime();
		try {
			return await Promise.race([work(), stalled]);
		} finally {
			this.running.delete(fail);
			if (this.running.size === 0) clearTimeout(this.watch);
			this.release();
		}
	}

	private release(): void {
		this.awake -= 1;
		// Another run may follow a finished one at once, without a sleep in between.
		if (this.awake === 0) setImmediate(() => void this.wakeNext());
	}

	private async wakeNext(): Promise<void> {
		if (this.awake > 0) return;
		const next = this.sleeping.reduce<(typeof this.sleeping)[number] | undefined>(
			(first, each) => (first && first.at <= each.at ? first : each),
			undefined,
		);
		if (!next) {
			if (this.running.size > 0) this.fail(`nobody sleeps, ${this.waiting} wait for others`);
			return;
		}
		this.awake += 1;
		this.sleeping.splice(this.sleeping.indexOf(next), 1);
		if (next.at > this.now()) await this.clock.advance(next.at - this.now());
		this.watchTime();
		next.wake();
	}

	private watchTime(): void {
		clearTimeout(this.watch);
		this.watch = setTimeout(
			() =>
				this.fail(
					`${this.awake} are awake and do nothing, ${this.sleeping.length} sleep, ${this.waiting} wait for others`,
				),
			this.stalledMs,
		);
		this.watch.unref();
	}

	private fail(why: string): void {
		for (const fail of [...this.running]) fail(new Error(`Virtual time stands still: ${why}`));
	}
}
