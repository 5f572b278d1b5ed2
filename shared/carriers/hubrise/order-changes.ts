import type { Draft, Item } from '../../declare/facts';
import { choice, lines, text } from '../../declare/field';
import { isJsonObject, type Json, type JsonObject } from '../../json';
import { digest } from '../../run/digest';
import type { ElementsInput } from './order-elements';

export const elementLists = ['items', 'discounts', 'charges', 'payments'] as const;

const listField = () =>
	choice(
		[
			{ value: 'items', label: 'Items' },
			{ value: 'discounts', label: 'Discounts' },
			{ value: 'charges', label: 'Charges' },
			{ value: 'payments', label: 'Payments' },
		],
		{ label: 'List' },
	);

const entryField = () => text({ label: 'Entry ID', placeholder: 'i2', help: 'As the order shows it.' });

export const removedField = () =>
	lines(
		{ from: listField(), entry_id: entryField() },
		{
			label: 'Entries to Remove',
			line: 'Entry',
			help: 'Taken off the order for good. To change an entry, remove it and add another.',
		},
	).optional();

export const namedField = () =>
	lines(
		{
			in: listField(),
			entry_id: entryField(),
			private_ref: text({ label: 'Reference', placeholder: '96' }, { max: 255 }),
		},
		{ label: 'References of Entries', line: 'Reference', help: 'Your own numbers of entries that are there.' },
	).optional();

export const clearedField = () =>
	lines(
		{
			field: choice(
				[
					{ value: 'confirmed_time', label: 'Confirmed Time' },
					{ value: 'seller_notes', label: 'Seller Notes' },
					{ value: 'collection_code', label: 'Collection Code' },
					{ value: 'private_ref', label: 'Reference' },
				],
				{ label: 'Field' },
			),
		},
		{ label: 'Fields to Clear', line: 'Field', help: 'Emptied in HubRise.' },
	).optional();

interface ElementChanges {
	removed?: readonly { from: string; entry_id: string }[];
	named?: readonly { in: string; entry_id: string; private_ref: string }[];
}

/** Existing elements are sent with their id and one change each. */
export const changedElements = ({ removed = [], named = [] }: ElementChanges, list: string): JsonObject[] => [
	...removed.filter(({ from }) => from === list).map(({ entry_id: id }) => ({ id, deleted: true })),
	...named.filter((entry) => entry.in === list).map(({ entry_id: id, private_ref }) => ({ id, private_ref })),
];

type AddedElement = { private_ref?: string } & object;

/** HubRise adds every element it receives, even twice. An entry without a reference gets one made from its content. */
const withReference = <T extends AddedElement>(list: string, entry: T): T & { private_ref: string } => ({
	...entry,
	private_ref: entry.private_ref ?? `waybill-${digest([list, JSON.stringify(entry)], 12)}`,
});

/** The elements to add, each with a reference by which it is found again. */
export const withReferences = ({ items, discounts, charges, payments }: ElementsInput): ElementsInput => ({
	items: items?.map((entry) => withReference('items', entry)),
	discounts: discounts?.map((entry) => withReference('discounts', entry)),
	charges: charges?.map((entry) => withReference('charges', entry)),
	payments: payments?.map((entry) => withReference('payments', entry)),
});

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** References of an order's entries, deleted ones included, so that a removed entry is not added again. */
function referencesIn(order: Item, list: string): string[] {
	const data = isJsonObject(order.carrierData) ? order.carrierData[list] : undefined;
	return (Array.isArray(data) ? data : []).map((entry) => (isJsonObject(entry) ? textOf(entry.private_ref) : ''));
}

const referencesOf = (elements: ElementsInput, list: (typeof elementLists)[number]): string[] =>
	(elements[list] ?? []).flatMap(({ private_ref }) => private_ref ?? []);

/** Whether the order has all of these elements. */
export const hasElements = (order: Item, elements: ElementsInput): boolean =>
	elementLists.every((list) => {
		const existing = referencesIn(order, list);
		return referencesOf(elements, list).every((reference) => existing.includes(reference));
	});

/** Those that the order does not have yet. */
export function missingElements(order: Item | undefined, elements: ElementsInput): ElementsInput {
	const isMissing = (list: string) => {
		const existing = order ? referencesIn(order, list) : [];
		return ({ private_ref }: AddedElement) => !existing.includes(private_ref ?? '');
	};
	return {
		items: elements.items?.filter(isMissing('items')),
		discounts: elements.discounts?.filter(isMissing('discounts')),
		charges: elements.charges?.filter(isMissing('charges')),
		payments: elements.payments?.filter(isMissing('payments')),
	};
}

export const addsElements = (draft: Draft<ElementsInput>): boolean =>
	elementLists.some((list) => (draft[list] ?? []).length > 0);

/** Identifies the addition: the order and the references of the added elements. */
export const additionIdentity = (order: string, elements: ElementsInput): string =>
	[`order ${order}`, ...elementLists.flatMap((list) => referencesOf(elements, list))].join(', ');
