import { digest } from '../../shared/run/digest';
import { createMemory } from '../../shared/run/memory';
import type { Memory } from '../../shared/run/ports';
import { compact } from '../../shared/run/encode';
import { jsonOf } from './input-values';
import type { ZObject } from './platform';

/** Stands in while the platform's cache cannot be reached. */
const spare = createMemory(Date.now);

/**
 * The platform's cache, one for all connections: the keys carry the account, and are digested because they may be long.
 * Losing a value costs a request, never a booking, so a cache that fails does not fail the step.
 */
export function cacheMemory(z: ZObject): Memory {
	const name = (key: string) => `waybill:${digest([key], 32)}`;
	return {
		async get(key) {
			const kept = await z.cache.get(name(key)).then(jsonOf, () => undefined);
			return kept ?? (await spare.get(key));
		},
		async set(key, value, ttlMs) {
			// The cache refuses values with undefined fields.
			await z.cache.set(name(key), compact(value), Math.ceil(ttlMs / 1_000)).then(
				() => undefined,
				async () => await spare.set(key, value, ttlMs),
			);
		},
	};
}
