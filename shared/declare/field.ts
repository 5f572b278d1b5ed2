import { z } from 'zod/v4';

import { isPlanned } from '../delivery/phone-plan';

/** The kind of value in a field, beyond zod's type. It decides the control on a form and the coercion. */
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
	| 'postalCode'
	| 'email'
	| 'url'
	| 'file'
	| 'json';

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

/** How a host passes data between steps: as whole objects, or value by value. */
export type Handover = 'whole' | 'mapped';

/** The words and hints of one field. They are next to the schema, never inside its description. */
export type FieldUi = {
	/** Title Case, as the user sees it. */
	label: string;
	/** A sentence with information that the label lacks. */
	help?: string;
	placeholder?: string;
	/** Printed after the label where the number means something: "dm³", "kg". */
	unit?: string;
	secret?: boolean;
	/** In sight although optional; other optional fields wait under an "Add Field" list. */
	common?: boolean;
	/**
	 * Few need it. On n8n such lines wait under the "Add Field" list, and such a setting of a connection behind a switch.
	 * On Zapier the lines are among the options, and the setting comes last.
	 */
	rare?: boolean;
	/** Name of a list of the carrier that offers values (`Carrier.choices`). */
	choices?: string;
	show?: ShowWhen;
	/**
	 * No input does without it while it is shown. The schema allows its absence, because its group or the choice that
	 * shows it may be left out.
	 */
	neededWhenShown?: boolean;
	/**
	 * The field applies only to connections with one of these values. Hosts that know the connection hide it on others.
	 */
	forConnection?: ShowWhen;
	/** Default country of a phone number without a prefix, or of a postal code, ISO 3166 alpha-2. */
	country?: string;
	/**
	 * Path of the field with the country, such as the address's. A phone falls back to the connection's country, if it
	 * has one.
	 */
	countryFrom?: readonly string[];
	/** For a phone: where the digits of an extension go. A path from the fields beside it. */
	extensionTo?: { path: readonly string[]; as: 'note' | 'digits' };
	/** For the second line of an address: the field beside it with the street, which a bare house number belongs to. */
	continues?: string;
	/** A shop's own order number: changes made by a spreadsheet are reverted. */
	reference?: boolean;
	/**
	 * For a moment that means a day: its midnight in UTC. The input may be a day alone; a value without an offset is
	 * UTC.
	 */
	wholeDay?: boolean;
	/** One line of a list, in the singular: "Package". */
	line?: string;
	/** For a field of a line: alternative keys in shops' lists, tried in order if the field's own name is missing. */
	listNames?: readonly string[];
	/** For a number that people copy with a letter prefix: the prefix, which is removed. */
	prefix?: string;
	/** Only on forms of this kind: some hosts hand over whole objects, others map value by value. */
	handover?: Handover;
	/** For a whole object: the path to it within the previous step's item. */
	source?: readonly string[];
};

/** The files a field accepts, checked before anything is sent. */
export interface FileRule {
	/** Media types, such as "application/pdf". */
	types: readonly string[];
	maxBytes: number;
}

export type FieldMetadata = FieldUi & {
	kind?: FieldKind;
	options?: readonly Option[];
	accepts?: FileRule;
	/** For an exact number. */
	limits?: { min?: number; max?: number; decimals?: number };
};

/** Every field's words, keyed by its schema. */
export const fieldMetadata = z.registry<FieldMetadata>();

function withMetadata<S extends z.ZodType>(
	schema: S,
	kind: FieldKind | undefined,
	ui: FieldUi,
	options?: readonly Option[],
): S {
	fieldMetadata.add(schema, { ...ui, kind, options });
	return schema;
}

/** Default maximum length by kind, if a carrier documents none: far above normal input, far below harmful sizes. */
const MOST = { text: 4_000, longText: 20_000, email: 320, url: 2_000, exact: 40, file: 8_000 };

/**
 * A text with its checks as one schema. zod's `.min(1).max(n)` makes three, and making schemas is the longest part of a
 * first booking in a new process.
 */
const checkedText = (...checks: z.core.$ZodCheck<string>[]) => new z.ZodString({ type: 'string', checks });
const boundedText = (max: number) => checkedText(z.minLength(1), z.maxLength(max));

function bounded<S extends z.ZodNumber>(schema: S, { min, max }: { min?: number; max?: number }): S {
	const checks = [...(min === undefined ? [] : [z.gte(min)]), ...(max === undefined ? [] : [z.lte(max)])];
	return checks.length === 0 ? schema : schema.check(...checks);
}

export const text = (ui: FieldUi, limits: { max?: number } = {}) =>
	withMetadata(boundedText(limits.max ?? MOST.text), 'text', ui);
export const longText = (ui: FieldUi) => withMetadata(boundedText(MOST.longText), 'longText', ui);
/** A postal code, in its country's format after coercion. The coercion checks that the country has such codes. */
export const postalCode = (ui: FieldUi) => withMetadata(boundedText(MOST.text), 'postalCode', ui);
/** Loose on purpose: carriers accept addresses that stricter patterns refuse, such as an underscore in the domain. */
export const email = (ui: FieldUi) =>
	withMetadata(z.email({ pattern: /^[^\s@]+@[^\s@]+$/ }).max(MOST.email), 'email', ui);
export const url = (ui: FieldUi) => withMetadata(z.url({ protocol: /^https?$/ }).max(MOST.url), 'url', ui);
/** A phone number that its country's numbering plan has; E.164 after coercion, however it was typed. */
export const phone = (ui: FieldUi) =>
	withMetadata(checkedText(z.regex(/^\+[1-9]\d{5,14}$/, { abort: true }), z.refine(isPlanned)), 'phone', ui);
export const integer = (ui: FieldUi, limits: { min?: number; max?: number } = {}) =>
	withMetadata(bounded(z.int(), limits), 'integer', ui);
export const decimal = (ui: FieldUi, limits: { min?: number; max?: number } = {}) =>
	withMetadata(bounded(z.number(), limits), 'decimal', ui);
/** A number that keeps the digits it was written with, as text: coordinates, amounts of money. */
export const exact = (ui: FieldUi, limits: { min?: number; max?: number; decimals?: number } = {}) => {
	const { min = -Infinity, max = Infinity, decimals = Infinity } = limits;
	const inBounds = (text: string) =>
		Number(text) >= min && Number(text) <= max && (text.split('.')[1] ?? '').length <= decimals;
	const schema = checkedText(z.maxLength(MOST.exact), z.regex(/^-?\d+(\.\d+)?$/), z.refine(inBounds));
	fieldMetadata.add(schema, { ...ui, kind: 'exact', limits });
	return schema;
};
export const toggle = (ui: FieldUi) => withMetadata(z.boolean(), 'toggle', ui);
/** A point in time: ISO 8601 with offset after coercion. */
export const moment = (ui: FieldUi) => withMetadata(z.iso.datetime({ offset: true }), 'moment', ui);
/** A calendar day, `YYYY-MM-DD`. */
export const date = (ui: FieldUi) => withMetadata(z.iso.date(), 'date', ui);

/** A file of the user's. Its value is the handle by which the host finds it; the bytes are in `Facts.files`. */
export function file(accepts: FileRule, ui: FieldUi) {
	const schema = boundedText(MOST.file);
	fieldMetadata.add(schema, { ...ui, kind: 'file', accepts });
	return schema;
}

/** An object or a list as an earlier step gives it. What it holds is read by the action. */
export const json = (ui: FieldUi) =>
	withMetadata(z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]), 'json', ui);

/** One of a few values, written as the carrier writes them. */
export function choice<const V extends string>(options: readonly (Option & { value: V })[], ui: FieldUi) {
	const values = options.map((option) => option.value);
	return withMetadata(z.enum(values), 'choice', ui, options);
}

/** Several fields under one heading. */
export const group = <S extends z.ZodRawShape>(shape: S, ui: FieldUi) => withMetadata(z.object(shape), undefined, ui);

/** Repeated lines of the same fields. */
export const lines = <S extends z.ZodRawShape>(
	shape: S,
	ui: FieldUi & { line: string },
	limits: { min?: number } = {},
) => withMetadata(z.array(z.object(shape)).min(limits.min ?? 0), undefined, ui);
