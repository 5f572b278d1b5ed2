import type { Carrier } from '../declare/carrier';
import type { Failure } from '../declare/failure';
import type { Form, LeafField } from '../declare/form';
import { isJsonObject } from '../json';
import type { CallRequest } from '../declare/wire';

/** Words of an address, as a person would write them. */
function wordsOf(path: string): string[] {
	try {
		return path.split('/').map(decodeURIComponent);
	} catch {
		return path.split('/');
	}
}

/** A link matches the call's path if it contains all the path's words except at most one, the verb. */
function linkMatchesPath(link: string, path: string): boolean {
	const [linkWords, words] = [new Set(wordsOf(link.split(/[?#]/)[0] ?? '')), wordsOf(path)];
	return words.filter((word) => !linkWords.has(word)).length <= 1;
}

const inQuery = (call: CallRequest): string[] =>
	Object.values(call.query ?? {}).flatMap((value) =>
		typeof value === 'object' ? value : value === undefined ? [] : [String(value)],
	);

function isNamedBy(field: LeafField, value: string, call: CallRequest): boolean {
	return field.kind === 'url'
		? linkMatchesPath(value, call.path)
		: wordsOf(call.path).includes(value) || inQuery(call).includes(value);
}

const isMentioned = (value: string, message: string) => message.split(/[^\p{L}\p{N}_-]+/u).includes(value);

/** Names the missing item as the user named it. Carriers only send "not found", and a batch reads many items. */
export function describeNotFound(
	failure: Failure,
	{ title }: Pick<Carrier, 'title'>,
	form: Form,
	input: unknown,
	call: CallRequest,
): Failure {
	if (failure.code !== 'not_found' || !isJsonObject(input)) return failure;
	const requested = new Map<string, string>();
	for (const field of form) {
		if (field.kind === 'group' || field.kind === 'lines' || field.secret) continue;
		const value = input[field.key];
		const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
		// Of two fields that hold the same, the first one on the form is what the step is about.
		if (text !== '' && !requested.has(text) && isNamedBy(field, text, call) && !isMentioned(text, failure.message))
			requested.set(text, `${field.label} ${text}`);
	}
	return requested.size === 0
		? failure
		: {
				...failure,
				message: `${title} has nothing for ${[...requested.values()].join(', ')}. ${failure.message}`,
			};
}
