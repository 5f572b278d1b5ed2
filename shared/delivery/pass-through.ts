import { z } from 'zod/v4';

import type { Json, JsonObject } from '../json';
import { outputField } from './delivery';

/** A field of an item that shows one of the carrier's answer. */
interface PassThroughField<
	A extends z.ZodType = z.ZodType,
	O extends z.ZodType<Json | undefined, Json | undefined> = z.ZodType<Json | undefined, Json | undefined>,
	From extends string | undefined = string | undefined,
> {
	/** As the carrier writes it: it may be null, or left out. */
	input: A;
	/** As the item has it: null where the carrier sends no value or an empty text. */
	output: O;
	/** Path in the response, if it differs from the field's own name: "stock.quantityAvailable". */
	from: From;
	convert(value: unknown): Json;
}

interface FieldBuilder<A extends z.ZodType, O extends z.ZodType<Json | undefined, Json | undefined>> {
	(label: string): PassThroughField<A, O, undefined>;
	(label: string, from: string): PassThroughField<A, O, string>;
}

const toJson = (value: unknown): Json =>
	typeof value === 'number' || typeof value === 'boolean' ? value : toText(value);
const toText = (value: unknown): Json =>
	typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : null;
const toNumber = (value: unknown): Json =>
	toText(value) === null || Number.isNaN(Number(value)) ? null : Number(value);

function fieldBuilder<A extends z.ZodType, O extends z.ZodType<Json | undefined, Json | undefined>>(
	input: A,
	output: (label: string) => O,
	convert: PassThroughField['convert'],
): FieldBuilder<A, O> {
	function field(label: string): PassThroughField<A, O, undefined>;
	function field(label: string, from: string): PassThroughField<A, O, string>;
	function field(label: string, from?: string): PassThroughField<A, O> {
		return {
			input,
			get output() {
				return output(label);
			},
			from,
			convert,
		};
	}
	return field;
}

const textOrNumber = z.union([z.number(), z.string()]).nullish();

export const passThrough = {
	text: fieldBuilder(z.string().nullish(), outputField.text, toJson),
	number: fieldBuilder(z.number().nullish(), outputField.number, toJson),
	toggle: fieldBuilder(z.boolean().nullish(), outputField.toggle, toJson),
	/** ISO 8601 with offset. */
	moment: fieldBuilder(z.string().nullish(), outputField.moment, toJson),
	/** As text, for values that are a number in one response and text in another. */
	name: fieldBuilder(textOrNumber, outputField.text, toText),
	/** The same, as a number. */
	amount: fieldBuilder(textOrNumber, outputField.number, toNumber),
};

type Fields = Readonly<Record<string, PassThroughField>>;

interface PassThrough<F extends Fields> {
	/** For the schema of the answer. */
	inputShape: { [K in keyof F as F[K]['from'] extends undefined ? K : never]: F[K]['input'] };
	/** For the schema of the item. */
	outputShape: { [K in keyof F]: F[K]['output'] };
	/** The fields of an item. */
	toFields(input: object): { [K in keyof F]: z.input<F[K]['output']> };
}

const stepInto = (value: unknown, key: string): unknown =>
	typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** The shape of a response with fields at these paths. */
function inputShapeAt(places: readonly (readonly [readonly string[], z.ZodType])[]): Record<string, z.ZodType> {
	const topKeys = new Set(places.flatMap(([[topKey]]) => topKey ?? []));
	return Object.fromEntries(
		[...topKeys].map((topKey) => {
			const nested = places
				.filter(([[first]]) => first === topKey)
				.map(([[, ...rest], schema]) => [rest, schema] as const);
			const [direct] = nested.filter(([rest]) => rest.length === 0);
			return [topKey, direct?.[1] ?? z.looseObject(inputShapeAt(nested)).nullish()];
		}),
	);
}

/** Fields that the item copies from the carrier's response. One declaration gives both schemas and the conversion. */
export function passThroughFields<F extends Fields>(fields: F): PassThrough<F> {
	const places = Object.entries(fields).map(([key, field]) => ({
		key,
		field,
		path: (field.from ?? key).split('.'),
	}));
	const toFields = (input: object): JsonObject =>
		Object.fromEntries(
			places.map(({ key, field, path }) => [key, field.convert(path.reduce<unknown>(stepInto, input))]),
		);
	// The object is built key by key from `fields`, which the compiler cannot see.
	return {
		inputShape: inputShapeAt(places.map(({ path, field }) => [path, field.input] as const)),
		get outputShape() {
			return Object.fromEntries(places.map(({ key, field }) => [key, field.output]));
		},
		toFields,
	} as unknown as PassThrough<F>;
}
