import type { INodeExecutionData } from 'n8n-workflow';

import type { FileLink } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import { fetchFiles, type FileHost } from './files';
import type { Connected } from './ports';

/** An item as a trigger hands it on. A file that cannot be fetched must not hold the event up: it is said on the item. */
export async function triggerItem(host: FileHost, way: Connected, item: Item, links: readonly FileLink[]): Promise<INodeExecutionData> {
	if (links.length === 0) return { json: item };
	const files = await fetchFiles(host, way, links);
	if (files.ok) return { json: item, binary: files.value };
	const warnings = Array.isArray(item.warnings) ? item.warnings : [];
	return { json: { ...item, warnings: [...warnings, files.failure.message] } };
}
