import type { z } from 'zod/v4';

import type { Facts, Item, Reading } from './facts';
import { failed, success, type FailureCode } from './failure';
import { isJsonObject, type Json } from '../json';
import type { WireResponse } from './wire';

interface Readings<R> {
	readings: Readonly<Partial<Record<number, R>>>;
}

/** By response: a list's rows and its next page are both read from it, and a long one takes time to parse. */
const parsedResponses = new WeakMap<WireResponse, { value: Json | undefined }>();

function parse(text: string): Json | undefined {
	try {
		// The one edge where text becomes a value; every reading checks it against a schema next.
		return JSON.parse(text) as Json;
	} catch {
		return undefined;
	}
}

export function parseJson(response: WireResponse): Json | undefined {
	const known = parsedResponses.get(response);
	if (known) return known.value;
	const value = parse(response.text);
	parsedResponses.set(response, { value });
	return value;
}

const EXCERPT_LENGTH = 40;

/**
 * The start of an unreadable response, enough to recognise a proxy's page. It ends at a whole word, because half a
 * secret could not be masked.
 */
function excerpt(text: string): string {
	const flat = text.replace(/\s+/g, ' ').trim();
	if (flat === '') return 'it was empty';
	return `it began "${flat.length > EXCERPT_LENGTH ? flat.slice(0, EXCERPT_LENGTH).replace(/[^\s<>"{}[\],:]+$/, '') : flat}"`;
}

const unreadableResponse = (response: WireResponse) =>
	failed('unreadable_answer', `The carrier's answer could not be understood: ${excerpt(response.text)}`, {
		status: response.status,
	});

/** A response of a known shape that becomes one item. */
export function itemReading<S extends z.ZodType, In, Out extends Item>(
	schema: S,
	toItem: (body: z.output<S>, input: In, facts: Facts) => Out,
): Reading<In, Out> {
	return (response, input, facts) => {
		const parsed = schema.safeParse(parseJson(response));
		return parsed.success ? success([toItem(parsed.data, input, facts)]) : unreadableResponse(response);
	};
}

/** A response of a known shape that becomes any number of items. */
export function itemsReading<S extends z.ZodType, In, Out extends Item>(
	schema: S,
	toItems: (body: z.output<S>, input: In, facts: Facts) => Out[],
): Reading<In, Out> {
	return (response, input, facts) => {
		const parsed = schema.safeParse(parseJson(response));
		return parsed.success ? success(toItems(parsed.data, input, facts)) : unreadableResponse(response);
	};
}

/**
 * A status that means failure. `extractMessages` finds the carrier's own sentences in the body, `toFailureCode` maps
 * them to a code, and `toAdvice` adds what to do.
 */
export function refusalReading(
	extractMessages: (body: Json | undefined) => readonly string[],
	toFailureCode: (sentences: readonly string[]) => FailureCode,
	toAdvice: (sentences: readonly string[]) => string | undefined = () => undefined,
): Reading<unknown, never> {
	return (response) => {
		const sentences = extractMessages(parseJson(response)).filter((sentence) => sentence.trim() !== '');
		const message =
			sentences.length > 0
				? `The carrier said: ${sentences.join('; ')}`
				: `The carrier refused with status ${response.status} and gave no reason`;
		const advice = toAdvice(sentences);
		return failed(toFailureCode(sentences), message, {
			status: response.status,
			...(advice === undefined ? {} : { advice }),
		});
	};
}

/** What repeats the request or its status explains nothing. */
const NO_REASONS = new Set(['status', 'code', 'path', 'timestamp', 'request_id', 'exception', 'traces', 'trace']);

/** Frameworks write errors as one text, as a list, or as lists by field; `base` is a key for the whole record. */
export function sentencesIn(value: Json | undefined, field?: string): string[] {
	if (typeof value === 'string') return [field === undefined || field === 'base' ? value : `${field}: ${value}`];
	if (Array.isArray(value)) return value.flatMap((each) => sentencesIn(each, field));
	if (!isJsonObject(value)) return [];
	return Object.entries(value).flatMap(([key, each]) => (NO_REASONS.has(key) ? [] : sentencesIn(each, key)));
}

/** The reading of a status. Pages seldom say which success it is: one that nobody declares is read as the usual one. */
export const readingFor = <R>(action: Readings<R>, carrier: Readings<R>, status: number): R | undefined =>
	action.readings[status] ??
	carrier.readings[status] ??
	(status >= 200 && status < 300 ? action.readings[200] : undefined);

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
