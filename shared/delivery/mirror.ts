import { z } from 'zod/v4';

import type { Json, JsonObject } from '../declare/json';
import { out } from './delivery';

/** A field of an item that shows one of the carrier's answer. */
interface Echo<A extends z.ZodType = z.ZodType, From extends string | undefined = string | undefined> {
	/** As the carrier writes it: it may be null, or left out. */
	answer: A;
	/** As the item has it: null where the carrier says nothing, or an empty text. */
	shown: z.ZodType;
	/** Where it stands in the answer, if not under its own name: "stock.quantityAvailable". */
	from: From;
	show(value: unknown): Json;
}

interface Word<A extends z.ZodType> {
	(label: string): Echo<A, undefined>;
	(label: string, from: string): Echo<A, string>;
}

const asIs = (value: unknown): Json => (typeof value === 'number' || typeof value === 'boolean' ? value : asText(value));
const asText = (value: unknown): Json => (typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : null);
const asNumber = (value: unknown): Json => (asText(value) === null || Number.isNaN(Number(value)) ? null : Number(value));

function word<A extends z.ZodType>(answer: A, shown: (label: string) => z.ZodType, show: Echo['show']): Word<A> {
	function echo(label: string): Echo<A, undefined>;
	function echo(label: string, from: string): Echo<A, string>;
	function echo(label: string, from?: string): Echo<A> {
		return { answer, shown: shown(label), from, show };
	}
	return echo;
}

const textOrNumber = z.union([z.number(), z.string()]).nullish();

export const same = {
	text: word(z.string().nullish(), out.text, asIs),
	number: word(z.number().nullish(), out.number, asIs),
	toggle: word(z.boolean().nullish(), out.toggle, asIs),
	/** ISO 8601 with offset. */
	moment: word(z.string().nullish(), out.moment, asIs),
	/** What is a number in one place and text in another, as text. */
	name: word(textOrNumber, out.text, asText),
	/** The same, as a number. */
	amount: word(textOrNumber, out.number, asNumber),
};

type Fields = Readonly<Record<string, Echo>>;

interface Mirror<F extends Fields> {
	/** For the schema of the answer. */
	answers: { [K in keyof F as F[K]['from'] extends undefined ? K : never]: F[K]['answer'] };
	/** For the schema of the item. */
	shape: { [K in keyof F]: z.ZodType };
	/** The fields of an item. */
	of(answer: object): { [K in keyof F]: Json };
}

const stepInto = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined);

/** The shape of an answer whose fields stand under these paths. */
function answersAt(places: readonly (readonly [readonly string[], z.ZodType])[]): Record<string, z.ZodType> {
	const heads = new Set(places.flatMap(([[head]]) => head ?? []));
	return Object.fromEntries(
		[...heads].map((head) => {
			const under = places.filter(([[first]]) => first === head).map(([[, ...rest], schema]) => [rest, schema] as const);
			const [own] = under.filter(([rest]) => rest.length === 0);
			return [head, own?.[1] ?? z.looseObject(answersAt(under)).nullish()];
		}),
	);
}

/** Fields that the item takes over from the carrier's answer: told once, for both schemas and for what is between them. */
export function mirror<F extends Fields>(fields: F): Mirror<F> {
	const places = Object.entries(fields).map(([key, echo]) => ({ key, echo, path: (echo.from ?? key).split('.') }));
	const of = (answer: object): JsonObject => Object.fromEntries(places.map(({ key, echo, path }) => [key, echo.show(path.reduce<unknown>(stepInto, answer))]));
	// What is built key by key has the keys of `fields`, which the compiler cannot see.
	return {
		answers: answersAt(places.map(({ path, echo }) => [path, echo.answer] as const)),
		shape: Object.fromEntries(places.map(({ key, echo }) => [key, echo.shown])),
		of,
	} as unknown as Mirror<F>;
}
