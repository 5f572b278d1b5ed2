/** A clock for many sleepers: it moves to the next sleeper once all are asleep. */
export interface VirtualClock {
	now(): number;
	sleep(ms: number): Promise<void>;
	/** Runs until all of these are done. */
	runAll(work: readonly Promise<unknown>[]): Promise<void>;
}

/** Long enough for every chain of promises here to come to its next sleep. */
const settle = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

export function virtualClock(start: number): VirtualClock {
	let now = start;
	let sleepers: { at: number; wake(): void }[] = [];
	return {
		now: () => now,
		sleep: async (ms) =>
			await new Promise((wake) => {
				sleepers.push({ at: now + ms, wake });
			}),
		async runAll(work) {
			let open = true;
			const done = Promise.all(work).finally(() => (open = false));
			for (;;) {
				await settle();
				if (!open) break;
				const next = Math.min(...sleepers.map(({ at }) => at));
				if (!Number.isFinite(next)) throw new Error('Everybody waits, and nobody sleeps');
				now = next;
				const woken = sleepers.filter(({ at }) => at <= now);
				sleepers = sleepers.filter(({ at }) => at > now);
				for (const { wake } of woken) wake();
			}
			await done;
		},
	};
}
