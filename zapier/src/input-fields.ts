import {
	handedOver,
	type Form,
	type FormField,
	type GroupField,
	type LeafField,
	type LinesField,
} from '../../shared/declare/form';
import type { AppContext } from './app-context';
import { dropdownKey } from './app-context';
import { connectorFor } from './connectors';
import { authKey } from './access';
import type { Bundle, InputFieldGroup, PlainInputField, ZObject } from './platform';
import { urlsAsCode } from './wording';

const types = {
	text: 'string',
	longText: 'text',
	integer: 'integer',
	decimal: 'number',
	// The platform would read a number and lose the digits it was written with.
	exact: 'string',
	toggle: 'boolean',
	choice: 'string',
	moment: 'datetime',
	date: 'string',
	phone: 'string',
	postalCode: 'string',
	email: 'string',
	url: 'string',
	file: 'file',
	json: 'text',
} as const satisfies Record<LeafField['kind'], PlainInputField['type']>;

/** The field's own help, then what each choice means. Never the label again. */
function helpOf(field: LeafField): string | undefined {
	const choiceHelp = field.options.flatMap((option) =>
		option.help === undefined ? [] : [`* **${option.label}**: ${option.help}`],
	);
	const text = urlsAsCode(
		[...(field.help === undefined ? [] : [field.help]), choiceHelp.join('\n')]
			.filter((part) => part !== '')
			.join('\n\n'),
	);
	return text === '' || text === field.label ? undefined : text;
}

export const choicesOf = (options: readonly { value: string; label: string }[]) =>
	options.map(({ value, label }) => ({ value, sample: value, label }));

/** The common part of an action's field and a connection's field. */
export function leafField(field: LeafField): {
	key: string;
	label: string;
	required: boolean;
	helpText?: string;
	placeholder?: string;
	default?: string;
	choices?: ReturnType<typeof choicesOf>;
} {
	const helpText = helpOf(field);
	return {
		key: field.name,
		label: field.label,
		required: field.required,
		...(helpText === undefined ? {} : { helpText }),
		...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
		...(field.default === undefined ? {} : { default: String(field.default) }),
		...(field.options.length === 0 ? {} : { choices: choicesOf(field.options) }),
	};
}

function leaf(context: AppContext, field: LeafField, stepKey: string, inLines: boolean): PlainInputField {
	const base = { ...leafField(field), type: types[field.kind] };
	if (field.choices === undefined) return base;
	const search = inLines ? undefined : connectorFor(context, field.choices, stepKey);
	return {
		...base,
		dynamic: `${dropdownKey(context, field.choices)}.id.label`,
		...(search === undefined ? {} : { search }),
	};
}

const withHelp = (field: LeafField, linesHelp: string | undefined): LeafField => ({
	...field,
	help: [linesHelp, field.help].filter((part) => part !== undefined).join(' ') || undefined,
});

const lines = (context: AppContext, field: LinesField, stepKey: string): PlainInputField => ({
	key: field.name,
	label: field.label,
	required: field.min > 0,
	// The platform allows no help text on the lines themselves, so their first field has it.
	children: field.fields.map((child, at) =>
		leaf(context, at === 0 ? withHelp(child, field.help) : child, stepKey, true),
	),
});

const toInputField = (context: AppContext, field: LeafField | LinesField, stepKey: string) =>
	field.kind === 'lines' ? lines(context, field, stepKey) : leaf(context, field, stepKey, false);

const requiredFirst = (a: FormField, b: FormField) => Number(b.required) - Number(a.required);

/** The heading of a section does not tell the groups in it apart: Shipping Street, Billing Street. */
const named = <F extends LeafField | LinesField>(field: F, { label }: GroupField): F => ({
	...field,
	label: `${label} ${field.label}`,
});

/** A group's required fields are required only if the group is given. The core then reports the missing ones. */
const fieldsInside = (group: GroupField, needed = group.required): (LeafField | LinesField)[] =>
	group.fields
		.flatMap((field) =>
			field.kind === 'group'
				? fieldsInside(field, needed && field.required).map((inner) => named(inner, field))
				: [{ ...field, required: field.required && needed }],
		)
		.sort(requiredFirst);

const isEssential = (field: FormField) => field.required || field.common;

/** A group is open if the initial form needs it: it is required, or the default of its controlling field shows it. */
function isOpen(form: Form, group: GroupField): boolean {
	const { show } = group;
	if (!show) return isEssential(group);
	const chooser = form.find((field) => field.key === show.field);
	return (
		chooser !== undefined &&
		chooser.kind !== 'group' &&
		chooser.kind !== 'lines' &&
		show.is.includes(String(chooser.default))
	);
}

/** A field that exists from the start, or a function that adds fields once the connection is known. */
export type HostField = PlainInputField | ((z: ZObject, bundle: Bundle) => Promise<PlainInputField[]>);

export interface HostForm {
	inputFields: HostField[];
	inputFieldGroups?: InputFieldGroup[];
}

/** Left out on connections for which it means nothing. */
function conditionalField(context: AppContext, { forConnection }: FormField, inputField: PlainInputField): HostField {
	if (!forConnection) return inputField;
	const key = authKey(context, forConnection.field);
	return async (_z, bundle) => (forConnection.is.includes(String(bundle.authData[key])) ? [inputField] : []);
}

/** `main` heads the fields that belong to no group; `own` is the key of the step, which cannot search for itself. */
export function formFields(context: AppContext, whole: Form, main: string, stepKey: string): HostForm {
	const form = handedOver(whole, 'mapped');
	const groups = form.filter((field) => field.kind === 'group');
	const loose = form.filter((field) => field.kind !== 'group');
	const open = loose
		.filter((field) => isEssential(field) || (field.kind === 'lines' && !field.rare))
		.sort(requiredFirst);
	const rest = loose.filter((field) => !open.includes(field));
	const sections = [
		{ key: 'main', label: main, emphasize: true, fields: open },
		...groups.map((group) => ({
			key: group.key,
			label: group.label,
			emphasize: isOpen(form, group),
			fields: fieldsInside(group),
		})),
		{ key: 'options', label: 'Options', emphasize: false, fields: rest },
	].filter((section) => section.fields.length > 0);
	if (sections.length < 2)
		return {
			inputFields: loose
				.sort(requiredFirst)
				.map((field) => conditionalField(context, field, toInputField(context, field, stepKey))),
		};
	return {
		inputFieldGroups: sections.map(({ key, label, emphasize }) => ({ key, label, emphasize })),
		inputFields: sections.flatMap((section) =>
			section.fields.map((field) =>
				conditionalField(context, field, { ...toInputField(context, field, stepKey), group: section.key }),
			),
		),
	};
}
