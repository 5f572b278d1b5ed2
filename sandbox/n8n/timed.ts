const HEARTBEAT_MS = 5_000;

/** Says what is being done, every few seconds that it still is, and how long it took. */
export async function timed<T>(doing: string, work: () => Promise<T>): Promise<T> {
	const began = Date.now();
	const seconds = () => `${((Date.now() - began) / 1_000).toFixed(1)} s`;
	process.stdout.write(`· ${doing} …\n`);
	const pulse = setInterval(() => process.stdout.write(`· ${doing} … ${seconds()}\n`), HEARTBEAT_MS);
	try {
		const result = await work();
		process.stdout.write(`✓ ${doing} (${seconds()})\n`);
		return result;
	} finally {
		clearInterval(pulse);
	}
}
