import type { Action } from '../declare/action';
import type { Item } from '../declare/facts';
import { success, type Result } from '../declare/failure';
import { isJsonObject, type JsonObject } from '../json';
import { dataKey } from './account-key';
import { digest } from './digest';
import type { Job } from './job';
import type { Ports } from './ports';

/** The cached result of a read while it is fresh, else a new result. */
export async function cached(
	job: Pick<Job, 'carrier' | 'access'>,
	action: Action,
	values: JsonObject,
	cacheFor: number | undefined,
	ports: Ports,
	read: () => Promise<Result<Item[]>>,
): Promise<Result<Item[]>> {
	if (cacheFor === undefined) return await read();
	const key = `cached:${digest([dataKey(job), action.id, values])}`;
	const stored = await ports.store.get(key);
	if (Array.isArray(stored)) return success(stored.filter(isJsonObject));
	const fresh = await read();
	if (fresh.ok) await ports.store.set(key, fresh.value, cacheFor);
	return fresh;
}
