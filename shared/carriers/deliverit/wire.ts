import { z } from 'zod/v4';

import { asJsonObject, type JsonObject } from '../../json';
import { textAt } from '../../declare/reading';

/** DeliverIt writes numbers as text in places, and truth values as 1 and 0. Secondary fields are read leniently. */
export const isYes = (value: unknown): boolean => value === true || value === 1 || value === '1' || value === 'true';
export const isNo = (value: unknown): boolean => value === false || value === 0 || value === '0' || value === 'false';

/** `msg` in DI1 and in DI2's prose, `message` everywhere else. */
export const messageOf = (body: JsonObject): string | null => textAt(body, 'message', 'msg')[0] ?? null;

/** DI1: most paths contain the company's number. */
export const loginResponse = z
	.looseObject({ login: z.unknown(), company: z.union([z.int(), z.string().regex(/^\w+$/)]) })
	.refine(({ login }) => isYes(login));

/** DI2: any object; `bookedReading` decides whether it is a booking. */
export const anyObject = z.looseObject({});

/** No success of DI3 to DI5 has an error. One that has is not believed, because a driver may be on the way. */
const isNoError = ({ error }: { error?: unknown }): boolean => !isYes(error);

const isFlag = (value: unknown): boolean => isYes(value) || isNo(value);

/** DI3: both documented answers have these flags, and the link to cancel. A sentence alone may be a gateway's. */
export const acceptedResponse = z
	.looseObject({})
	.refine((body) => isNoError(body))
	.refine(
		({ DeliverItOpen: open, order_driver: driver, cancelurl: link }) =>
			isFlag(open) || isFlag(driver) || typeof link === 'string',
	);

/** DI4, DI5: nothing but a sentence and `error`, whose value DI5 leaves open. Any gateway has a sentence. */
export const canceledResponse = z
	.looseObject({})
	.refine((body) => isNoError(body))
	.refine(
		(body) => isNo(body.error) || isNo(body.order_driver) || /cancel|annul/i.test(messageOf(asJsonObject(body)) ?? ''),
	);

/** DI6. All fields of a row are optional; even the order's number is only part of a link. */
export const periodRow = z.looseObject({});
export const periodResponse = z.looseObject({ orders: z.array(periodRow) });

/** DI6: an empty period is a 404 with this sentence. A 404 without it comes from another server. */
export const emptyPeriodResponse = z.looseObject({ message: z.string().regex(/no order is found/i) });

/**
 * DI7, DI8: either link proves that the order was stored, also beside `error`, which a success is documented with. So
 * does what was worked out for it. A sentence alone may be a gateway's.
 */
export const infoResponse = z
	.looseObject({})
	.refine(
		(body) =>
			typeof body.update_url === 'string' ||
			typeof body.cancel_url === 'string' ||
			(isNoError(body) && [body.distance_in_km, body.price_with_vat].some((value) => value !== undefined)),
	);

/** DI9: success and failure have a success status, so this flag decides. */
export const infoCancelResponse = z
	.looseObject({ canceled: z.unknown() })
	.refine(({ canceled }) => isYes(canceled) || isNo(canceled));

/** DI10 */
export const priceResponse = z.looseObject({
	price_ex_vat: z.union([z.number(), z.string().regex(/^\s*\d+([.,]\d+)?\s*$/)]),
});

export type LooseResponse = z.output<typeof anyObject>;
