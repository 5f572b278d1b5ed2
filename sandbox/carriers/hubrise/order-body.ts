import { z } from 'zod/v4';
import { guestFields } from './customer-body';
import { charge, deletion, discount, item, payment, referenceChange } from './order-elements';
import { customFields, decimal, nonBlank, privateRef, text, time } from './values';

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

const loyaltyOperation = z.strictObject({ ref: text, name: text, delta: decimal, reason: text });

/** HR8: a status is enough. */
export const newOrder = z
	.strictObject({
		status: z.enum(STATUSES),
		channel: text,
		ref: text,
		private_ref: privateRef,
		service_type: z.enum(['delivery', 'collection', 'eat_in']).nullish(),
		service_type_ref: text,
		expected_time: time.nullish(),
		expected_time_pickup: z.boolean().optional(),
		asap: z.boolean().optional(),
		confirmed_time: time.nullish(),
		customer_notes: text,
		seller_notes: text,
		collection_code: text,
		coupon_codes: z.array(z.string()).optional(),
		items: z.array(item).optional(),
		deals: z.record(z.string(), z.strictObject({ name: nonBlank, ref: text })).optional(),
		discounts: z.array(discount).optional(),
		charges: z.array(charge).optional(),
		payments: z.array(payment).optional(),
		customer_id: text,
		customer_list_id: text,
		customer_private_ref: text,
		customer: z.strictObject(guestFields).nullish(),
		loyalty_operations: z.array(loyaltyOperation).optional(),
		custom_fields: customFields.optional(),
	})
	.superRefine((order, context) => {
		const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
		const byId = order.customer_id != null;
		const byRef = order.customer_list_id != null || order.customer_private_ref != null;
		if (byId && byRef) refuse(['customer_list_id'], 'cannot be used with customer_id');
		if (byRef && (order.customer_list_id == null || order.customer_private_ref == null)) {
			refuse(['customer_private_ref'], 'must be used together with customer_list_id');
		}
		if ((byId || byRef) && order.customer != null) refuse(['customer'], 'can be used for a guest order only');
		if (!byId && !byRef && (order.loyalty_operations ?? []).length > 0) {
			refuse(['loyalty_operations'], 'can be used for the order of a known customer only');
		}
		for (const [index, { deal_line }] of (order.items ?? []).entries()) {
			if (deal_line != null && !Object.hasOwn(order.deals ?? {}, deal_line.deal_key)) {
				refuse(['items', index, 'deal_line', 'deal_key'], 'is not a key of deals');
			}
		}
	});

/** HR12: six fields change; of the lists, elements are added, deleted, or given a private ref. */
export const orderChange = z.strictObject({
	status: z.enum(STATUSES).optional(),
	confirmed_time: time.nullish(),
	seller_notes: text,
	collection_code: text,
	private_ref: privateRef,
	custom_fields: customFields.optional(),
	items: z.array(z.union([deletion, referenceChange, item])).optional(),
	discounts: z.array(z.union([deletion, referenceChange, discount])).optional(),
	charges: z.array(z.union([deletion, referenceChange, charge])).optional(),
	payments: z.array(z.union([deletion, referenceChange, payment])).optional(),
});

export const isOrderStatus = (status: string): boolean => STATUSES.some((known) => known === status);

export type NewOrderInput = z.infer<typeof newOrder>;
