import { z } from 'zod/v4';

import {
	fieldMetadata,
	type FieldKind,
	type FieldMetadata,
	type FileRule,
	type Handover,
	type Option,
	type ShowWhen,
} from './field';

interface FieldBase {
	key: string;
	/** Keys from the top of the form down to this field. */
	path: readonly string[];
	/** The path as one word, unique in the form. Hosts with flat forms use it as the key. */
	name: string;
	label: string;
	help?: string;
	required: boolean;
	common: boolean;
	rare: boolean;
	show?: ShowWhen;
	forConnection?: ShowWhen;
	/** Set where only one kind of host shows the field. */
	handover?: Handover;
	neededWhenShown: boolean;
}

export interface LeafField extends FieldBase {
	kind: FieldKind;
	placeholder?: string;
	unit?: string;
	secret: boolean;
	choices?: string;
	country?: string;
	countryFrom?: readonly string[];
	listNames: readonly string[];
	prefix?: string;
	extensionTo?: FieldMetadata['extensionTo'];
	continues?: string;
	reference: boolean;
	wholeDay: boolean;
	source?: readonly string[];
	options: readonly Option[];
	accepts?: FileRule;
	default?: string | number | boolean;
	min?: number;
	max?: number;
	/** Digits after the point at most. */
	decimals?: number;
}

export interface GroupField extends FieldBase {
	kind: 'group';
	fields: readonly FormField[];
}

export interface LinesField extends FieldBase {
	kind: 'lines';
	/** One line in the singular. */
	line: string;
	fields: readonly LeafField[];
	min: number;
}

export type FormField = LeafField | GroupField | LinesField;
export type Form = readonly FormField[];

interface UnwrappedField {
	schema: z.ZodType;
	metadata: FieldMetadata;
	required: boolean;
	default?: unknown;
}

/** Looks through optional, nullable and default wrappers; the outermost note wins. */
function unwrap(schema: z.core.$ZodType, key: string): UnwrappedField {
	let current: z.core.$ZodType = schema;
	let required = true;
	let fallback: unknown;
	for (;;) {
		const found = current instanceof z.ZodType ? fieldMetadata.get(current) : undefined;
		if (found && current instanceof z.ZodType) return { schema: current, metadata: found, required, default: fallback };
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
	const finite = (limit: number | null) =>
		limit === null || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? undefined : limit;
	return { min: finite(schema.minValue), max: finite(schema.maxValue) };
}

function leaf(base: FieldBase, unwrapped: UnwrappedField): LeafField {
	const { metadata, schema } = unwrapped;
	if (!metadata.kind) throw new Error(`The field "${base.name}" is neither a leaf, a group nor lines`);
	return {
		...base,
		kind: metadata.kind,
		placeholder: metadata.placeholder,
		unit: metadata.unit,
		secret: metadata.secret ?? false,
		choices: metadata.choices,
		country: metadata.country,
		countryFrom: metadata.countryFrom,
		listNames: metadata.listNames ?? [],
		prefix: metadata.prefix,
		extensionTo: metadata.extensionTo,
		continues: metadata.continues,
		reference: metadata.reference ?? false,
		wholeDay: metadata.wholeDay ?? false,
		source: metadata.source,
		options: metadata.options ?? [],
		accepts: metadata.accepts,
		default: scalar(unwrapped.default),
		...bounds(schema),
		...metadata.limits,
	};
}

function fieldOf(key: string, schema: z.core.$ZodType, parentPath: readonly string[]): FormField {
	const unwrapped = unwrap(schema, key);
	const { metadata, required } = unwrapped;
	const path = [...parentPath, key];
	const base: FieldBase = {
		key,
		path,
		name: path.join('_'),
		label: metadata.unit ? `${metadata.label} (${metadata.unit})` : metadata.label,
		help: metadata.help,
		required,
		common: metadata.common ?? false,
		rare: metadata.rare ?? false,
		show: metadata.show,
		forConnection: metadata.forConnection,
		handover: metadata.handover,
		neededWhenShown: metadata.neededWhenShown ?? false,
	};
	if (unwrapped.schema instanceof z.ZodObject) {
		return { ...base, kind: 'group', fields: formAt(unwrapped.schema, path) };
	}
	if (unwrapped.schema instanceof z.ZodArray) {
		const element = unwrapped.schema.element;
		if (!(element instanceof z.ZodObject)) throw new Error(`The lines "${base.name}" are not objects`);
		const fields = formAt(element, path).map((field) => {
			if (field.kind === 'group' || field.kind === 'lines')
				throw new Error(`"${field.name}" is nested too deep for a form`);
			return field;
		});
		return {
			...base,
			kind: 'lines',
			line: metadata.line ?? metadata.label,
			fields,
			min: required ? Math.max(1, minimum(unwrapped.schema)) : 0,
		};
	}
	return leaf(base, unwrapped);
}

function minimum(schema: z.ZodArray): number {
	const bag: unknown = schema._zod.bag.minimum;
	return typeof bag === 'number' ? bag : 0;
}

function formAt(schema: z.ZodObject, parentPath: readonly string[]): Form {
	return Object.entries(schema.shape).map(([key, value]) => fieldOf(key, value, parentPath));
}

/** The one place that reads zod's insides: everything that shows or fills a form reads this instead. */
export function formOf(schema: z.ZodObject): Form {
	return formAt(schema, []);
}

/** The fields that a host shows which passes data this way. */
export const handedOver = (form: Form, handover: Handover): Form =>
	form
		.filter((field) => field.handover === undefined || field.handover === handover)
		.map((field) => (field.kind === 'group' ? { ...field, fields: handedOver(field.fields, handover) } : field));

/** A number that has a default, such as one piece. */
export const isDefaultedNumber = ({ kind, default: fallback }: LeafField): boolean =>
	fallback !== undefined && (kind === 'integer' || kind === 'decimal' || kind === 'exact');

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
