import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import type { ChoiceList } from '../../shared/declare/choice-list';
import { readChoices, type Choice } from '../../shared/run/read-choices';
import { notChosen } from './control';
import { hostError } from './host-error';
import { listMethod, searchMethod } from './names';
import { openConnection } from './ports';

/** Entries shown before a person scrolls for more. */
const PAGE = 100;

/** The drop-down shows an error as such, never as an empty list. */
async function choicesOf(
	host: ILoadOptionsFunctions,
	carrier: Carrier,
	list: ChoiceList,
	enough: number,
	query?: string,
): Promise<Choice[]> {
	const connection = await openConnection(host, carrier);
	if (!connection.ok) throw hostError(host.getNode(), connection.failure);
	const { access, ports } = connection.value;
	const result = await readChoices({ carrier, list, access, enough, query }, ports);
	if (!result.ok) throw hostError(host.getNode(), result.failure);
	return result.value;
}

const entryOf = ({ page }: ChoiceList, { value, label }: Choice): INodeListSearchItems => ({
	name: label,
	value,
	...(page === undefined ? {} : { url: page.replace('{id}', encodeURIComponent(value)) }),
});

async function searchList(
	host: ILoadOptionsFunctions,
	carrier: Carrier,
	list: ChoiceList,
	filter?: string,
	from = '0',
): Promise<INodeListSearchResult> {
	const start = Number(from);
	const end = start + PAGE;
	// One more than the page, to see if there is another page.
	const found = await choicesOf(host, carrier, list, end + 1, filter);
	const results = found.slice(start, end).map((choice) => entryOf(list, choice));
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
						...(await choicesOf(this, carrier, list, Infinity)).map(({ label, value }) => ({ name: label, value })),
					];
				},
			]),
		),
	};
}
