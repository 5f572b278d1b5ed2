/** Prints the account of the demo: numbered acts, what was sent, what came back, how long it took. */
export interface Reporter {
	step(title: string): void;
	line(text: string): void;
	/** Waits for the work; after a while prints that it is still alive. */
	timed<T>(what: string, work: () => Promise<T>): Promise<T>;
}

const HEARTBEAT_MS = 3_000;

export function createReporter(print: (text: string) => void): Reporter {
	let stepCount = 0;
	const line = (text: string) => print(`   ${text}`);
	return {
		step: (title) => {
			stepCount += 1;
			print(`\n${stepCount}. ${title}`);
		},
		line,
		timed: async (what, work) => {
			const startedAt = performance.now();
			const seconds = () => ((performance.now() - startedAt) / 1_000).toFixed(1);
			const heartbeat = setInterval(() => line(`… ${what}, ${seconds()} s so far`), HEARTBEAT_MS);
			try {
				const result = await work();
				line(`${what}: ${seconds()} s`);
				return result;
			} finally {
				clearInterval(heartbeat);
			}
		},
	};
}
