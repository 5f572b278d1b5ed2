import type { z } from 'zod/v4';
import { validationFailed, type FieldError } from './api-error';

/** Every problem at once, each naming its field. */
export function check<T>(schema: z.ZodType<T>, body: unknown): T {
	const result = schema.safeParse(body);
	if (result.success) return result.data;
	throw validationFailed(result.error.issues.flatMap((issue) => errorsOf(issue, body)));
}

function errorsOf(issue: z.core.$ZodIssue, body: unknown): FieldError[] {
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => ({ field: fieldName([...issue.path, key]), message: 'is not a valid key' }));
	}
	if (issue.code === 'invalid_union') {
		// The form that was meant is the one with the least wrong in it.
		const [bestMatch = []] = [...issue.errors].sort((a, b) => a.length - b.length);
		return bestMatch.flatMap((inner) => errorsOf({ ...inner, path: [...issue.path, ...inner.path] }, body));
	}
	return [{ field: fieldName(issue.path), message: messageOf(issue, body) }];
}

function messageOf(issue: z.core.$ZodIssue, body: unknown): string {
	if (valueAt(body, issue.path) === undefined) return "can't be blank";
	if (issue.code === 'invalid_type') return `must be of type ${issue.expected}`;
	if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
	return issue.message;
}

function fieldName(path: readonly PropertyKey[]): string {
	return path.map(String).join('.') || 'base';
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
		body,
	);
}
