import type { INodeProperties, NodeParameterValueType } from 'n8n-workflow';

import type { LeafField } from '../../shared/declare/form';
import { control, dropDown } from './control';
import { LINE_COLLECTION, type LineTable } from './layout';
import { byDisplayName, sentences, sortedFromFive } from './wording';

/** Parameters next to a table: the source of its lines, the list, and the field names of its entries. */
export const fromName = (table: string) => `${table}From`;
export const listName = (table: string) => `${table}List`;
export const columnsName = (table: string) => `${table}Columns`;

export const ENTERED_MANUALLY = 'form';
export const FROM_LIST = 'list';

export const optionalControl = (leaf: LeafField): INodeProperties =>
	leaf.choices === undefined ? control(leaf, leaf.key, leaf.label, 'added') : dropDown(leaf, leaf.choices, leaf.label);

const lineControl = (leaf: LeafField): INodeProperties =>
	leaf.choices === undefined ? control(leaf, leaf.key, leaf.label) : dropDown(leaf, leaf.choices, leaf.label);

/** Lines typed in by hand: any number of them, each with its own form. */
function manualLines({ field, label, required, visible, more }: LineTable): INodeProperties {
	const values = visible.map((leaf) => ({ ...lineControl(leaf), ...(leaf.required ? { required: true } : {}) }));
	const firstLine = Object.fromEntries(
		values.map((value): [string, NodeParameterValueType] => [value.name, value.default]),
	);
	// What is needed anyway is there from the start.
	const start = required ? { line: [firstLine] } : {};
	if (more.length > 0) {
		values.push({
			displayName: 'More Fields',
			name: LINE_COLLECTION,
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: more.map(optionalControl).sort(byDisplayName),
		});
	}
	const description = sentences(field.help);
	return {
		displayName: label,
		name: field.name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${field.line}` },
		placeholder: `Add ${field.line}`,
		default: { ...start },
		...(required ? { required: true } : {}),
		...(description === undefined ? {} : { description }),
		options: [{ displayName: field.line, name: 'line', values: sortedFromFive(values, byDisplayName) }],
	};
}

const sourceSelect = ({ field, label }: LineTable): INodeProperties => ({
	displayName: `Specify ${label}`,
	name: fromName(field.name),
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Use a List From a Previous Node',
			value: FROM_LIST,
			description: "One line for each entry, such as an order's items",
		},
		{ name: 'Enter Manually', value: ENTERED_MANUALLY, description: 'Lines that you add one by one' },
	],
	default: ENTERED_MANUALLY,
});

/** Lines of an order are as many as its customer bought: n8n's own lists cannot grow with an expression. */
const listInput = ({ field, label, required }: LineTable): INodeProperties => ({
	displayName: `${label} List`,
	name: listName(field.name),
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.line_items }}',
	...(required ? { required: true } : {}),
	description: `An expression that gives a list. Each of its entries becomes one ${field.line.toLowerCase()}.`,
});

const columnMapping = ({ field, label, visible, more }: LineTable): INodeProperties => ({
	displayName: `${label} Columns`,
	name: columnsName(field.name),
	type: 'collection',
	placeholder: 'Add Column',
	default: {},
	description: 'The name of each field in the items of the list, where it differs',
	options: [...visible, ...more]
		.map(
			(leaf): INodeProperties => ({
				displayName: `${leaf.label.replace(/ \(.*\)$/, '')} Field`,
				name: leaf.key,
				type: 'string',
				default: '',
				placeholder: 'e.g. sku',
				description: `Name of the field in each item, such as sku or meta.name. Default: ${[...new Set([leaf.key, ...leaf.listNames])].join(', ')}.`,
			}),
		)
		.sort(byDisplayName),
});

/** Parameters of an added list: what it is made from, and the names in it. */
export const ADDED_LIST = 'list';
export const ENTRIES = 'entries';
export const COLUMNS = 'columns';

/** A table behind the "Add Field" button: lines one by one, or a list of a previous node, each as a field of its own. */
export function addedTable(table: LineTable): INodeProperties[] {
	const { field, label } = table;
	const values = [
		{ ...listInput(table), name: ENTRIES, required: true },
		{ ...columnMapping(table), name: COLUMNS },
	];
	return [
		manualLines(table),
		{
			displayName: `${label} From a List`,
			name: listName(field.name),
			type: 'fixedCollection',
			placeholder: 'Add List',
			// Open as soon as it is added.
			default: { [ADDED_LIST]: { [ENTRIES]: '', [COLUMNS]: {} } },
			description: `One ${field.line.toLowerCase()} for each entry of a list of a previous node`,
			options: [{ displayName: `${label} List`, name: ADDED_LIST, values: values.sort(byDisplayName) }],
		},
	];
}

/** A table as n8n's form shows it: entered manually, or made from a list of a previous node. */
export function tableProperties(table: LineTable): { property: INodeProperties; show?: Record<string, string[]> }[] {
	const from = fromName(table.field.name);
	return [
		{ property: sourceSelect(table) },
		{ property: manualLines(table), show: { [from]: [ENTERED_MANUALLY] } },
		{ property: listInput(table), show: { [from]: [FROM_LIST] } },
		{ property: columnMapping(table), show: { [from]: [FROM_LIST] } },
	];
}
