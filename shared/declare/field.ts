import { z } from 'zod/v4';

/** What a field holds, beyond what zod can say. It decides the control on a form and the coercion. */
export type FieldKind =
	| 'text'
	| 'longText'
	| 'integer'
	| 'decimal'
	| 'exact'
	| 'toggle'
	| 'choice'
	| 'moment'
	| 'date'
	| 'phone'
	| 'email'
	| 'url'
	| 'file';

export interface Option {
	value: string;
	label: string;
	help?: string;
}

/** Shown only while another field of the same form holds one of these values. */
export interface ShowWhen {
	field: string;
	is: readonly string[];
}

/** The words and hints of one field; kept beside the schema, never inside its description. */
export type FieldUi = {
	/** Title Case, as the user sees it. */
	label: string;
	/** A sentence that adds something the label does not say. */
	help?: string;
	placeholder?: string;
	/** Printed after the label where the number means something: "dm³", "kg". */
	unit?: string;
	secret?: boolean;
	/** In sight although optional; other optional fields wait under an "Add Field" list. */
	common?: boolean;
	/** Name of a list of the carrier that offers values (`Carrier.choices`). */
	choices?: string;
	show?: ShowWhen;
	/** Means something only on connections of which a field holds one of these values: hosts that know the connection leave it out on others. */
	forConnection?: ShowWhen;
	/** Country of a phone number written without a prefix where nothing else tells it, ISO 3166 alpha-2. */
	country?: string;
	/** Path of the field that tells it: the country of the address that is called. Else the connection does, where it knows. */
	countryFrom?: readonly string[];
	/** Of a moment that stands for a day, its midnight in UTC: a day alone will do, and what has no offset is of UTC. */
	wholeDay?: boolean;
	/** One line of a list, in the singular: "Package". */
	line?: string;
};

/** What a file field takes; checked before anything is sent. */
export interface FileRule {
	/** Media types, such as "application/pdf". */
	types: readonly string[];
	maxBytes: number;
}

export type FieldNote = FieldUi & {
	kind?: FieldKind;
	options?: readonly Option[];
	accepts?: FileRule;
	/** Of an exact number. */
	limits?: { min?: number; max?: number; decimals?: number };
};

/** Every field's words, keyed by its schema. */
export const fieldNotes = z.registry<FieldNote>();

function note<S extends z.ZodType>(schema: S, kind: FieldKind | undefined, ui: FieldUi, options?: readonly Option[]): S {
	fieldNotes.add(schema, { ...ui, kind, options });
	return schema;
}

export const text = (ui: FieldUi, limits: { max?: number } = {}) =>
	note(limits.max === undefined ? z.string().min(1) : z.string().min(1).max(limits.max), 'text', ui);
export const longText = (ui: FieldUi) => note(z.string().min(1), 'longText', ui);
/** Loose on purpose: carriers accept addresses that stricter patterns refuse, such as an underscore in the domain. */
export const email = (ui: FieldUi) => note(z.email({ pattern: /^[^\s@]+@[^\s@]+$/ }), 'email', ui);
export const url = (ui: FieldUi) => note(z.url({ protocol: /^https?$/ }), 'url', ui);
/** A phone number; E.164 after coercion, whatever way it was typed. */
export const phone = (ui: FieldUi) => note(z.string().regex(/^\+\d{6,15}$/), 'phone', ui);
export const integer = (ui: FieldUi, limits: { min?: number; max?: number } = {}) =>
	note(z.int().min(limits.min ?? Number.MIN_SAFE_INTEGER).max(limits.max ?? Number.MAX_SAFE_INTEGER), 'integer', ui);
export const decimal = (ui: FieldUi, limits: { min?: number; max?: number } = {}) =>
	note(z.number().min(limits.min ?? -Infinity).max(limits.max ?? Infinity), 'decimal', ui);
/** A number that keeps the digits it was written with, as text: coordinates, amounts of money. */
export const exact = (ui: FieldUi, limits: { min?: number; max?: number; decimals?: number } = {}) => {
	const { min = -Infinity, max = Infinity, decimals = Infinity } = limits;
	const inBounds = (text: string) => Number(text) >= min && Number(text) <= max && (text.split('.')[1] ?? '').length <= decimals;
	const schema = z.string().regex(/^-?\d+(\.\d+)?$/).refine(inBounds);
	fieldNotes.add(schema, { ...ui, kind: 'exact', limits });
	return schema;
};
export const toggle = (ui: FieldUi) => note(z.boolean(), 'toggle', ui);
/** A point in time: ISO 8601 with offset after coercion. */
export const moment = (ui: FieldUi) => note(z.iso.datetime({ offset: true }), 'moment', ui);
/** A calendar day, `YYYY-MM-DD`. */
export const date = (ui: FieldUi) => note(z.iso.date(), 'date', ui);

/** A file of the user's. Its value is the handle by which the host finds it; the bytes are in `Facts.files`. */
export function file(accepts: FileRule, ui: FieldUi) {
	const schema = z.string().min(1);
	fieldNotes.add(schema, { ...ui, kind: 'file', accepts });
	return schema;
}

/** One of a few values, written as the carrier writes them. */
export function choice<const V extends string>(options: readonly (Option & { value: V })[], ui: FieldUi) {
	const values = options.map((option) => option.value);
	return note(z.enum(values), 'choice', ui, options);
}

/** Several fields under one heading. */
export const group = <S extends z.ZodRawShape>(shape: S, ui: FieldUi) => note(z.object(shape), undefined, ui);

/** Repeated lines of the same fields. */
export const lines = <S extends z.ZodRawShape>(shape: S, ui: FieldUi & { line: string }, limits: { min?: number } = {}) =>
	note(z.array(z.object(shape)).min(limits.min ?? 0), undefined, ui);
