import type { Access } from '../declare/connection';
import { secretTexts } from '../declare/credentials';
import type { Item } from '../declare/facts';
import type { Failure, Result } from '../declare/failure';
import { leavesOf, type Form } from '../declare/form';
import { isJsonObject, type Json, type JsonObject } from '../json';

/** Anything shorter also occurs inside other words, and masking it would damage them. */
const MIN_LENGTH = 6;
const MASK = '•••';

const spellings = (typed: string): string[] => {
	const text = typed.trim();
	const compact = text.replace(/\s+/g, '');
	return [...new Set([text, compact, compact.toUpperCase()])].filter(({ length }) => length >= MIN_LENGTH);
};

const formsWithSecrets = new WeakMap<Form, boolean>();

/** A form never changes, and most hold no secret. */
function holdsSecrets(form: Form): boolean {
	const known = formsWithSecrets.get(form);
	if (known !== undefined) return known;
	const found = leavesOf(form).some(({ secret }) => secret);
	formsWithSecrets.set(form, found);
	return found;
}

/** Values of the user's secret fields, in the forms a response may contain. */
export function secretsIn(form: Form, values: JsonObject): string[] {
	if (!holdsSecrets(form)) return [];
	return form.flatMap((field) => {
		const value = values[field.key];
		if (field.kind === 'group') return isJsonObject(value) ? secretsIn(field.fields, value) : [];
		if (field.kind === 'lines')
			return Array.isArray(value)
				? value.flatMap((line) => (isJsonObject(line) ? secretsIn(field.fields, line) : []))
				: [];
		return field.secret && typeof value === 'string' ? spellings(value) : [];
	});
}

/**
 * A connection's credentials as a carrier may echo them: with and without the name of the scheme, URL-encoded, and
 * JSON-encoded.
 */
function credentialsOf({ credentials: own, webhookSecret = '', identity }: Access): string[] {
	const credentials = [...secretTexts(own).flatMap((value) => [value, value.replace(/^\S+\s+/, '')]), webhookSecret];
	const maskable = credentials.filter((credential) => credential !== identity && credential.length >= MIN_LENGTH);
	const encodings = maskable.flatMap((credential) => [
		credential,
		encodeURIComponent(credential),
		JSON.stringify(credential).slice(1, -1),
	]);
	// Mask the longest first, or a part of it would remain.
	return [...new Set(encodings)].sort((one, other) => other.length - one.length);
}

const maskText = (text: string, secrets: readonly string[]): string =>
	secrets.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);

function maskJson(value: Json, secrets: readonly string[]): Json {
	if (typeof value === 'string') return maskText(value, secrets);
	if (Array.isArray(value)) return value.map((each) => maskJson(each, secrets));
	return isJsonObject(value) ? maskItem(value, secrets) : value;
}

const maskItem = (item: Item, secrets: readonly string[]): Item =>
	Object.fromEntries(
		Object.entries(item).map(([key, each]) => [key, each === undefined ? undefined : maskJson(each, secrets)]),
	);

const maskFailure = (failure: Failure, secrets: readonly string[]): Failure => ({
	...failure,
	message: maskText(failure.message, secrets),
	...(failure.problems
		? { problems: failure.problems.map(({ path, message }) => ({ path, message: maskText(message, secrets) })) }
		: {}),
});

/** A carrier may echo the request. Values from secret fields never leave the pipeline. */
export function withoutSecrets(result: Result<Item[]>, secrets: readonly string[]): Result<Item[]> {
	if (secrets.length === 0) return result;
	return result.ok
		? { ok: true, value: result.value.map((item) => maskItem(item, secrets)) }
		: { ok: false, failure: maskFailure(result.failure, secrets) };
}

/**
 * People read failures and forward them, so they must not contain the connection's credentials. Items stay unchanged,
 * because a secret that a person chose may be any word.
 */
export function withoutCredentials(result: Result<Item[]>, access: Access): Result<Item[]> {
	return result.ok ? result : { ok: false, failure: maskFailure(result.failure, credentialsOf(access)) };
}
