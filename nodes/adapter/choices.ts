import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult, INodePropertyOptions, INodeType } from 'n8n-workflow';

import { choiceInput, type Carrier, type ChoiceList } from '../../shared/declare/carrier';
import { perform } from '../../shared/run/perform';
import { notChosen } from './control';
import { hostError } from './host-error';
import { listMethod, searchMethod } from './names';
import { connected } from './ports';

/** Entries shown before a person scrolls for more. */
const PAGE = 100;

/** Reads a list of the carrier's. What goes wrong is shown in the drop-down, never taken for an empty list. */
async function entriesOf(host: ILoadOptionsFunctions, carrier: Carrier, list: ChoiceList): Promise<INodeListSearchItems[]> {
	const way = await connected(host, carrier);
	if (!way.ok) throw hostError(host.getNode(), way.failure);
	const { access, ports } = way.value;
	const result = await perform({ carrier, action: list.action, access, values: choiceInput(list, ports.now()) }, ports);
	if (!result.ok) throw hostError(host.getNode(), result.failure);
	return result.value.map((item) => {
		const value = list.value(item);
		return { name: list.label(item), value, ...(list.page === undefined ? {} : { url: list.page.replace('{id}', encodeURIComponent(value)) }) };
	});
}

async function searched(host: ILoadOptionsFunctions, carrier: Carrier, list: ChoiceList, filter = '', from = '0'): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	const entries = (await entriesOf(host, carrier, list)).filter(({ name }) => name.toLowerCase().includes(wanted));
	const start = Number(from);
	const results = entries.slice(start, start + PAGE);
	return start + PAGE < entries.length ? { results, paginationToken: String(start + PAGE) } : { results };
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
					return [notChosen, ...(await entriesOf(this, carrier, list)).map(({ name, value }) => ({ name, value }))];
				},
			]),
		),
	};
}
