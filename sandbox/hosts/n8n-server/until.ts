import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 200;

/** Asks again until there is an answer; a slow machine may take long, a dead end is told by its name. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, patienceMs = 120_000): Promise<T> {
	const end = Date.now() + patienceMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer;
		if (Date.now() > end) throw new Error(`Waited ${patienceMs / 1_000} s in vain for ${what}`);
		await pause(EVERY_MS);
	}
}
