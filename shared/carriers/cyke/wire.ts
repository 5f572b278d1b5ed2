import { z } from 'zod/v4';

/** A task as Cyke answers it. v1 calls the rider's words `notes`, v2 `completion_text`. Unknown keys pass untouched. */
const picture = z.union([z.string(), z.looseObject({ url: z.string().nullish() })]);

const place = z.looseObject({
	recipient_name: z.string().nullish(),
	recipient_phone: z.string().nullish(),
	recipient_email: z.string().nullish(),
	company_name: z.string().nullish(),
	address: z.string().nullish(),
	postal_code: z.string().nullish(),
	city: z.string().nullish(),
	address_instructions: z.string().nullish(),
});

export const taskAnswer = z.looseObject({
	slot_starting_at: z.string().nullish(),
	slot_ending_at: z.string().nullish(),
	tracking_url: z.string().nullish(),
	completed_at: z.string().nullish(),
	failure_reason: z.string().nullish(),
	notes: z.string().nullish(),
	completion_text: z.string().nullish(),
	completion_signature: picture.nullish(),
	completion_pictures: z.array(picture).nullish(),
	place: place.nullish(),
});

const packageAnswer = z.looseObject({
	type: z.string().nullish(),
	name: z.string().nullish(),
	package_type_id: z.int().nullish(),
	amount: z.int(),
});

/** The whole delivery, as create, read, latest, update, cancel and webhooks give it. */
export const deliveryAnswer = z.looseObject({
	id: z.int(),
	created_at: z.string().nullish(),
	status: z.string().nullish(),
	client_order_reference: z.string().nullish(),
	comments: z.string().nullish(),
	price_cents: z.int().nullish(),
	direction: z.string().nullish(),
	original_delivery_id: z.int().nullish(),
	redelivery_id: z.int().nullish(),
	pickup: taskAnswer.nullish(),
	dropoff: taskAnswer.nullish(),
	packages: z.array(packageAnswer).nullish(),
});

/** A line of the list. v1 calls the slot `complete_after` and `complete_before`. */
export const listAnswer = z.array(
	z.looseObject({
		id: z.int(),
		created_at: z.string(),
		status: z.string(),
		price_cents: z.int().nullish(),
		slot_starting_at: z.string().nullish(),
		slot_ending_at: z.string().nullish(),
		complete_after: z.string().nullish(),
		complete_before: z.string().nullish(),
	}),
);

export const packageTypesAnswer = z.array(
	z.looseObject({
		id: z.int(),
		type: z.string(),
		volume: z.number().nullish(),
		weight: z.number().nullish(),
		fragility: z.string().nullish(),
		temperature: z.string().nullish(),
	}),
);

export type TaskAnswer = z.output<typeof taskAnswer>;
export type DeliveryAnswer = z.output<typeof deliveryAnswer>;
export type ListLine = z.output<typeof listAnswer>[number];
