import type { Json } from '../declare/json';
import type { Memory } from './ports';

/** Memory of one process, bounded: the oldest value goes first. */
export function createMemory(now: () => number, capacity = 1_000): Memory {
	const kept = new Map<string, { value: Json; until: number }>();
	return {
		async get(key) {
			const found = kept.get(key);
			return found && found.until > now() ? found.value : undefined;
		},
		async set(key, value, ttlMs) {
			kept.delete(key);
			kept.set(key, { value, until: now() + ttlMs });
			const oldest = kept.keys().next();
			if (kept.size > capacity && !oldest.done) kept.delete(oldest.value);
		},
	};
}
