import { z } from 'zod/v4';

import { fieldMetadata, type FieldUi } from '../../declare/field';
import { isJsonObject, type Json, type JsonObject } from '../../json';

const MAX_LENGTH = 20_000;

/**
 * A field that takes a line of text, or what an earlier step holds in HubRise's own form. Hosts show it as a text:
 * lines inside of lines are beyond both of them. Whether it can be read is checked with the rest of the form.
 */
export function notation(ui: FieldUi) {
	const schema = z.union([z.string().min(1).max(MAX_LENGTH), z.array(z.unknown()), z.record(z.string(), z.unknown())]);
	fieldMetadata.add(schema, { ...ui, kind: 'text' });
	return schema;
}

/** Entries of a text, one after each semicolon or on each line. */
export const entriesOf = (text: string): string[] =>
	text
		.split(/[;\n]/)
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');

/** The value of a field of this kind. A list or an object that arrives as text is parsed. */
export function valueOf(input: unknown): Json | undefined {
	if (typeof input === 'string' && /^\s*[[{]/.test(input)) {
		try {
			// Text becomes a value here; every entry of it is checked next.
			return JSON.parse(input) as Json;
		} catch {
			return undefined;
		}
	}
	// Form values are JSON, but the field's schema does not show it.
	return input as Json | undefined;
}

export const textIn = (value: Json | undefined): string | undefined =>
	typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

/** "transaction: ch_1; e-mail: a@b.fr", or an object unchanged. Undefined for anything else. */
export function readPairs(input: unknown): JsonObject | undefined {
	const value = valueOf(input);
	if (isJsonObject(value)) return value;
	if (typeof value !== 'string') return undefined;
	const pairs = entriesOf(value).map((entry): [string, string] => {
		const at = entry.indexOf(':');
		return at < 1 ? ['', ''] : [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
	});
	return pairs.every(([key]) => key !== '') ? Object.fromEntries(pairs) : undefined;
}
