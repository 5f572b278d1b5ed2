import type { INodeProperties } from 'n8n-workflow';

import type { LeafField } from '../../shared/declare/form';
import { control, dropDown } from './control';
import { LINE_DRAWER, type Table } from './layout';
import { byDisplayName, sentences, sortedFromFive } from './wording';

/** Parameters that stand beside a table: where its lines come from, the list, and what its entries call things. */
export const fromName = (table: string) => `${table}From`;
export const listName = (table: string) => `${table}List`;
export const columnsName = (table: string) => `${table}Columns`;

export const FILLED_IN = 'form';
export const FROM_LIST = 'list';

export const added = (leaf: LeafField): INodeProperties =>
	leaf.choices === undefined ? control(leaf, leaf.key, leaf.label, 'added') : dropDown(leaf, leaf.choices, leaf.label);

const inLine = (leaf: LeafField): INodeProperties =>
	leaf.choices === undefined ? control(leaf, leaf.key, leaf.label) : dropDown(leaf, leaf.choices, leaf.label);

/** Lines typed in by hand: as many as a person adds, each with a form of its own. */
function byHand({ field, label, required, open, more }: Table): INodeProperties {
	const values = open.map((leaf) => ({ ...inLine(leaf), ...(leaf.required ? { required: true } : {}) }));
	if (more.length > 0) {
		values.push({ displayName: 'More Fields', name: LINE_DRAWER, type: 'collection', placeholder: 'Add Field', default: {}, options: more.map(added).sort(byDisplayName) });
	}
	const description = sentences(field.help);
	return {
		displayName: label,
		name: field.name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${field.line}` },
		placeholder: `Add ${field.line}`,
		default: {},
		...(required ? { required: true } : {}),
		...(description === undefined ? {} : { description }),
		options: [{ displayName: field.line, name: 'line', values: sortedFromFive(values, byDisplayName) }],
	};
}

const choose = ({ field, label }: Table): INodeProperties => ({
	displayName: `${label} Come From`,
	name: fromName(field.name),
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'A List of an Earlier Step', value: FROM_LIST, description: "One line for each entry, such as an order's items" },
		{ name: 'This Form', value: FILLED_IN, description: 'Lines that you add one by one' },
	],
	default: FILLED_IN,
});

/** Lines of an order are as many as its customer bought: n8n's own lists cannot grow with an expression. */
const list = ({ field, label, required }: Table): INodeProperties => ({
	displayName: `${label} List`,
	name: listName(field.name),
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.line_items }}',
	...(required ? { required: true } : {}),
	description: `An expression that gives a list. Each of its entries becomes one ${field.line.toLowerCase()}.`,
});

const columns = ({ field, label, open, more }: Table): INodeProperties => ({
	displayName: `${label} Columns`,
	name: columnsName(field.name),
	type: 'collection',
	placeholder: 'Add Column',
	default: {},
	description: 'What the entries of the list call each field, where their name for it is another one',
	options: [...open, ...more]
		.map((leaf): INodeProperties => ({
			displayName: `${leaf.label.replace(/ \(.*\)$/, '')} Is In`,
			name: leaf.key,
			type: 'string',
			default: '',
			placeholder: 'e.g. meta.name',
			description: `Name of the entry's field, with dots for fields inside fields. Without it: ${leaf.key}.`,
		}))
		.sort(byDisplayName),
});

/** A table as n8n's form shows it: filled in by hand, or made of a list that an earlier step gives. */
export function tableProperties(table: Table): { property: INodeProperties; show?: Record<string, string[]> }[] {
	const from = fromName(table.field.name);
	return [
		{ property: choose(table) },
		{ property: byHand(table), show: { [from]: [FILLED_IN] } },
		{ property: list(table), show: { [from]: [FROM_LIST] } },
		{ property: columns(table), show: { [from]: [FROM_LIST] } },
	];
}
