import type { Failure } from '../declare/failure';
import type { Form, LeafField } from '../declare/form';
import { isJsonObject } from '../declare/json';
import type { CallRequest } from '../declare/wire';

/** Words of an address, as a person would write them. */
function wordsOf(path: string): string[] {
	try {
		return path.split('/').map(decodeURIComponent);
	} catch {
		return path.split('/');
	}
}

/** A link leads to what the call is about if all but its verb stands in both. */
function leadsThere(link: string, path: string): boolean {
	const [there, words] = [new Set(wordsOf(link.replace(/[?#].*$/, ''))), wordsOf(path)];
	return words.filter((word) => !there.has(word)).length <= 1;
}

const inQuery = (call: CallRequest): string[] => Object.values(call.query ?? {}).flatMap((value) => (typeof value === 'object' ? value : value === undefined ? [] : [String(value)]));

function isNamedBy(field: LeafField, value: string, call: CallRequest): boolean {
	return field.kind === 'url' ? leadsThere(value, call.path) : wordsOf(call.path).includes(value) || inQuery(call).includes(value);
}

const isSaid = (value: string, message: string) => message.split(/[^\p{L}\p{N}_-]+/u).includes(value);

/** Names what was not found as the user named it: carriers say "not found" and no more, and a batch asks for many. */
export function withAskedFor(failure: Failure, form: Form, input: unknown, call: CallRequest): Failure {
	if (failure.code !== 'not_found' || !isJsonObject(input)) return failure;
	const named = new Map<string, string>();
	for (const field of form) {
		if (field.kind === 'group' || field.kind === 'lines' || field.secret) continue;
		const value = input[field.key];
		const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
		// Of two fields that hold the same, the first one on the form is what the step is about.
		if (text !== '' && !named.has(text) && isNamedBy(field, text, call) && !isSaid(text, failure.message)) named.set(text, `${field.label} ${text}`);
	}
	return named.size === 0 ? failure : { ...failure, message: `${failure.message.replace(/\.$/, '')}. It was asked for ${[...named.values()].join(', ')}` };
}
