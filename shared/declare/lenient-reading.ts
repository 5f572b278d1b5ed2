import type { z } from 'zod/v4';

import type { Facts, Item, Reading } from './facts';
import { success, type Result } from './failure';
import { isJsonObject, type Json } from '../json';
import { provesNothing } from './own-form';
import { parseJson } from './reading';

const MAX_NAMED = 5;

/** The sentence about fields that could not be read, for an item's warnings. */
export function oddFieldsWarning(carrier: string, fields: Iterable<string>): string[] {
	const names = [...new Set(fields)];
	if (names.length === 0) return [];
	const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : '';
	const named = names.slice(0, MAX_NAMED).join(', ');
	return [`${carrier} sent ${named}${more} in an unexpected form. See Carrier's Own Data for the original.`];
}

const warningsOf = (item: Item): string[] => (Array.isArray(item.warnings) ? item.warnings.map(String) : []);

export const withWarnings = <T extends Item>(item: T, ...warnings: readonly string[]): T =>
	warnings.length === 0 ? item : { ...item, warnings: [...warningsOf(item), ...warnings] };

const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/** Carriers write numbers as text, ids as either, and flags as 0 and 1. Undefined: the value means something else. */
export const lenientValue = {
	text: (value: unknown): string | undefined =>
		typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined,
	number(value: unknown): number | undefined {
		if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
		return typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value.trim().replace(',', '.')) : undefined;
	},
	flag(value: unknown): boolean | undefined {
		if (value === true || value === 1 || value === '1' || value === 'true') return true;
		return value === false || value === 0 || value === '0' || value === 'false' ? false : undefined;
	},
};

/** The same value in the form that a schema expects. */
function converted(value: unknown, expected: unknown): Json | undefined {
	if (expected === 'string') return typeof value === 'boolean' ? String(value) : lenientValue.text(value);
	if (expected === 'number') return lenientValue.number(value);
	return expected === 'boolean' ? lenientValue.flag(value) : undefined;
}

/** Replaces the value at a path; an entry of a list or an object that has no replacement is removed. */
function replaceAt(value: unknown, path: readonly PropertyKey[], replace: (value: unknown) => unknown): unknown {
	const [step, ...rest] = path;
	if (step === undefined) return replace(value);
	if (Array.isArray(value)) {
		return value.flatMap((entry: unknown, index) => {
			if (index !== step) return [entry];
			const replaced = replaceAt(entry, rest, replace);
			return replaced === undefined ? [] : [replaced];
		});
	}
	if (!isJsonObject(value) || typeof step !== 'string') return value;
	const { [step]: odd, ...others } = value;
	const replaced = replaceAt(odd, rest, replace);
	// What lacks a field that it needs is left out as a whole.
	if (odd === undefined && rest.length === 0 && replaced === undefined) return undefined;
	return replaced === undefined ? others : { ...value, [step]: replaced };
}

/** What could be read. */
export interface LenientResult<T> {
	data: T;
	/** Names of the fields that were left out. */
	oddFields: readonly string[];
	/** Keys whose value differs from the original, because a field was left out or written in another form. */
	changedKeys: readonly string[];
}

/** Each round mends what the one before brought to light. */
const MAX_ROUNDS = 5;

/** Reads required fields strictly. A secondary field with an odd format is left out and named. */
export function readLeniently<S extends z.ZodType>(schema: S, body: unknown): LenientResult<z.output<S>> | undefined {
	let value = body;
	const oddFields: string[] = [];
	const changedKeys: string[] = [];
	for (let round = 0; round < MAX_ROUNDS; round += 1) {
		const parsed = schema.safeParse(value);
		if (parsed.success) return { data: parsed.data, oddFields, changedKeys };
		// From the end, so that what is removed from a list does not move the entries after it.
		const leftOut = new Set<string>();
		for (const issue of [...parsed.error.issues].reverse()) {
			if (issue.path.length === 0) return undefined;
			const owner = issue.path.slice(0, -1).join('.');
			if (leftOut.has(owner)) continue;
			changedKeys.push(String(issue.path[0]));
			value = replaceAt(value, issue.path, (odd) => {
				const same = converted(odd, 'expected' in issue ? issue.expected : undefined);
				if (odd === undefined) leftOut.add(owner);
				if (same === undefined) oddFields.push(issue.path.map(String).join('.'));
				return same;
			});
		}
	}
	return undefined;
}

/** The carrier's own object stays as the carrier wrote it. */
function withOriginal<T extends Item>(item: T, changedKeys: readonly string[], original: Json | undefined): T {
	const { carrierData } = item;
	if (!isJsonObject(carrierData) || !isJsonObject(original)) return item;
	return {
		...item,
		carrierData: { ...carrierData, ...Object.fromEntries(changedKeys.map((key) => [key, original[key]])) },
	};
}

type ToItem<S extends z.ZodType, In, Out> = (body: z.output<S>, input: In, facts: Facts) => Out;
type Select = (body: Json | undefined) => Json | undefined;

interface ListOptions<In> {
	/** Finds the rows in the response. */
	select?: Select;
	/** Every row must be readable, because the rows decide whether a booking exists. */
	isExact?: (input: In) => boolean;
}

const identity: Select = (body) => body;

/** The rows under one key of the response. */
export const rowsAt =
	(key: string): Select =>
	(body) =>
		isJsonObject(body) ? body[key] : undefined;

/** The readings of a carrier whose secondary fields may have any form. */
export function lenientReadings(carrier: string) {
	/** An item made of what could be read, with a warning about the rest. `original`: the object as it was sent. */
	const withOddFields = <Out extends Item>(
		item: Out,
		{ oddFields, changedKeys }: Omit<LenientResult<unknown>, 'data'>,
		original: Json | undefined,
	): Out => {
		// Nearly every row of a long list is as expected.
		if (changedKeys.length === 0) return item;
		return withWarnings(withOriginal(item, changedKeys, original), ...oddFieldsWarning(carrier, oddFields));
	};

	/** One object of a known shape that becomes an item. `select` finds it in the response. */
	const item =
		<S extends z.ZodType, In, Out extends Item>(
			schema: S,
			toItem: ToItem<S, In, Out>,
			select: Select = identity,
		): Reading<In, Out> =>
		(response, input, facts) => {
			const original = select(parseJson(response));
			const read = readLeniently(schema, original);
			return read
				? success([withOddFields(toItem(read.data, input, facts), read, original)])
				: provesNothing(response, input, facts);
		};

	/**
	 * Rows of a known shape that become items. Odd rows are left out, and the first item that was read reports them; a
	 * list of odd rows alone proves nothing.
	 */
	const items =
		<S extends z.ZodType, In, Out extends Item>(
			schema: S,
			toItem: ToItem<S, In, Out>,
			{ select = identity, isExact = () => false }: ListOptions<In> = {},
		): Reading<In, Out> =>
		(response, input, facts): Result<Out[]> => {
			const rows = select(parseJson(response));
			if (!Array.isArray(rows)) return provesNothing(response, input, facts);
			const readable: Out[] = [];
			let first: Out | undefined;
			for (const row of rows) {
				const known = facts.outline?.(row);
				if (known) {
					// The one edge where an item lacks fields: only a poll has them left out, and it emits no such item.
					readable.push(known as Out);
					continue;
				}
				const read = readLeniently(schema, row);
				if (!read) continue;
				const item = withOddFields(toItem(read.data, input, facts), read, row);
				first ??= item;
				readable.push(item);
			}
			const odd = rows.length - readable.length;
			first ??= readable[0];
			if (odd > 0 && (!first || isExact(input))) return provesNothing(response, input, facts);
			if (!first || odd === 0) return success(readable);
			const warning = `${carrier} listed ${odd} more ${odd === 1 ? 'row' : 'rows'} that could not be read.`;
			return success(readable.map((item) => (item === first ? withWarnings(item, warning) : item)));
		};

	return { item, items, withOddFields };
}
