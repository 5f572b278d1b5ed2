import type { Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { success, type Result } from '../declare/failure';
import type { Trigger } from '../declare/trigger';
import { perform } from '../run/perform';
import type { Ports } from '../run/ports';

/** Among how many recent things a sample is looked for. */
const AMONG = 100;

/** What the trigger would have told of late, the newest first, for those who want to see what it gives. */
export async function recentOf(work: { carrier: Carrier; trigger: Trigger; access: Access }, most: number, ports: Ports): Promise<Result<Item[]>> {
	const { recent } = work.trigger;
	if (!recent) return success([]);
	const read = await perform({ carrier: work.carrier, action: recent.action, access: work.access, values: recent.input(ports.now()), most: AMONG }, ports);
	if (!read.ok) return read.failure.code === 'not_found' ? success([]) : read;
	return success(read.value.flatMap((item): Item[] => [recent.tell(item) ?? []].flat()).slice(-most).reverse());
}
