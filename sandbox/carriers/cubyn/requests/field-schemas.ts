import { DateTime } from 'luxon';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod/v4';
import { memoize } from '../../framework/memoize';

const DIGITS = /^\d+$/;
const WITH_OFFSET = /T.*(Z|[+-]\d\d:?\d\d)$/;

const isPossible = memoize((phone: string) => parsePhoneNumberFromString(phone, 'FR')?.isPossible() === true);

export const text = z.string().trim().min(1);
export const email = text.refine((value) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value), 'isEmail');
export const phone = text.refine(isPossible, 'isPhone');

/** The tables call some numbers strings, the samples send numbers: both pass, and become numbers. */
export const looseCount = z
	.union([z.string().refine((value) => DIGITS.test(value), 'isInt'), z.int()])
	.transform(Number)
	.refine((value) => value > 0, 'min');

export const looseNumber = z
	.union([z.string().refine((value) => value.trim() !== '' && Number.isFinite(Number(value)), 'isNumeric'), z.number()])
	.transform(Number)
	.refine((value) => value >= 0, 'min');

/** A moment in full, with `Z` or an offset. */
export const moment = z
	.string()
	.refine((value) => WITH_OFFSET.test(value) && DateTime.fromISO(value).isValid, 'isDate')
	.transform((value) => DateTime.fromISO(value).toMillis());

export function atLeastOne(value: object): boolean {
	return Object.values(value).some((field) => field !== undefined);
}
