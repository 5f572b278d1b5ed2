import type { z } from 'zod/v4';

import type { Facts, Item, Reading } from './facts';
import { failed, success, type FailureCode } from './failure';
import { isJsonObject, type Json } from './json';
import type { WireAnswer } from './wire';

export function parseJson(answer: WireAnswer): Json | undefined {
	try {
		// The one edge where text becomes a value; every reading checks it against a schema next.
		return JSON.parse(answer.text) as Json;
	} catch {
		return undefined;
	}
}

const GLIMPSE = 40;

/** The start of an unreadable answer, enough to recognise a proxy's page; never a whole one. A word is not cut: half a secret would not be known as one. */
function glimpse(text: string): string {
	const flat = text.replace(/\s+/g, ' ').trim();
	if (flat === '') return 'it was empty';
	return `it began "${flat.length > GLIMPSE ? flat.slice(0, GLIMPSE).replace(/[^\s<>"{}[\],:]+$/, '') : flat}"`;
}

const unreadable = (answer: WireAnswer) =>
	failed('unreadable_answer', `The carrier's answer could not be understood: ${glimpse(answer.text)}`, { status: answer.status });

/** An answer of a known shape that becomes one item. */
export function gives<S extends z.ZodType, In>(schema: S, toItem: (body: z.output<S>, input: In, facts: Facts) => Item): Reading<In> {
	return (answer, input, facts) => {
		const parsed = schema.safeParse(parseJson(answer));
		return parsed.success ? success([toItem(parsed.data, input, facts)]) : unreadable(answer);
	};
}

/** An answer of a known shape that becomes any number of items. */
export function givesMany<S extends z.ZodType, In>(schema: S, toItems: (body: z.output<S>, input: In, facts: Facts) => Item[]): Reading<In> {
	return (answer, input, facts) => {
		const parsed = schema.safeParse(parseJson(answer));
		return parsed.success ? success(toItems(parsed.data, input, facts)) : unreadable(answer);
	};
}

/** A status that means no. `say` finds the carrier's own sentences in the body; `means` may tell them apart, `advise` what to do about them. */
export function refuses(
	say: (body: Json | undefined) => readonly string[],
	means: (sentences: readonly string[]) => FailureCode,
	advise: (sentences: readonly string[]) => string | undefined = () => undefined,
): Reading<unknown> {
	return (answer) => {
		const sentences = say(parseJson(answer)).filter((sentence) => sentence.trim() !== '');
		const message = sentences.length > 0 ? `The carrier said: ${sentences.join('; ')}` : `The carrier refused with status ${answer.status}`;
		const advice = advise(sentences);
		return failed(means(sentences), message, { status: answer.status, ...(advice === undefined ? {} : { advice }) });
	};
}

/** Reads a text under one of several names. */
export function textAt(body: Json | undefined, ...names: readonly string[]): string[] {
	if (!isJsonObject(body)) return [];
	return names.flatMap((name) => {
		const found = body[name];
		return typeof found === 'string' ? [found] : [];
	});
}

/** `address.line1`, `items[0].count` and `items.0.count`, as a carrier names a field, lead to a field of the form. */
export const pathOf = (field: string): PropertyKey[] =>
	field
		.split(/[.[\]]+/)
		.filter((step) => step !== '')
		.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
