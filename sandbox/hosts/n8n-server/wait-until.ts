import { setTimeout as pause } from 'node:timers/promises';

const INTERVAL_MS = 200;

/** Repeats until there is a result. A slow machine may take long; a failure is reported by name. */
export async function waitUntil<T>(
	what: string,
	probe: () => Promise<T | undefined | false>,
	timeoutMs = 120_000,
): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const result = await probe();
		if (result !== undefined && result !== false) return result;
		if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs / 1_000} s in vain for ${what}`);
		await pause(INTERVAL_MS);
	}
}
