import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import type { Carrier } from '../../shared/declare/carrier';
import { success, type Result } from '../../shared/declare/failure';
import { perform } from '../../shared/run/perform';
import { askedOf, type Asked } from './asked';
import { fetchFiles } from './files';
import { hasDownloads } from './options';
import { once } from './once';

async function handOver(host: IExecuteFunctions, action: Action, item: Item, { options, way }: Asked, index: number): Promise<Result<INodeExecutionData>> {
	const out: INodeExecutionData = { json: item, pairedItem: { item: index } };
	if (!hasDownloads(action) || (options.downloadFiles ?? action.fetchesFiles) !== true) return success(out);
	const files = await fetchFiles(host, way, action.files?.(item) ?? []);
	if (files.ok) return success({ ...out, binary: files.value });
	// What has been booked stays booked, with or without its files.
	return action.effect === 'read' ? files : success({ ...out, json: { ...item, warnings: [...(Array.isArray(item.warnings) ? item.warnings : []), files.failure.message] } });
}

/** One item, from its parameters to what it gives. Whatever is wrong with it is a failure of this item alone. */
export async function runItem(host: IExecuteFunctions, carrier: Carrier, action: Action, index: number, key: string): Promise<Result<INodeExecutionData[]>> {
	const asked = await askedOf(host, carrier, action, index, key);
	if (!asked.ok) return asked;
	const { values, booking, limit, way } = asked.value;
	const result = await once(host, action, key, booking?.ifExists, async () => await perform({ carrier, action, access: way.access, values, booking, most: limit }, way.ports));
	if (!result.ok) return result;
	const out: INodeExecutionData[] = [];
	// A list without pages comes whole, whatever was asked for.
	for (const item of result.value.slice(0, limit)) {
		const handed = await handOver(host, action, item, asked.value, index);
		if (!handed.ok) return handed;
		out.push(handed.value);
	}
	return success(out);
}
