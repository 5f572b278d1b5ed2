import type { Json } from '../json';
import type { Store } from './ports';

export interface Memory<T> {
	get(key: string): Promise<T | undefined>;
	set(key: string, value: T, ttlMs: number): Promise<void>;
}

export const createMemoryStore = (now: () => number, capacity?: number): Store => createMemory<Json>(now, capacity);

const SWEEP_MS = 60_000;

/** Memory of one process, bounded: the oldest value is dropped first. Values whose time is over are freed. */
export function createMemory<T>(now: () => number, capacity = 1_000): Memory<T> {
	const entries = new Map<string, { value: T; until: number }>();
	let sweptAt = now();
	function sweep(): void {
		// A clock that was set back must not stop the sweeping.
		if (Math.abs(now() - sweptAt) < SWEEP_MS) return;
		sweptAt = now();
		for (const [key, { until }] of entries) if (until <= sweptAt) entries.delete(key);
	}
	return {
		async get(key) {
			const found = entries.get(key);
			return found && found.until > now() ? found.value : undefined;
		},
		async set(key, value, ttlMs) {
			sweep();
			entries.delete(key);
			entries.set(key, { value, until: now() + ttlMs });
			const oldest = entries.keys().next();
			if (entries.size > capacity && !oldest.done) entries.delete(oldest.value);
		},
	};
}
