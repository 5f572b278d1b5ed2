import type { z } from 'zod/v4';

import type { Form, FormField, LeafField } from '../declare/form';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { lengthFault } from '../delivery/phone';
import { splitExtension } from '../delivery/phone-extension';
import { isSkipped } from '../delivery/time';
import { unevenColumns } from './lines';

/** The context the values were read in. */
export interface ReadBy {
	zone: string;
	home?: string;
}

function fieldAt(form: Form, path: readonly PropertyKey[]): FormField | undefined {
	let fields: Form = form;
	let found: FormField | undefined;
	for (const step of path) {
		if (typeof step === 'number') continue;
		found = fields.find((each) => each.key === step);
		fields = found?.kind === 'group' || found?.kind === 'lines' ? found.fields : [];
	}
	return found;
}

function valueAt(values: Json | undefined, path: readonly PropertyKey[]): Json | undefined {
	let value: Json | undefined = values;
	for (const step of path) {
		if (Array.isArray(value) && typeof step === 'number') value = value[step];
		else if (isJsonObject(value) && typeof step === 'string') value = value[step];
		else return undefined;
	}
	return value;
}

/** Bounds and digits, where they exist: the schema only reports that one of them is exceeded. */
function describeExactNumber({ min, max, decimals, placeholder }: LeafField): string {
	const from = min === undefined ? '' : max === undefined ? ` of at least ${min}` : ` from ${min} to ${max}`;
	const digits = decimals === undefined ? '' : ` with at most ${decimals} decimals`;
	return `a number${from}${digits}, such as ${placeholder ?? '2.5'}`;
}

/** The expected value, by the kind of field. */
function describeExpected(field: LeafField): string {
	switch (field.kind) {
		case 'integer':
			return 'a whole number, such as 2';
		case 'decimal':
			return 'a number, such as 2.5';
		case 'exact':
			return describeExactNumber(field);
		case 'toggle':
			return 'true or false';
		case 'choice':
			return `one of: ${field.options.map((option) => option.value).join(', ')}`;
		case 'moment':
			return 'a date and time such as 2030-05-21T16:00';
		case 'date':
			return 'a day, such as 2030-05-21';
		case 'phone':
			return `a phone number, best with its country code, such as ${field.placeholder ?? '+33612345678'}`;
		case 'email':
			return 'an e-mail address, such as shop@example.com';
		case 'json':
			return 'an object, as an earlier step gives it';
		case 'url':
			return 'a web address that starts with https://';
		default:
			return 'text';
	}
}

function quoteValue(field: FormField, value: Json | undefined): string {
	if (field.kind !== 'group' && field.kind !== 'lines' && field.secret) return '';
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return `, not "${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}

/** A more precise description of the problem, where one exists. */
function reason(field: LeafField, value: Json, { zone, home }: ReadBy): string {
	if (typeof value !== 'string') return '';
	if (field.kind === 'moment' && isSkipped(value, zone))
		return ': clocks go forward that night, and this hour is skipped';
	if (field.kind !== 'phone') return '';
	if (splitExtension(value)?.extension !== undefined)
		return '; what is typed after calling belongs under the instructions';
	const fault = lengthFault(value, field.country ?? home ?? '');
	return fault === undefined ? '' : `; it is too ${fault}`;
}

/** Lists side by side that do not belong together. */
function unevenLines(form: readonly FormField[], value: Json): string | undefined {
	const columns = unevenColumns(value).map(
		([key, length]) => `${form.find((field) => field.key === key)?.label ?? key} ${length}`,
	);
	return columns.length < 2 ? undefined : `has line items of different lengths: ${columns.join(', ')}`;
}

function sizeProblem(field: FormField, value: Json | undefined, bound: string, limit: number | bigint): string {
	if (typeof value === 'string') return `may have at most ${limit} characters; it has ${value.length}`;
	if (Array.isArray(value)) return `needs ${bound} ${limit} ${limit === 1 ? 'line' : 'lines'}`;
	return `must be ${bound} ${limit}${quoteValue(field, value)}`;
}

/** One zod issue in words for the person who filled the form; the field's label goes in front. */
export function describeProblem(issue: z.core.$ZodIssue, form: Form, values: JsonObject, by: ReadBy): string {
	const field = fieldAt(form, issue.path);
	const value = valueAt(values, issue.path);
	if (!field) return 'is not a field of this step';
	if (value === undefined || value === null)
		return field.kind === 'lines' ? `needs at least one ${field.line.toLowerCase()}` : 'is missing';
	if (issue.code === 'too_big' && issue.maximum !== undefined)
		return sizeProblem(field, value, 'at most', issue.maximum);
	if (issue.code === 'too_small' && issue.minimum !== undefined)
		return sizeProblem(field, value, 'at least', issue.minimum);
	const uneven = field.kind === 'lines' ? unevenLines(field.fields, value) : undefined;
	if (uneven !== undefined) return uneven;
	if (field.kind === 'group' || field.kind === 'lines')
		return `must be ${field.kind === 'group' ? 'a group of fields' : 'a list of lines'}${quoteValue(field, value)}`;
	return `must be ${describeExpected(field)}${quoteValue(field, value)}${reason(field, value, by)}`;
}
