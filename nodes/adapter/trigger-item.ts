import type { INodeExecutionData } from 'n8n-workflow';

import type { FileLink } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import { orderedItem } from '../../shared/delivery/item-view';
import { fetchFiles, type FileHost } from './files';
import type { ConnectionContext } from './ports';

/** An item as a trigger emits it. A file that cannot be fetched must not hold the event up: the item reports it. */
export async function triggerItem(
	host: FileHost,
	connection: ConnectionContext,
	item: Item,
	links: readonly FileLink[],
	until?: number,
): Promise<INodeExecutionData> {
	if (links.length === 0) return { json: orderedItem(item) };
	const files = await fetchFiles(host, connection, links, until);
	if (files.ok) return { json: orderedItem(item), binary: files.value };
	const warnings = Array.isArray(item.warnings) ? item.warnings : [];
	return { json: orderedItem({ ...item, warnings: [...warnings, files.failure.message] }) };
}
