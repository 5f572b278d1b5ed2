import { z } from 'zod/v4';

/** Money and counts are numbers in one place and text in another. */
export const amount = z.union([z.number(), z.string()]);
export const idNumber = z.union([z.int(), z.string().min(1)]);

export const addressAnswer = z.looseObject({
	line1: z.string().nullish(),
	line2: z.string().nullish(),
	zip: amount.nullish(),
	city: z.string().nullish(),
	state: z.string().nullish(),
	country: z.string().nullish(),
	additionalInformation: z.string().nullish(),
});

const itemAnswer = z.looseObject({ reference: amount.nullish(), name: z.string().nullish(), count: amount.nullish() });
const contentAnswer = z.looseObject({ reference: amount.nullish(), name: z.string().nullish(), quantity: amount.nullish() });

/** A parcel as v2, v3 and the webhooks give it: whole, or no more than its number and status. */
export const parcelAnswer = z.looseObject({
	id: idNumber,
	status: z.string().nullish(),
	type: z.string().nullish(),
	trackingId: z.string().nullish(),
	carrier: z.string().nullish(),
	carrierTrackingId: z.string().nullish(),
	cancellationStatus: z.string().nullish(),
	validationStatus: z.string().nullish(),
	cancelled: z.boolean().nullish(),
	address: addressAnswer.nullish(),
	firstName: z.string().nullish(),
	lastName: z.string().nullish(),
	organizationName: z.string().nullish(),
	phone: z.string().nullish(),
	email: z.string().nullish(),
	deliveryMode: z.string().nullish(),
	relayPickupRef: amount.nullish(),
	orderRef: amount.nullish(),
	value: amount.nullish(),
	items: z.array(itemAnswer).nullish(),
	ordered: z.looseObject({ content: z.array(contentAnswer).nullish() }).nullish(),
	createdAt: z.string().nullish(),
	updatedAt: z.string().nullish(),
	validatedAt: z.string().nullish(),
	pickedAt: z.string().nullish(),
	shippedAt: z.string().nullish(),
	deliveredAt: z.string().nullish(),
});

export type ParcelAnswer = z.output<typeof parcelAnswer>;
