import { z } from 'zod/v4';

/** The documentation calls one field a string here and a number there: those take both. */
const digits = (pattern: RegExp, expected: string, pad = 0) =>
	z
		.union([z.string(), z.number()], { error: `must be ${expected}` })
		.transform((value) => (typeof value === 'number' ? String(value).padStart(pad, '0') : value))
		.pipe(z.string().regex(pattern, { error: `must be ${expected}` }));

const text = z.string({ error: 'must be a string' });
/** A postal code sent as a number has lost a leading zero. */
const zip = digits(/^\d+$/, 'a zip code in digits', 4);
const decimal = digits(/^-?\d{1,3}(\.\d+)?$/, 'a decimal number').transform(Number);
const flag = z
	.union([z.boolean(), z.literal(['1', '0', 1, 0])], { error: 'must be 1 or 0' })
	.transform((value) => value === true || value === 1 || value === '1');
const eightDigits = digits(/^\d{8}$/, 'a phone of 8 digits');

/** DI2: its page does not say how many digits a telephone has. */
export const newTrip = z.strictObject({
	firstname: text,
	lastname: text.default(''),
	street: text,
	zip,
	city: text.default(''),
	time: text,
	telephone: digits(/^\d+$/, 'digits without a country code'),
	remarks: text.default(''),
	latitude: decimal,
	longitude: decimal,
});

/** DI7. Coordinates are optional by its prose and its errors, and required by its table. */
export const newInfo = z.strictObject({
	ordernumber: text,
	name: text,
	telephone: eightDigits,
	street: text,
	city: text,
	zip,
	remarks: text.default(''),
	paid: flag,
	delivery: flag.default(true),
	longitude: decimal.optional(),
	latitude: decimal.optional(),
});

/** DI8 wants the whole record again. */
export const changedInfo = newInfo.extend({ delivery: flag });

/** DI1: an empty field is a failed login, not a missing field. */
export const credentials = z.strictObject({ username: text.optional(), password: text.optional() });
export const position = z.object({ latitude: decimal, longitude: decimal });

export type TripInput = z.output<typeof newTrip>;
export type InfoInput = z.output<typeof newInfo>;
export type Position = z.output<typeof position>;
