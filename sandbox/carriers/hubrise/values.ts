import { z } from 'zod/v4';
import { readTime } from './time';

/** Two decimals, a space, the currency. */
export const money = z.string().regex(/^-?\d+\.\d{2} [A-Z]{3}$/, { error: 'must be an amount such as 4.50 EUR' });

/** A string, never a JSON number; its precision is kept as sent. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, { error: 'must be a decimal in a string' });

export const time = z.string().refine((text) => readTime(text) !== undefined, {
	error: 'must be a time with offset and without fraction, such as 2023-01-01T12:00:00+01:00',
});

export const latitude = within(90);
export const longitude = within(180);

export const filled = z.string().refine((text) => text.trim() !== '', { error: "can't be blank" });
export const privateRef = z.string().max(255, { error: 'is too long (maximum is 255 characters)' });

function within(most: number) {
	return decimal.refine((text) => !(Math.abs(Number(text)) > most), { error: `must be from -${most} to ${most}` });
}
