import { choiceInput, type ChoiceList } from '../declare/choice-list';
import type { Access } from '../declare/connection';
import type { Carrier } from '../declare/carrier';
import type { Item } from '../declare/facts';
import { success, type Result } from '../declare/failure';
import { choiceText, timeOf } from '../delivery/choice-line';
import type { JsonObject } from '../json';
import type { Job } from './job';
import { perform } from './perform';
import type { Ports } from './ports';

/** One choice of a drop-down. */
export interface Choice {
	value: string;
	label: string;
	item: Item;
}

interface ChoiceRequest {
	carrier: Carrier;
	list: ChoiceList;
	access: Access;
	/** What a person has typed to narrow the list. */
	query?: string;
	/** This many are enough. */
	enough: number;
	deadline?: number;
}

/** A list whose order is not known is read to this length, sorted, and shown. */
const MOST_SORTED = 2_000;

/** Without accents and capitals, because people type "helene" for "Hélène". */
const normalize = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A name is typed as it is written; of a booking people know a customer, a number or a day, in any order. */
const partsOf = (query: string, list: ChoiceList) =>
	('line' in list ? normalize(query).split(/\s+/) : [normalize(query)]).filter((part) => part !== '');

/** References have a digit and no space; names do not look like that. */
const looksLikeReference = (query: string) => /^\S*\d\S*$/.test(query);

function choiceOf(list: ChoiceList, item: Item, zone: string): Choice {
	const value = list.value(item);
	return { value, label: 'line' in list ? choiceText(list.line(item), value, zone) : list.label(item), item };
}

/** The entries that have every typed part in their label, ID or reference, the newest first. */
function narrowed(list: ChoiceList, items: readonly Item[], parts: readonly string[], zone: string): Choice[] {
	const sorted =
		'line' in list ? [...items].sort((one, other) => timeOf(list.line(other)) - timeOf(list.line(one)) || 0) : items;
	return sorted
		.map((item) => choiceOf(list, item, zone))
		.filter(({ label, value, item: { reference } }) => {
			const text = normalize([label, value, reference].filter((each) => typeof each === 'string').join(' '));
			return parts.every((part) => text.includes(part));
		});
}

/** The choices of one of the carrier's lists. Carriers cannot search by a label, so pages are read until enough match. */
export async function readChoices(request: ChoiceRequest, ports: Ports): Promise<Result<Choice[]>> {
	const { carrier, list, access, enough, deadline } = request;
	const query = (request.query ?? '').trim();
	const parts = partsOf(query, list);
	const narrow = (items: readonly Item[]) => narrowed(list, items, parts, access.zone);
	const read = async (values: JsonObject, limits: Pick<Job, 'maxItems' | 'stopWhen'>) =>
		await perform({ carrier, action: list.action, access, values, ...limits, deadline }, ports);

	if ('line' in list && list.byReference && looksLikeReference(query)) {
		const exact = await read(list.byReference(query), { maxItems: enough });
		// A list that cannot be filtered like this is read as usual, and so is one that has no such reference.
		const found = exact.ok ? narrow(exact.value) : [];
		if (found.length > 0) return success(found);
	}
	const inOrder = !('line' in list) || list.newestFirst === true;
	const limits: Pick<Job, 'maxItems' | 'stopWhen'> = !inOrder
		? { stopWhen: (items) => items.length >= MOST_SORTED }
		: parts.length === 0
			? { maxItems: enough }
			: { stopWhen: (items) => narrow(items).length >= enough };
	const result = await read(choiceInput(list, ports.now()), limits);
	return result.ok ? success(narrow(result.value)) : result;
}
