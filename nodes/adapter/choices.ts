import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult, INodePropertyOptions, INodeType } from 'n8n-workflow';

import { choiceInput, type Carrier, type ChoiceList } from '../../shared/declare/carrier';
import type { Item } from '../../shared/declare/facts';
import { perform, type Order } from '../../shared/run/perform';
import { notChosen } from './control';
import { hostError } from './host-error';
import { listMethod, searchMethod } from './names';
import { connected } from './ports';

/** Entries shown before a person scrolls for more. */
const PAGE = 100;

/** Reads a list of the carrier's, as far as `limits` wants it. What goes wrong is shown in the drop-down, never taken for an empty list. */
async function itemsOf(host: ILoadOptionsFunctions, carrier: Carrier, list: ChoiceList, limits: Pick<Order, 'most' | 'enough'> = {}): Promise<Item[]> {
	const way = await connected(host, carrier);
	if (!way.ok) throw hostError(host.getNode(), way.failure);
	const { access, ports } = way.value;
	const result = await perform({ carrier, action: list.action, access, values: choiceInput(list, ports.now()), ...limits }, ports);
	if (!result.ok) throw hostError(host.getNode(), result.failure);
	return result.value;
}

function entryOf({ value, label, page }: ChoiceList, item: Item): INodeListSearchItems {
	const id = value(item);
	return { name: label(item), value: id, ...(page === undefined ? {} : { url: page.replace('{id}', encodeURIComponent(id)) }) };
}

async function searched(host: ILoadOptionsFunctions, carrier: Carrier, list: ChoiceList, filter = '', from = '0'): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	const matching = (items: readonly Item[]) => items.filter((item) => list.label(item).toLowerCase().includes(wanted));
	const start = Number(from);
	const end = start + PAGE;
	// One more than is shown tells whether there is more. Carriers cannot search by what we call their things: their lists are read until enough of them match.
	const limits = wanted === '' ? { most: end + 1 } : { enough: (items: readonly Item[]) => matching(items).length > end };
	const found = matching(await itemsOf(host, carrier, list, limits));
	const results = found.slice(start, end).map((item) => entryOf(list, item));
	return end < found.length ? { results, paginationToken: String(end) } : { results };
}

/** For every list of the carrier's: a search for fields that stand alone, and a drop-down for fields inside a list of fields. */
export function choiceMethods(carrier: Carrier): NonNullable<INodeType['methods']> {
	const lists = Object.entries(carrier.choices);
	return {
		listSearch: Object.fromEntries(
			lists.map(([key, list]) => [
				searchMethod(key),
				async function (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
					return await searched(this, carrier, list, filter, paginationToken);
				},
			]),
		),
		loadOptions: Object.fromEntries(
			lists.map(([key, list]) => [
				listMethod(key),
				async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
					// n8n marks a drop-down as wrong whose value is not in its list.
					return [notChosen, ...(await itemsOf(this, carrier, list)).map((item) => ({ name: list.label(item), value: list.value(item) }))];
				},
			]),
		),
	};
}
