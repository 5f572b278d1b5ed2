import { z } from 'zod/v4';

const text = z.string().nullish();
/** Decimals are texts; a number is taken as well, should one slip in. */
const decimal = z.union([z.string(), z.number()]).nullish();

/** HR1 to HR3, and the `delivery` inside an order, which leaves out the position. */
export const deliveryAnswer = z.looseObject({
	id: z.string(),
	order_id: text,
	location_id: text,
	carrier: text,
	carrier_ref: text,
	ref: text,
	status: text,
	fee: text,
	estimated_pickup_at: text,
	estimated_dropoff_at: text,
	tracking_url: text,
	driver_pickup_url: text,
	driver_name: text,
	driver_phone: text,
	driver_phone_access_code: text,
	driver_latitude: decimal,
	driver_longitude: decimal,
	assigned_at: text,
	pickup_at: text,
	delivered_at: text,
	cancelled_at: text,
});

export const quoteAnswer = z.looseObject({
	id: z.string(),
	order_id: text,
	location_id: text,
	carrier: text,
	carrier_ref: text,
	ref: text,
	fee: text,
	estimated_pickup_at: text,
	estimated_dropoff_at: text,
	accepted_at: text,
});

const customer = z.looseObject({
	id: text,
	first_name: text,
	last_name: text,
	company_name: text,
	email: text,
	phone: text,
	phone_access_code: text,
	address_1: text,
	address_2: text,
	postal_code: text,
	city: text,
	state: text,
	country: text,
	latitude: decimal,
	longitude: decimal,
	delivery_notes: text,
});

const item = z.looseObject({ id: text, product_name: text, sku_name: text, sku_ref: text, price: text, quantity: decimal, deleted: z.boolean().nullish() });
const amount = z.looseObject({ id: text, name: text, ref: text, amount: text, deleted: z.boolean().nullish() });

/** HR8 to HR12. Events may leave the items out. */
export const orderAnswer = z.looseObject({
	id: z.string(),
	location_id: text,
	ref: text,
	private_ref: text,
	status: text,
	service_type: text,
	service_type_ref: text,
	created_at: text,
	created_by: text,
	expected_time: text,
	confirmed_time: text,
	customer_notes: text,
	seller_notes: text,
	collection_code: text,
	total: text,
	items: z.array(item).nullish(),
	discounts: z.array(amount).nullish(),
	charges: z.array(amount).nullish(),
	payments: z.array(amount).nullish(),
	customer: customer.nullish(),
	delivery: deliveryAnswer.nullish(),
});

/** HR19 and HR20. */
export const locationAnswer = z.looseObject({
	id: z.string(),
	name: text,
	account: z.looseObject({ id: text, name: text, currency: text }).nullish(),
	address: text,
	postal_code: text,
	city: text,
	country: text,
	timezone: z.looseObject({ name: text }).nullish(),
});

export type DeliveryAnswer = z.output<typeof deliveryAnswer>;
export type QuoteAnswer = z.output<typeof quoteAnswer>;
export type OrderAnswer = z.output<typeof orderAnswer>;
export type LocationAnswer = z.output<typeof locationAnswer>;
