import { z } from 'zod/v4';

import { passThroughFields, passThrough } from '../../delivery/pass-through';

/** Money and counts are numbers in one place and text in another. */
export const amount = z.union([z.number(), z.string()]);
export const idNumber = z.union([z.int(), z.string().min(1)]);

export const addressResponse = z.looseObject({
	line1: z.string().nullish(),
	line2: z.string().nullish(),
	zip: amount.nullish(),
	city: z.string().nullish(),
	state: z.string().nullish(),
	country: z.string().nullish(),
	additionalInformation: z.string().nullish(),
});

const itemResponse = z.looseObject({
	reference: amount.nullish(),
	name: z.string().nullish(),
	count: amount.nullish(),
});
const contentResponse = z.looseObject({
	reference: amount.nullish(),
	name: z.string().nullish(),
	quantity: amount.nullish(),
});

/** Fields of a parcel that only Cubyn has. */
export const mirroredParcel = passThroughFields({
	type: passThrough.text('Parcel Type'),
	trackingNumber: passThrough.text('Tracking Number', 'trackingId'),
	shippingCarrier: passThrough.text('Shipping Carrier', 'carrier'),
	carrierTrackingNumber: passThrough.text("Carrier's Tracking Number", 'carrierTrackingId'),
	deliveryMode: passThrough.text('Delivery Mode'),
	relayPoint: passThrough.name('Relay Point', 'relayPickupRef'),
	cancellationStatus: passThrough.text('Cancellation Status'),
	validationStatus: passThrough.text('Validation Status'),
	value: passThrough.amount('Value'),
	updatedAt: passThrough.moment('Updated At'),
	validatedAt: passThrough.moment('Validated At'),
	pickedAt: passThrough.moment('Picked At'),
	shippedAt: passThrough.moment('Shipped At'),
	deliveredAt: passThrough.moment('Delivered At'),
});

/** A parcel as v2, v3 and the webhooks give it: whole, or no more than its number and status. */
export const parcelResponse = z.looseObject({
	id: idNumber,
	status: z.string().nullish(),
	cancelled: z.boolean().nullish(),
	address: addressResponse.nullish(),
	firstName: z.string().nullish(),
	lastName: z.string().nullish(),
	organizationName: z.string().nullish(),
	phone: z.string().nullish(),
	email: z.string().nullish(),
	orderRef: amount.nullish(),
	items: z.array(itemResponse).nullish(),
	ordered: z.looseObject({ content: z.array(contentResponse).nullish() }).nullish(),
	createdAt: z.string().nullish(),
	...mirroredParcel.inputShape,
});

export type ParcelResponse = z.output<typeof parcelResponse>;
