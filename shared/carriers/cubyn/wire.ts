import { z } from 'zod/v4';

import { mirror, same } from '../../delivery/mirror';

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

/** What only Cubyn tells of a parcel. */
export const toldOfParcel = mirror({
	type: same.text('Parcel Type'),
	trackingNumber: same.text('Tracking Number', 'trackingId'),
	shippingCarrier: same.text('Shipping Carrier', 'carrier'),
	carrierTrackingNumber: same.text("Carrier's Tracking Number", 'carrierTrackingId'),
	deliveryMode: same.text('Delivery Mode'),
	relayPoint: same.name('Relay Point', 'relayPickupRef'),
	cancellationStatus: same.text('Cancellation Status'),
	validationStatus: same.text('Validation Status'),
	value: same.amount('Value'),
	updatedAt: same.moment('Updated At'),
	validatedAt: same.moment('Validated At'),
	pickedAt: same.moment('Picked At'),
	shippedAt: same.moment('Shipped At'),
	deliveredAt: same.moment('Delivered At'),
});

/** A parcel as v2, v3 and the webhooks give it: whole, or no more than its number and status. */
export const parcelAnswer = z.looseObject({
	id: idNumber,
	status: z.string().nullish(),
	cancelled: z.boolean().nullish(),
	address: addressAnswer.nullish(),
	firstName: z.string().nullish(),
	lastName: z.string().nullish(),
	organizationName: z.string().nullish(),
	phone: z.string().nullish(),
	email: z.string().nullish(),
	orderRef: amount.nullish(),
	items: z.array(itemAnswer).nullish(),
	ordered: z.looseObject({ content: z.array(contentAnswer).nullish() }).nullish(),
	createdAt: z.string().nullish(),
	...toldOfParcel.answers,
});

export type ParcelAnswer = z.output<typeof parcelAnswer>;
