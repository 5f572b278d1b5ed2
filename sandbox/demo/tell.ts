/** Prints the account of the demo: numbered acts, what was sent, what came back, how long it took. */
export interface Teller {
	act(title: string): void;
	line(text: string): void;
	/** Waits for the work; after a while prints that it is still alive. */
	timed<T>(what: string, work: () => Promise<T>): Promise<T>;
}

const ALIVE_EVERY_MS = 3_000;

export function createTeller(print: (text: string) => void): Teller {
	let acts = 0;
	const line = (text: string) => print(`   ${text}`);
	return {
		act: (title) => {
			acts += 1;
			print(`\n${acts}. ${title}`);
		},
		line,
		timed: async (what, work) => {
			const began = performance.now();
			const seconds = () => ((performance.now() - began) / 1_000).toFixed(1);
			const alive = setInterval(() => line(`… ${what}, ${seconds()} s so far`), ALIVE_EVERY_MS);
			try {
				const done = await work();
				line(`${what}: ${seconds()} s`);
				return done;
			} finally {
				clearInterval(alive);
			}
		},
	};
}
