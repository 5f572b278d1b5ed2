import type { Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { success, type Result } from '../declare/failure';
import type { Trigger } from '../declare/trigger';
import { perform } from '../run/perform';
import type { Ports } from '../run/ports';

/** The number of recent items to search for a sample. */
const MAX_RECENT = 100;

/** Events the trigger would have emitted recently, newest first, to show its output. */
export async function listSampleEvents(
	context: { carrier: Carrier; trigger: Trigger; access: Access },
	maxItems: number,
	ports: Ports,
): Promise<Result<Item[]>> {
	const { recent } = context.trigger;
	if (!recent) return success([]);
	const read = await perform(
		{
			carrier: context.carrier,
			action: recent.action,
			access: context.access,
			values: recent.input(ports.now()),
			maxItems: MAX_RECENT,
		},
		ports,
	);
	if (!read.ok) return read.failure.code === 'not_found' ? success([]) : read;
	return success(
		read.value
			.flatMap((item): Item[] => [recent.toItem(item) ?? []].flat())
			.slice(-maxItems)
			.reverse(),
	);
}
