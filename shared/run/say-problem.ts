import type { z } from 'zod/v4';

import type { Form, FormField, LeafField } from '../declare/form';
import { isJsonObject, type Json, type JsonObject } from '../declare/json';

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

/** Bounds and digits, as far as there are any: the schema tells only that one of them is passed. */
function exactly({ min, max, decimals, placeholder }: LeafField): string {
	const from = min === undefined ? '' : max === undefined ? ` of at least ${min}` : ` from ${min} to ${max}`;
	const digits = decimals === undefined ? '' : ` with at most ${decimals} decimals`;
	return `a number${from}${digits}, such as ${placeholder ?? '2.5'}`;
}

/** What would be right, by the kind of field. */
function expected(field: LeafField): string {
	switch (field.kind) {
		case 'integer':
			return 'a whole number, such as 2';
		case 'decimal':
			return 'a number, such as 2.5';
		case 'exact':
			return exactly(field);
		case 'toggle':
			return 'true or false';
		case 'choice':
			return `one of: ${field.options.map((option) => option.value).join(', ')}`;
		case 'moment':
			return 'a date and time that exists, such as 2030-05-21T16:00:00+02:00 (when clocks go forward, an hour is skipped)';
		case 'date':
			return 'a day, such as 2030-05-21';
		case 'phone':
			return `a phone number, best with its country code, such as ${field.placeholder ?? '+33612345678'}`;
		case 'email':
			return 'an e-mail address, such as shop@example.com';
		case 'url':
			return 'a web address that starts with https://';
		default:
			return 'text';
	}
}

function shown(field: FormField, value: Json | undefined): string {
	if (field.kind !== 'group' && field.kind !== 'lines' && field.secret) return '';
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return `, not "${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}

function sizeProblem(field: FormField, value: Json | undefined, bound: string, limit: number | bigint): string {
	if (typeof value === 'string') return `may have at most ${limit} characters; it has ${value.length}`;
	if (Array.isArray(value)) return `needs ${bound} ${limit} ${limit === 1 ? 'line' : 'lines'}`;
	return `must be ${bound} ${limit}${shown(field, value)}`;
}

/** One zod issue in words for the person who filled the form; the field's label goes in front. */
export function sayProblem(issue: z.core.$ZodIssue, form: Form, values: JsonObject): string {
	const field = fieldAt(form, issue.path);
	const value = valueAt(values, issue.path);
	if (!field) return 'is not a field of this step';
	if (value === undefined || value === null) return field.kind === 'lines' ? `needs at least one ${field.line.toLowerCase()}` : 'is missing';
	if (issue.code === 'too_big' && issue.maximum !== undefined) return sizeProblem(field, value, 'at most', issue.maximum);
	if (issue.code === 'too_small' && issue.minimum !== undefined) return sizeProblem(field, value, 'at least', issue.minimum);
	if (field.kind === 'group' || field.kind === 'lines') return `must be ${field.kind === 'group' ? 'a group of fields' : 'a list of lines'}${shown(field, value)}`;
	return `must be ${expected(field)}${shown(field, value)}`;
}
