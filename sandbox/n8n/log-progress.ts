const HEARTBEAT_MS = 5_000;

/** Logs the current task every few seconds while it runs, and how long it took. */
export async function logProgress<T>(task: string, work: () => Promise<T>): Promise<T> {
	const startedAt = Date.now();
	const seconds = () => `${((Date.now() - startedAt) / 1_000).toFixed(1)} s`;
	process.stdout.write(`· ${task} …\n`);
	const heartbeat = setInterval(() => process.stdout.write(`· ${task} … ${seconds()}\n`), HEARTBEAT_MS);
	try {
		const result = await work();
		process.stdout.write(`✓ ${task} (${seconds()})\n`);
		return result;
	} finally {
		clearInterval(heartbeat);
	}
}
