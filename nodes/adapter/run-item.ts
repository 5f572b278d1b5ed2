import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import type { Carrier } from '../../shared/declare/carrier';
import { success, type Result } from '../../shared/declare/failure';
import { perform } from '../../shared/run/perform';
import type { SharedLists } from '../../shared/run/ports';
import { readItemRequest, type ItemRequest } from './item-request';
import { explainEmptyExpressions } from './empty-expressions';
import { fetchFiles } from './files';
import { hasDownloads } from './options';
import { readOutputView, viewOf } from './output';
import type { ConnectionContext } from './ports';
import type { Read } from './read-lines';
import { rememberOutcome } from './remember-outcome';
import type { RunKey } from './run-key';

interface ItemOutput {
	item: Item;
	binary?: IBinaryKeyData;
}

async function withFiles(
	host: IExecuteFunctions,
	action: Action,
	item: Item,
	{ options, connection }: ItemRequest,
): Promise<Result<ItemOutput>> {
	if (!hasDownloads(action) || (options.downloadFiles ?? action.fetchesFiles) !== true) return success({ item });
	const files = await fetchFiles(host, connection, action.files?.(item) ?? []);
	if (files.ok) return success({ item, binary: files.value });
	// A booking stays booked, with or without its files.
	if (action.effect === 'read') return files;
	const warnings = [...(Array.isArray(item.warnings) ? item.warnings : []), files.failure.message];
	return success({ item: { ...item, warnings } });
}

/** What an input item led to: as the next step gets it, and whole. */
export interface RunOutput {
	data: INodeExecutionData[];
	items: Item[];
}

/** What the items of one run share, and what is this item's own. */
export interface RunParts {
	key: RunKey;
	read: Read;
	lists: SharedLists;
	/** The connection of the item that was begun last. */
	latest: { connection?: ConnectionContext };
}

/** One item, from its parameters to its output. Any problem with it is a failure of this item alone. */
export async function runItem(
	host: IExecuteFunctions,
	carrier: Carrier,
	action: Action,
	index: number,
	{ key, read, lists, latest }: RunParts,
): Promise<Result<RunOutput>> {
	const request = await readItemRequest(host, carrier, action, index, key, read);
	if (!request.ok) return request;
	const { values, booking, limit, connection } = request.value;
	latest.connection = connection;
	const result = await rememberOutcome(
		host,
		action,
		{ key: key.of(values), isTool: key.isTool },
		booking?.ifExists,
		async () =>
			await perform(
				{
					carrier,
					action,
					access: connection.access,
					values,
					booking,
					maxItems: limit,
					...(action.patienceMs === undefined ? {} : { budgetMs: action.patienceMs }),
				},
				{ ...connection.ports, lists },
			),
	);
	if (!result.ok) return { ok: false, failure: explainEmptyExpressions(host, action, result.failure) };
	const view = readOutputView(read);
	const output: RunOutput = { data: [], items: [] };
	// A list without pages arrives whole, even if fewer items are requested.
	for (const item of result.value.slice(0, limit)) {
		const whole = await withFiles(host, action, item, request.value);
		if (!whole.ok) return whole;
		const { binary } = whole.value;
		output.items.push(whole.value.item);
		output.data.push({
			json: viewOf(whole.value.item, view),
			pairedItem: { item: index },
			...(binary ? { binary } : {}),
		});
	}
	return success(output);
}
