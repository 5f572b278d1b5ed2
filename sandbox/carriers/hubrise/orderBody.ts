import { z } from 'zod/v4';
import { decimal, filled, latitude, longitude, money, privateRef, time } from './values';

const STATUSES = [
	'new',
	'received',
	'accepted',
	'in_preparation',
	'awaiting_shipment',
	'awaiting_collection',
	'in_delivery',
	'completed',
	'rejected',
	'cancelled',
	'delivery_failed',
] as const;

const loose = z.record(z.string(), z.unknown());
const text = z.string().optional();

const item = z.strictObject({
	product_name: filled,
	sku_name: text,
	sku_ref: text,
	price: money,
	quantity: decimal,
	options: z.array(loose).optional(),
});

/** A discount, a charge or a payment. */
const line = z.strictObject({ name: filled, ref: text, amount: money });

const customer = z.strictObject({
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
	latitude: latitude.optional(),
	longitude: longitude.optional(),
	delivery_notes: text,
});

export const newOrder = z.strictObject({
	status: z.enum(STATUSES),
	ref: text,
	private_ref: privateRef.optional(),
	service_type: z.enum(['delivery', 'collection', 'eat_in']).optional(),
	service_type_ref: text,
	expected_time: time.optional(),
	confirmed_time: time.optional(),
	customer_notes: text,
	seller_notes: text,
	collection_code: text,
	coupon_codes: z.array(z.string()).optional(),
	items: z.array(item).optional(),
	deals: loose.optional(),
	discounts: z.array(line).optional(),
	charges: z.array(line).optional(),
	payments: z.array(line).optional(),
	customer: customer.optional(),
	loyalty_operations: z.array(loose).optional(),
	custom_fields: loose.optional(),
});

/** One that is there already is named by its id and can only be taken away. */
const gone = z.strictObject({ id: z.string(), deleted: z.literal(true) });

export const orderChange = z.strictObject({
	status: z.enum(STATUSES).optional(),
	confirmed_time: time.optional(),
	seller_notes: text,
	collection_code: text,
	private_ref: privateRef.optional(),
	custom_fields: loose.optional(),
	items: z.array(z.union([gone, item])).optional(),
	discounts: z.array(z.union([gone, line])).optional(),
	charges: z.array(z.union([gone, line])).optional(),
	payments: z.array(z.union([gone, line])).optional(),
});

export type ItemInput = z.infer<typeof item>;
export type LineInput = z.infer<typeof line>;
export type NewOrderInput = z.infer<typeof newOrder>;
export type OrderChange = z.infer<typeof orderChange>;
export type Gone = z.infer<typeof gone>;
