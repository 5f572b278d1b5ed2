import type { HubriseDelivery, HubriseOrder } from './desk.types';
import { currencyOf, locationOf } from './known';
import { totalOf } from './orderTotal';
import type { HubriseState } from './state';
import { writeTime } from './time';

/** The order as that client sees it. */
export function orderView(state: HubriseState, order: HubriseOrder, delivery: HubriseDelivery | undefined, client: string) {
	const { account, timeZone } = locationOf(state, order.location);
	return {
		id: order.id,
		location_id: order.location,
		ref: order.ref ?? null,
		private_ref: order.privateRefs[client] ?? null,
		status: order.status,
		service_type: order.service_type ?? null,
		service_type_ref: order.service_type_ref ?? null,
		created_at: writeTime(order.createdAt, timeZone),
		created_by: order.createdBy,
		expected_time: order.expected_time ?? null,
		confirmed_time: order.confirmed_time ?? null,
		customer_notes: order.customer_notes ?? null,
		seller_notes: order.seller_notes ?? null,
		collection_code: order.collection_code ?? null,
		coupon_codes: order.coupon_codes ?? [],
		total: totalOf(order, currencyOf(state, account)),
		items: order.items,
		deals: order.deals ?? {},
		discounts: order.discounts,
		charges: order.charges,
		payments: order.payments,
		customer: order.customer,
		delivery: delivery === undefined ? null : deliveryInOrder(delivery),
		loyalty_operations: order.loyalty_operations ?? [],
		custom_fields: order.custom_fields ?? {},
	};
}

/** The position of the driver is the delivery's alone. */
function deliveryInOrder(delivery: HubriseDelivery) {
	const { driver_latitude, driver_longitude, ...rest } = delivery;
	return rest;
}
