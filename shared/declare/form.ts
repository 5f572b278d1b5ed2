import { z } from 'zod/v4';

import { fieldNotes, type FieldKind, type FieldNote, type FileRule, type Option, type ShowWhen } from './field';

interface Common {
	key: string;
	/** Keys from the top of the form down to this field. */
	path: readonly string[];
	/** The path in one word, unique in the form: what a flat host calls the field. */
	name: string;
	label: string;
	help?: string;
	required: boolean;
	common: boolean;
	show?: ShowWhen;
	forConnection?: ShowWhen;
}

export interface LeafField extends Common {
	kind: FieldKind;
	placeholder?: string;
	unit?: string;
	secret: boolean;
	choices?: string;
	country?: string;
	countryFrom?: readonly string[];
	wholeDay: boolean;
	options: readonly Option[];
	accepts?: FileRule;
	default?: string | number | boolean;
	min?: number;
	max?: number;
	/** Digits after the point at most. */
	decimals?: number;
}

export interface GroupField extends Common {
	kind: 'group';
	fields: readonly FormField[];
}

export interface LinesField extends Common {
	kind: 'lines';
	/** One line in the singular. */
	line: string;
	fields: readonly LeafField[];
	min: number;
}

export type FormField = LeafField | GroupField | LinesField;
export type Form = readonly FormField[];

interface Peeled {
	schema: z.ZodType;
	note: FieldNote;
	required: boolean;
	default?: unknown;
}

/** Looks through optional, nullable and default wrappers; the outermost note wins. */
function peel(schema: z.core.$ZodType, key: string): Peeled {
	let current: z.core.$ZodType = schema;
	let required = true;
	let fallback: unknown;
	for (;;) {
		const found = current instanceof z.ZodType ? fieldNotes.get(current) : undefined;
		if (found && current instanceof z.ZodType) return { schema: current, note: found, required, default: fallback };
		if (current instanceof z.ZodOptional || current instanceof z.ZodNullable) {
			required = false;
			current = current._zod.def.innerType;
		} else if (current instanceof z.ZodDefault) {
			required = false;
			fallback = current._zod.def.defaultValue;
			current = current._zod.def.innerType;
		} else {
			throw new Error(`The field "${key}" has no label: declare it with a word of declare/field`);
		}
	}
}

function scalar(value: unknown): string | number | boolean | undefined {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

function bounds(schema: z.ZodType): { min?: number; max?: number } {
	if (schema instanceof z.ZodString) return { max: schema.maxLength ?? undefined };
	if (!(schema instanceof z.ZodNumber)) return {};
	const finite = (limit: number | null) => (limit === null || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? undefined : limit);
	return { min: finite(schema.minValue), max: finite(schema.maxValue) };
}

function leaf(base: Common, peeled: Peeled): LeafField {
	const { note, schema } = peeled;
	if (!note.kind) throw new Error(`The field "${base.name}" is neither a leaf, a group nor lines`);
	return {
		...base,
		kind: note.kind,
		placeholder: note.placeholder,
		unit: note.unit,
		secret: note.secret ?? false,
		choices: note.choices,
		country: note.country,
		countryFrom: note.countryFrom,
		wholeDay: note.wholeDay ?? false,
		options: note.options ?? [],
		accepts: note.accepts,
		default: scalar(peeled.default),
		...bounds(schema),
		...note.limits,
	};
}

function fieldOf(key: string, schema: z.core.$ZodType, above: readonly string[]): FormField {
	const peeled = peel(schema, key);
	const { note, required } = peeled;
	const path = [...above, key];
	const base: Common = {
		key,
		path,
		name: path.join('_'),
		label: note.unit ? `${note.label} (${note.unit})` : note.label,
		help: note.help,
		required,
		common: note.common ?? false,
		show: note.show,
		forConnection: note.forConnection,
	};
	if (peeled.schema instanceof z.ZodObject) {
		return { ...base, kind: 'group', fields: formAt(peeled.schema, path) };
	}
	if (peeled.schema instanceof z.ZodArray) {
		const element = peeled.schema.element;
		if (!(element instanceof z.ZodObject)) throw new Error(`The lines "${base.name}" are not objects`);
		const fields = formAt(element, path).map((field) => {
			if (field.kind === 'group' || field.kind === 'lines') throw new Error(`"${field.name}" is nested too deep for a form`);
			return field;
		});
		return { ...base, kind: 'lines', line: note.line ?? note.label, fields, min: required ? Math.max(1, minimum(peeled.schema)) : 0 };
	}
	return leaf(base, peeled);
}

function minimum(schema: z.ZodArray): number {
	const bag: unknown = schema._zod.bag.minimum;
	return typeof bag === 'number' ? bag : 0;
}

function formAt(schema: z.ZodObject, above: readonly string[]): Form {
	return Object.entries(schema.shape).map(([key, value]) => fieldOf(key, value, above));
}

/** The one place that reads zod's insides: everything that shows or fills a form reads this instead. */
export function formOf(schema: z.ZodObject): Form {
	return formAt(schema, []);
}

/** Every leaf with its group's label before its own: "Drop-Off Recipient Name". */
export function leavesOf(form: Form): LeafField[] {
	return form.flatMap((field) => {
		if (field.kind === 'group') return leavesOf(field.fields);
		if (field.kind === 'lines') return field.fields;
		return [field];
	});
}

/** The words a user sees for a place in the input, with the line's number where there are lines. */
export function labelAt(form: Form, path: readonly PropertyKey[]): string {
	const words: string[] = [];
	let fields: Form = form;
	for (const [at, step] of path.entries()) {
		if (typeof step === 'number') {
			words.push(String(step + 1));
			continue;
		}
		const field = fields.find((each) => each.key === step);
		if (!field) {
			words.push(String(step));
			break;
		}
		words.push(field.kind === 'lines' && at < path.length - 1 ? field.line : field.label);
		fields = field.kind === 'group' || field.kind === 'lines' ? field.fields : [];
	}
	return words.join(' ');
}
