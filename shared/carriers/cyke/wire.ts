import { z } from 'zod/v4';

/** One known client of v2 types it as a text, the other as a number. */
const id = z.union([z.int(), z.string().trim().min(1)]);

/**
 * The whole delivery, as create, read, latest, update, cancel and webhooks return it. Only its number is required, so
 * that an odd value in another field never hides a booking that was made.
 */
export const deliveryResponse = z.looseObject({ id });

export const listRow = z.looseObject({ id });

/** CY7: a type without a number or a name cannot be chosen. */
export const packageTypeRow = z.looseObject({ id, type: z.string() });

export type DeliveryResponse = z.output<typeof deliveryResponse>;
export type ListRow = z.output<typeof listRow>;
