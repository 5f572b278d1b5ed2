import { digest } from '../../shared/run/digest';
import { createMemoryStore } from '../../shared/run/memory-store';
import type { Store } from '../../shared/run/ports';
import { compact } from '../../shared/run/encode';
import { jsonOf } from './input-values';
import type { ZObject } from './platform';

/** Used while the platform's cache is unreachable. */
const fallbackStore = createMemoryStore(Date.now);

/**
 * The platform's cache, one for all connections: the keys carry the account, and are digested because they may be long.
 * Losing a value costs a request, never a booking, so a cache that fails does not fail the step.
 */
export function cacheStore(z: ZObject): Store {
	const name = (key: string) => `waybill:${digest([key], 32)}`;
	return {
		async get(key) {
			const cached = await z.cache.get(name(key)).then(jsonOf, () => undefined);
			return cached ?? (await fallbackStore.get(key));
		},
		async set(key, value, ttlMs) {
			// The cache refuses values with undefined fields.
			await z.cache.set(name(key), compact(value), Math.ceil(ttlMs / 1_000)).then(
				() => undefined,
				async () => await fallbackStore.set(key, value, ttlMs),
			);
		},
	};
}
