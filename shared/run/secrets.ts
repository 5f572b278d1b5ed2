import type { Access } from '../declare/connection';
import type { Item } from '../declare/facts';
import type { Failure, Result } from '../declare/failure';
import type { Form } from '../declare/form';
import { isJsonObject, type Json, type JsonObject } from '../declare/json';

/** Anything shorter stands in other words as well, and would spoil them. */
const LEAST_LENGTH = 6;
const MASK = '•••';

const spellings = (typed: string): string[] => {
	const text = typed.trim();
	const compact = text.replace(/\s+/g, '');
	return [...new Set([text, compact, compact.toUpperCase()])].filter(({ length }) => length >= LEAST_LENGTH);
};

/** What a user typed into fields that nobody may see, as it may come back. */
export function secretsIn(form: Form, values: JsonObject): string[] {
	return form.flatMap((field) => {
		const value = values[field.key];
		if (field.kind === 'group') return isJsonObject(value) ? secretsIn(field.fields, value) : [];
		if (field.kind === 'lines') return Array.isArray(value) ? value.flatMap((line) => (isJsonObject(line) ? secretsIn(field.fields, line) : [])) : [];
		return field.secret && typeof value === 'string' ? spellings(value) : [];
	});
}

/** What a connection proves itself with, as a carrier may say it back: with the name of the scheme and without, as in an address, as in JSON. */
function proofsOf({ headers, signIn = {}, webhookSecret = '', identity }: Access): string[] {
	const proofs = [...Object.values(headers).flatMap((value) => [value, value.replace(/^\S+\s+/, '')]), ...Object.values(signIn), webhookSecret];
	const told = proofs.filter((proof) => proof !== identity && proof.length >= LEAST_LENGTH);
	const written = told.flatMap((proof) => [proof, encodeURIComponent(proof), JSON.stringify(proof).slice(1, -1)]);
	// The longest first, or a part of it would be left over.
	return [...new Set(written)].sort((one, other) => other.length - one.length);
}

const maskText = (text: string, secrets: readonly string[]): string => secrets.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);

function maskJson(value: Json, secrets: readonly string[]): Json {
	if (typeof value === 'string') return maskText(value, secrets);
	if (Array.isArray(value)) return value.map((each) => maskJson(each, secrets));
	return isJsonObject(value) ? maskItem(value, secrets) : value;
}

const maskItem = (item: Item, secrets: readonly string[]): Item =>
	Object.fromEntries(Object.entries(item).map(([key, each]) => [key, each === undefined ? undefined : maskJson(each, secrets)]));

const maskFailure = (failure: Failure, secrets: readonly string[]): Failure => ({
	...failure,
	message: maskText(failure.message, secrets),
	...(failure.problems ? { problems: failure.problems.map(({ path, message }) => ({ path, message: maskText(message, secrets) })) } : {}),
});

/** A carrier may say back what it was told; what was typed as a secret does not leave the road. */
export function withoutSecrets(result: Result<Item[]>, secrets: readonly string[]): Result<Item[]> {
	if (secrets.length === 0) return result;
	return result.ok ? { ok: true, value: result.value.map((item) => maskItem(item, secrets)) } : { ok: false, failure: maskFailure(result.failure, secrets) };
}

/** Failures are read by people, and sent on to others: what a connection proves itself with does not stand in them. Items are left alone, for a secret of a person's own choice may be any word. */
export function withoutProofs(result: Result<Item[]>, access: Access): Result<Item[]> {
	return result.ok ? result : { ok: false, failure: maskFailure(result.failure, proofsOf(access)) };
}
