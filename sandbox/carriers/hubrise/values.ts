import { z } from 'zod/v4';
import { readTime } from './time';

const MONEY = /^-?\d+\.\d{2} [A-Z]{3}$/;

/** Two decimals, a space, the currency. */
export const money = z.string().refine((text) => MONEY.test(text), {
	error: ({ input }) => `'${String(input)}' is not a valid monetary amount`,
});

/** A string, never a JSON number. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, { error: 'must be a decimal in a string' });

export const time = z.string().refine((text) => readTime(text) !== undefined, {
	error: 'must be a time with offset, such as 2023-01-01T12:00:00+01:00',
});

export const latitude = degrees(90);
export const longitude = degrees(180);

export const nonBlank = z.string().refine((text) => text.trim() !== '', { error: "can't be blank" });
/** Optional text: an example of HubRise's own sends null. */
export const text = z.string().nullish();
export const privateRef = z.string().max(255, { error: 'is too long (maximum is 255 characters)' }).nullish();

const MAX_CUSTOM_FIELDS = 8 * 1024;

export const customFields = z
	.record(z.string(), z.unknown())
	.refine((fields) => Buffer.byteLength(JSON.stringify(fields)) <= MAX_CUSTOM_FIELDS, {
		error: 'is too long (maximum is 8 kB)',
	});

/** A key that is sent as null goes, the others of the first level stay. */
export function mergeCustomFields(
	before: Record<string, unknown> = {},
	changes: Record<string, unknown> = {},
): Record<string, unknown> {
	return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null));
}

/** Answers have at least one digit after the point: "2" comes back as "2.0". */
export const writeDecimal = (value: string | null | undefined): string | null =>
	value == null ? null : value.includes('.') ? value : `${value}.0`;

function degrees(max: number) {
	return decimal.refine((text) => !(Math.abs(Number(text)) > max), { error: `must be from -${max} to ${max}` });
}
