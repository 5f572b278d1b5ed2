import { z } from 'zod/v4';

const text = z.string().nullish();
const toggle = z.boolean().nullish();
const object = z.record(z.string(), z.unknown()).nullish();

/** The fields of a delivery in every response. */
const deliveryFields = {
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
	driver_latitude: text,
	driver_longitude: text,
	assigned_at: text,
	pickup_at: text,
	delivered_at: text,
	cancelled_at: text,
};

/** HR1 to HR3. */
export const deliveryResponse = z.looseObject({ id: z.string(), ...deliveryFields });

/** Inside an order, and in the states of events, no id is to be relied on. */
export const deliveryInOrder = z.looseObject({ id: text, ...deliveryFields });

export const quoteResponse = z.looseObject({
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

const cardFields = { id: text, ref: text, name: text, balance: text };

const customerFields = {
	customer_list_id: text,
	anonymised: toggle,
	private_ref: text,
	email: text,
	first_name: text,
	last_name: text,
	gender: text,
	birth_date: text,
	company_name: text,
	phone: text,
	phone_access_code: text,
	address_1: text,
	address_2: text,
	postal_code: text,
	city: text,
	state: text,
	country: text,
	latitude: text,
	longitude: text,
	delivery_notes: text,
	sms_marketing: toggle,
	email_marketing: toggle,
	created_at: text,
	nb_orders: z.number().nullish(),
	order_total: text,
	first_order_date: text,
	last_order_date: text,
	loyalty_cards: z.array(z.looseObject(cardFields)).nullish(),
	custom_fields: object,
};

/** HR28 to HR32. */
export const customerResponse = z.looseObject({ id: z.string(), ...customerFields });

const optionResponse = z.looseObject({
	option_list_name: text,
	name: text,
	ref: text,
	price: text,
	quantity: z.number().nullish(),
	removed: toggle,
});

const elementFields = { id: text, private_ref: text, name: text, ref: text, deleted: toggle };

const itemResponse = z.looseObject({
	id: text,
	private_ref: text,
	product_name: text,
	sku_name: text,
	sku_ref: text,
	price: text,
	quantity: text,
	subtotal: text,
	tax_rate: text,
	customer_notes: text,
	points_earned: text,
	points_used: text,
	options: z.array(optionResponse).nullish(),
	deal_line: z.looseObject({ deal_key: text, label: text, pricing_effect: text, pricing_value: text }).nullish(),
	deleted: toggle,
});

/** HR8 to HR12. Events may leave the items out. Charges have a price, discounts a price_off, payments an amount. */
export const orderResponse = z.looseObject({
	id: z.string(),
	location_id: text,
	channel: text,
	ref: text,
	private_ref: text,
	status: text,
	service_type: text,
	service_type_ref: text,
	created_at: text,
	created_by: text,
	expected_time: text,
	expected_time_pickup: toggle,
	asap: toggle,
	confirmed_time: text,
	customer_notes: text,
	seller_notes: text,
	collection_code: text,
	coupon_codes: z.array(z.string()).nullish(),
	total: text,
	items: z.array(itemResponse).nullish(),
	deals: z.record(z.string(), z.looseObject({ name: text, ref: text })).nullish(),
	discounts: z.array(z.looseObject({ ...elementFields, price_off: text })).nullish(),
	charges: z.array(z.looseObject({ ...elementFields, price: text, tax_rate: text })).nullish(),
	payments: z.array(z.looseObject({ ...elementFields, amount: text, info: object })).nullish(),
	customer: z.looseObject({ id: text, ...customerFields }).nullish(),
	delivery: deliveryInOrder.nullish(),
	loyalty_operations: z.array(z.looseObject({ ref: text, name: text, delta: text, reason: text })).nullish(),
	custom_fields: object,
});

const slots = z.array(z.looseObject({ from: text, to: text })).nullish();

/** HR19, HR20 and HR24. */
export const locationResponse = z.looseObject({
	id: z.string(),
	name: text,
	account: z.looseObject({ id: text, name: text, currency: text }).nullish(),
	address: text,
	postal_code: text,
	city: text,
	country: text,
	timezone: z.looseObject({ name: text }).nullish(),
	cutoff_time: text,
	opening_hours: z.record(z.string(), slots).nullish(),
	preparation_time: z.number().nullish(),
	order_acceptance: z
		.looseObject({ mode: text, resume_at: text, extra_preparation_time: z.number().nullish(), reason: text })
		.nullish(),
	custom_fields: object,
});

export const accountResponse = z.looseObject({ id: z.string(), name: text, currency: text });
export const customerListResponse = z.looseObject({ id: z.string(), name: text, created_at: text });
export const cardResponse = z.looseObject({ ...cardFields, id: z.string(), customer_id: text });
export const operationResponse = z.looseObject({
	id: z.string(),
	customer_id: text,
	created_at: text,
	order_location_id: text,
	order_id: text,
	reason: text,
	delta: text,
	new_balance: text,
});

export type DeliveryResponse = z.output<typeof deliveryInOrder>;
export type QuoteResponse = z.output<typeof quoteResponse>;
export type OrderResponse = z.output<typeof orderResponse>;
export type LocationResponse = z.output<typeof locationResponse>;
export type CustomerResponse = z.output<typeof customerResponse>;
export type CardResponse = z.output<typeof cardResponse>;
export type OperationResponse = z.output<typeof operationResponse>;
