import { z } from 'zod/v4';

/** DeliverIt writes numbers as text here and there, and truth values as 1 and 0. Unknown keys pass untouched. */
const amount = z.union([z.number(), z.string()]).nullish();
const text = z.string().nullish();
const flag = z.union([z.boolean(), z.number(), z.string()]);

export type Amount = z.output<typeof amount>;

export const isYes = (value: z.output<typeof flag> | null | undefined): boolean => value === true || value === 1 || value === '1' || value === 'true';

/** DI1 */
export const loginAnswer = z.looseObject({ login: z.literal(true), company: z.union([z.int(), z.string().regex(/^\w+$/)]) });

/** DI2 */
export const bookedAnswer = z.looseObject({
	order_driver: flag.nullish(),
	push: flag,
	DeliveryPrice: amount,
	DeliveryDistance: amount,
	time: z.string(),
	arrive_at_customer: text,
	order_id: amount,
	acceptUrl: text,
	denyUrl: text,
	cancelUrl: text,
});

/** No success of DI3 to DI5 says so; one that does is not believed, since a driver may be on the way. */
const isNoError = ({ error }: { error?: z.output<typeof flag> | null }): boolean => !isYes(error);

/** DI3; the times are there only when the trip is accepted now. */
export const acceptedAnswer = z.looseObject({ error: flag.nullish(), order_driver: flag.nullish(), message: z.string(), time: text, arriveAtCustomer: text, cancelurl: text }).refine(isNoError);

/** DI4, DI5 */
export const saidAnswer = z.looseObject({ error: flag.nullish(), message: z.string() }).refine(isNoError);

/** How PHP writes a point in time. */
const phpTime = z.looseObject({ date: z.string(), timezone: text });

/** DI6; `canceUrl` is spelled so. */
const order = z.looseObject({
	created_at: z.union([phpTime, z.string()]).nullish(),
	name: text,
	telephone: amount,
	address: text,
	city: text,
	zip: amount,
	remarks: text,
	deliveryPrice: amount,
	pickupTime: text,
	driverArrive: text,
	driverLeft: text,
	arriveAtCustomer: text,
	done: text,
	distance: amount,
	canceUrl: text,
	cancel: flag.nullish(),
	canceled_at: z.union([phpTime, z.string()]).nullish(),
});

export const periodAnswer = z.looseObject({ orders: z.array(order) });
/** DI6: an empty period is a 404 with a sentence; a 404 without one comes from somebody else. */
export const emptyPeriodAnswer = z.looseObject({ message: z.string().regex(/no order/i) });

/** DI7, DI8; `error` says nothing that the status does not. */
export const infoAnswer = z.looseObject({ message: text, distance_in_km: amount, price_with_vat: amount, update_url: z.string(), cancel_url: text });

/** DI9 */
export const infoCancelAnswer = z.looseObject({ canceled: flag, message: text });

/** DI10 */
export const priceAnswer = z.looseObject({ distance_in_km: amount, estimated_delivery_time_in_minutes: amount, price_ex_vat: z.union([z.number(), z.string()]) });

export type BookedAnswer = z.output<typeof bookedAnswer>;
export type AcceptedAnswer = z.output<typeof acceptedAnswer>;
export type OrderAnswer = z.output<typeof order>;
export type PhpTime = z.output<typeof phpTime>;
export type InfoAnswer = z.output<typeof infoAnswer>;
