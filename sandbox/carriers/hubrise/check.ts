import type { z } from 'zod/v4';
import { validationFailed, type FieldError } from './refusal';

/** Every problem at once, each naming its field. */
export function check<T>(shape: z.ZodType<T>, body: unknown): T {
	const result = shape.safeParse(body);
	if (result.success) return result.data;
	throw validationFailed(result.error.issues.flatMap((issue) => errorsOf(issue, body)));
}

function errorsOf(issue: z.core.$ZodIssue, body: unknown): FieldError[] {
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => ({ field: nameOf([...issue.path, key]), message: 'is unknown' }));
	}
	if (issue.code === 'invalid_union') {
		// The form that was meant is the one with the least wrong in it.
		const [meant = []] = [...issue.errors].sort((a, b) => a.length - b.length);
		return meant.flatMap((inner) => errorsOf({ ...inner, path: [...issue.path, ...inner.path] }, body));
	}
	return [{ field: nameOf(issue.path), message: sentence(issue, body) }];
}

function sentence(issue: z.core.$ZodIssue, body: unknown): string {
	if (valueAt(body, issue.path) === undefined) return "can't be blank";
	if (issue.code === 'invalid_type') return `must be of type ${issue.expected}`;
	if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
	return issue.message;
}

function nameOf(path: readonly PropertyKey[]): string {
	return path.map(String).join('.') || 'base';
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
		body,
	);
}
