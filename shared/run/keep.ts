import type { Action } from '../declare/action';
import type { Item } from '../declare/facts';
import { success, type Result } from '../declare/failure';
import { isJsonObject, type JsonObject } from '../declare/json';
import { digest } from './digest';
import type { Order } from './perform';
import type { Ports } from './ports';

/** What a read gave before, as long as it may be kept; else what it gives now. */
export async function kept(
	{ carrier, access }: Pick<Order, 'carrier' | 'access'>,
	action: Action,
	values: JsonObject,
	keepFor: number | undefined,
	ports: Ports,
	read: () => Promise<Result<Item[]>>,
): Promise<Result<Item[]>> {
	if (keepFor === undefined) return await read();
	const key = `kept:${digest([carrier.id, access.base, access.headers, action.id, values])}`;
	const known = await ports.memory.get(key);
	if (Array.isArray(known)) return success(known.filter(isJsonObject));
	const now = await read();
	if (now.ok) await ports.memory.set(key, now.value, keepFor);
	return now;
}
