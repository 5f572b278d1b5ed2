import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import { choiceInput, type ChoiceList } from '../../shared/declare/choice-list';
import type { Item } from '../../shared/declare/facts';
import type { Job } from '../../shared/run/job';
import { perform } from '../../shared/run/perform';
import { notChosen } from './control';
import { hostError } from './host-error';
import { listMethod, searchMethod } from './names';
import { openConnection } from './ports';

/** Entries shown before a person scrolls for more. */
const PAGE = 100;

/** Reads one of the carrier's lists, within `limits`. The drop-down shows an error as such, never as an empty list. */
async function itemsOf(
	host: ILoadOptionsFunctions,
	carrier: Carrier,
	list: ChoiceList,
	limits: Pick<Job, 'maxItems' | 'stopWhen'> = {},
): Promise<Item[]> {
	const connection = await openConnection(host, carrier);
	if (!connection.ok) throw hostError(host.getNode(), connection.failure);
	const { access, ports } = connection.value;
	const result = await perform(
		{ carrier, action: list.action, access, values: choiceInput(list, ports.now()), ...limits },
		ports,
	);
	if (!result.ok) throw hostError(host.getNode(), result.failure);
	return result.value;
}

function entryOf({ value, label, page }: ChoiceList, item: Item): INodeListSearchItems {
	const id = value(item);
	return {
		name: label(item),
		value: id,
		...(page === undefined ? {} : { url: page.replace('{id}', encodeURIComponent(id)) }),
	};
}

async function searchList(
	host: ILoadOptionsFunctions,
	carrier: Carrier,
	list: ChoiceList,
	filter = '',
	from = '0',
): Promise<INodeListSearchResult> {
	const query = filter.trim().toLowerCase();
	const matching = (items: readonly Item[]) => items.filter((item) => list.label(item).toLowerCase().includes(query));
	const start = Number(from);
	const end = start + PAGE;
	// Read one item more than the page to see if there is another page. Carriers cannot search by our labels, so their
	// lists are read until enough items match.
	const limits =
		query === '' ? { maxItems: end + 1 } : { stopWhen: (items: readonly Item[]) => matching(items).length > end };
	const found = matching(await itemsOf(host, carrier, list, limits));
	const results = found.slice(start, end).map((item) => entryOf(list, item));
	return end < found.length ? { results, paginationToken: String(end) } : { results };
}

/** For each of the carrier's lists: a search for single fields, and a drop-down for fields inside a list of fields. */
export function choiceMethods(carrier: Carrier): NonNullable<INodeType['methods']> {
	const lists = Object.entries(carrier.choices);
	return {
		listSearch: Object.fromEntries(
			lists.map(([key, list]) => [
				searchMethod(key),
				async function (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
					return await searchList(this, carrier, list, filter, paginationToken);
				},
			]),
		),
		loadOptions: Object.fromEntries(
			lists.map(([key, list]) => [
				listMethod(key),
				async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
					// n8n marks a drop-down as wrong if its value is not in its list.
					return [
						notChosen,
						...(await itemsOf(this, carrier, list)).map((item) => ({
							name: list.label(item),
							value: list.value(item),
						})),
					];
				},
			]),
		),
	};
}
