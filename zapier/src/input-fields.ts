import type { Form, FormField, GroupField, LeafField, LinesField } from '../../shared/declare/form';
import type { Desk } from './desk';
import { dropdownKey } from './desk';
import { connectorFor } from './connectors';
import { authKey } from './access';
import type { Bundle, InputFieldGroup, PlainInputField, ZObject } from './platform';
import { linked } from './words';

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
	email: 'string',
	url: 'string',
	file: 'file',
} as const satisfies Record<LeafField['kind'], PlainInputField['type']>;

/** The field's own help, then what each choice means. Never the label again. */
function helpOf(field: LeafField): string | undefined {
	const explained = field.options.flatMap((option) => (option.help === undefined ? [] : [`* **${option.label}**: ${option.help}`]));
	const text = linked([...(field.help === undefined ? [] : [field.help]), explained.join('\n')].filter((part) => part !== '').join('\n\n'));
	return text === '' || text === field.label ? undefined : text;
}

export const choicesOf = (options: readonly { value: string; label: string }[]) => options.map(({ value, label }) => ({ value, sample: value, label }));

/** What a field of an action and a field of a connection have in common. */
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

function leaf(desk: Desk, field: LeafField, own: string, inLines: boolean): PlainInputField {
	const plain = { ...leafField(field), type: types[field.kind] };
	if (field.choices === undefined) return plain;
	const search = inLines ? undefined : connectorFor(desk, field.choices, own);
	return { ...plain, dynamic: `${dropdownKey(desk, field.choices)}.id.label`, ...(search === undefined ? {} : { search }) };
}

const withHelp = (field: LeafField, above: string | undefined): LeafField => ({
	...field,
	help: [above, field.help].filter((part) => part !== undefined).join(' ') || undefined,
});

const lines = (desk: Desk, field: LinesField, own: string): PlainInputField => ({
	key: field.name,
	label: field.label,
	required: field.min > 0,
	// The platform allows no help on the lines themselves, so it stands on their first field.
	children: field.fields.map((child, at) => leaf(desk, at === 0 ? withHelp(child, field.help) : child, own, true)),
});

const each = (desk: Desk, field: LeafField | LinesField, own: string) => (field.kind === 'lines' ? lines(desk, field, own) : leaf(desk, field, own, false));

const requiredFirst = (a: FormField, b: FormField) => Number(b.required) - Number(a.required);

/** What a group needs it needs only where it is given; the core says what is missing then. */
const inside = (group: GroupField, needed = group.required): (LeafField | LinesField)[] =>
	group.fields
		.flatMap((field) => (field.kind === 'group' ? inside(field, needed && field.required) : [{ ...field, required: field.required && needed }]))
		.sort(requiredFirst);

const isEssential = (field: FormField) => field.required || field.common;

/** A group is open where the form needs it as it first stands: it is required, or the field that shows it does so by default. */
function isOpen(form: Form, group: GroupField): boolean {
	const { show } = group;
	if (!show) return isEssential(group);
	const chooser = form.find((field) => field.key === show.field);
	return chooser !== undefined && chooser.kind !== 'group' && chooser.kind !== 'lines' && show.is.includes(String(chooser.default));
}

/** A field that is there from the start, or that a step asks for once it knows its connection. */
export type AskedField = PlainInputField | ((z: ZObject, bundle: Bundle) => Promise<PlainInputField[]>);

export interface HostForm {
	inputFields: AskedField[];
	inputFieldGroups?: InputFieldGroup[];
}

/** Left out on connections for which it means nothing. */
function asked(desk: Desk, { forConnection }: FormField, plain: PlainInputField): AskedField {
	if (!forConnection) return plain;
	const key = authKey(desk, forConnection.field);
	return async (_z, bundle) => (forConnection.is.includes(String(bundle.authData[key])) ? [plain] : []);
}

/** `main` heads the fields that belong to no group; `own` is the key of the step, which cannot search for itself. */
export function formFields(desk: Desk, form: Form, main: string, own: string): HostForm {
	const groups = form.filter((field) => field.kind === 'group');
	const loose = form.filter((field) => field.kind !== 'group');
	const open = loose.filter((field) => isEssential(field) || field.kind === 'lines').sort(requiredFirst);
	const rest = loose.filter((field) => !open.includes(field));
	const sections = [
		{ key: 'main', label: main, emphasize: true, fields: open },
		...groups.map((group) => ({ key: group.key, label: group.label, emphasize: isOpen(form, group), fields: inside(group) })),
		{ key: 'options', label: 'Options', emphasize: false, fields: rest },
	].filter((section) => section.fields.length > 0);
	if (sections.length < 2) return { inputFields: loose.sort(requiredFirst).map((field) => asked(desk, field, each(desk, field, own))) };
	return {
		inputFieldGroups: sections.map(({ key, label, emphasize }) => ({ key, label, emphasize })),
		inputFields: sections.flatMap((section) => section.fields.map((field) => asked(desk, field, { ...each(desk, field, own), group: section.key }))),
	};
}
