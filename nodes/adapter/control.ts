import type { INodeProperties, INodePropertyMode, INodePropertyOptions, NodeParameterValue } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import type { LeafField } from '../../shared/declare/form';
import { listMethod, searchMethod } from './names';
import { byName, sentences, sortedFromFive, booleanDescription } from './wording';

const EXPRESSION_HINT =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

const FILE_HINT = 'The name of the field of the incoming item that holds the file, such as data';

type Control = Pick<INodeProperties, 'type' | 'default' | 'typeOptions' | 'options' | 'modes'>;

const choiceOptions = (leaf: LeafField): INodePropertyOptions[] =>
	sortedFromFive(
		leaf.options.map(({ label, value, help }) => ({
			name: label,
			value,
			...(help === undefined ? {} : { description: sentences(help) }),
		})),
		byName,
	);

const limits = ({ kind, min, max }: LeafField) => ({
	...(kind === 'integer' ? { numberPrecision: 0 } : {}),
	...(min === undefined ? {} : { minValue: min }),
	...(max === undefined ? {} : { maxValue: max }),
});

/** The placement of a field: visible from the start, or added by hand from a list. */
type Placement = 'visible' | 'added';

/**
 * A missing choice must not be sent, and n8n represents it as an empty text. The brackets sort it before the alphabet.
 */
const pleaseChoose: INodePropertyOptions = { name: '(Please Choose)', value: '' };
/** The same for an optional choice. */
export const notChosen: INodePropertyOptions = { name: '(Not Chosen)', value: '' };

function requiredControl(leaf: LeafField): Control | undefined {
	if (!leaf.required || leaf.default !== undefined) return undefined;
	if (leaf.kind === 'toggle')
		return {
			type: 'options',
			options: [pleaseChoose, { name: 'No', value: 'false' }, { name: 'Yes', value: 'true' }],
			default: '',
		};
	return leaf.kind === 'choice'
		? { type: 'options', options: sortedFromFive([pleaseChoose, ...choiceOptions(leaf)], byName), default: '' }
		: undefined;
}

/** The previous step's item, or the part of it that the field is about. */
const itemExpression = ({ source }: LeafField): string =>
	source === undefined ? '' : `={{ ${['$json', ...source].join('.')} }}`;

function leafControl(leaf: LeafField, placement: Placement): Control {
	const defaultText: NodeParameterValue = leaf.default ?? '';
	const requiredChoice = requiredControl(leaf);
	if (requiredChoice) return requiredChoice;
	switch (leaf.kind) {
		case 'integer':
		case 'decimal':
			// n8n's number fields cannot be empty: a 0 that the user did not type would be sent. The core reads numbers
			// from text.
			return leaf.default === undefined
				? { type: 'string', default: '' }
				: { type: 'number', typeOptions: limits(leaf), default: leaf.default };
		case 'toggle':
			return { type: 'boolean', default: leaf.default ?? false };
		case 'choice':
			if (placement === 'visible' && leaf.default === undefined)
				return { type: 'options', options: sortedFromFive([notChosen, ...choiceOptions(leaf)], byName), default: '' };
			return { type: 'options', options: choiceOptions(leaf), default: leaf.default ?? leaf.options[0]?.value ?? '' };
		case 'moment':
			return { type: 'dateTime', default: defaultText };
		case 'date':
			return { type: 'dateTime', typeOptions: { dateOnly: true }, default: defaultText };
		case 'file':
			// n8n's own name for the file of an item with only one.
			return { type: 'string', default: leaf.required ? 'data' : '' };
		case 'json':
			return { type: 'json', default: placement === 'visible' ? itemExpression(leaf) : '' };
		case 'longText':
			return { type: 'string', typeOptions: { rows: 4 }, default: defaultText };
		default:
			return { type: 'string', ...(leaf.secret ? { typeOptions: { password: true } } : {}), default: defaultText };
	}
}

function placeholderOf({ placeholder, kind }: LeafField): { placeholder?: string } {
	if (placeholder === undefined) return {};
	return { placeholder: kind === 'email' ? placeholder : `e.g. ${placeholder}` };
}

/** n8n capitalises every word of a label, which would change a unit, so the unit starts the description. */
const withoutUnit = (label: string, { unit }: LeafField) =>
	unit === undefined ? label : label.replace(` (${unit})`, '');

/** One field as n8n shows it. */
export function control(
	leaf: LeafField,
	name: string,
	label: string,
	placement: Placement = 'visible',
): INodeProperties {
	const help = leaf.kind === 'toggle' ? booleanDescription(label, leaf.help) : leaf.help;
	const description = sentences(
		leaf.kind === 'file' ? FILE_HINT : undefined,
		leaf.unit === undefined ? undefined : `In ${leaf.unit}`,
		help,
	);
	return {
		displayName: withoutUnit(label, leaf),
		name,
		...leafControl(leaf, placement),
		...placeholderOf(leaf),
		...(description === undefined ? {} : { description }),
	};
}

/** Path of the carrier's page about an item, as a pattern that finds the item's ID in an address on any host. */
export function pagePattern(page: string): string {
	const { pathname } = new URL(page.replace('{id}', '0000'));
	const [before = '', after = ''] = pathname.split('0000').map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
	return `^https?:\\/\\/[^\\/]+${before}([^\\/?#]+)${after}`;
}

const named = (name: string, displayName: string) => ({ name, displayName, type: 'string' as const });
const mode = (name: string, displayName: string, more: Partial<INodePropertyMode>): INodePropertyMode =>
	Object.assign(named(name, displayName), more);

function byUrl(page: string, leaf: LeafField, noun: string, carrier: Carrier): INodePropertyMode {
	const regex = pagePattern(page);
	return mode('url', 'By URL', {
		placeholder: `e.g. ${page.replace('{id}', leaf.placeholder ?? '1')}`,
		extractValue: { type: 'regex', regex },
		validation: [
			{
				type: 'regex',
				properties: { regex, errorMessage: `This is not the address of a ${noun.toLowerCase()} at ${carrier.title}` },
			},
		],
	});
}

/** A single field with values of the carrier's: picked from a list, by ID, or by the address of its page. */
export function locator(leaf: LeafField, choices: string, label: string, carrier: Carrier): INodeProperties {
	const { page, title } = carrier.choices[choices] ?? { title: label };
	const modes = [
		mode('list', 'From List', {
			type: 'list',
			typeOptions: { searchListMethod: searchMethod(choices), searchable: true },
		}),
		mode('id', 'By ID', placeholderOf(leaf)),
		...(page === undefined ? [] : [byUrl(page, leaf, title, carrier)]),
	];
	const description = sentences(leaf.help);
	return {
		displayName: label,
		name: leaf.name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes,
		...(description === undefined ? {} : { description }),
	};
}

/** The same inside a list of fields, where n8n only allows a drop-down. */
export function dropDown(leaf: LeafField, choices: string, label: string): INodeProperties {
	return {
		displayName: `${label} Name or ID`,
		name: leaf.key,
		type: 'options',
		typeOptions: { loadOptionsMethod: listMethod(choices) },
		default: '',
		description: sentences(leaf.help, EXPRESSION_HINT),
	};
}
