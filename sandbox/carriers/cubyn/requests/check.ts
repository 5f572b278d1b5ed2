import type { z } from 'zod/v4';
import { badRequest, invalid } from './api-error';

type Issue = z.core.$ZodIssue;

/** A missing or unknown field is a bad request, as in the table of errors. A wrong value is a validation error. */
export function check<T>(schema: z.ZodType<T>, value: unknown): T {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const { issues } = result.error;
	const unknown = issues.flatMap((issue) =>
		issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : [],
	);
	if (unknown.length > 0) throw badRequest(`Unknown parameter: ${unknown.join(', ')}`);
	const missing = issues.filter(({ path }) => path.length > 0 && valueAt(value, path) === undefined);
	if (missing.length > 0)
		throw badRequest(`Missing parameter: ${missing.map(({ path }) => path.join('.')).join(', ')}`);
	throw invalid(...issues.map((issue) => ({ field: issue.path.join('.') || 'body', rule: ruleOf(issue) })));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
		value,
	);
}

function ruleOf(issue: Issue): string {
	switch (issue.code) {
		case 'invalid_type':
			return `is${issue.expected.charAt(0).toUpperCase()}${issue.expected.slice(1)}`;
		case 'invalid_value':
			return 'isIn';
		case 'too_big':
		case 'too_small':
			return issue.origin === 'string' ? 'len' : issue.code === 'too_big' ? 'max' : 'min';
		case 'custom':
			return issue.message;
		default:
			return 'isValid';
	}
}
