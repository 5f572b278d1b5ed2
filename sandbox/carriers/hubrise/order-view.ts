import type { HubriseDelivery, HubriseElement, HubriseOrder } from './backoffice.types';
import { currencyOf, locationOf } from './by-id';
import { cardsView, orderFigures } from './customer-view';
import type { ItemInput } from './order-elements';
import { paymentDiscrepancyOf, subtotalOf, totalOf } from './order-total';
import type { HubriseState } from './state';
import { writeTime } from './time';
import { writeDecimal } from './values';

/** The order as that client sees it. */
export function orderView(
	state: HubriseState,
	order: HubriseOrder,
	delivery: HubriseDelivery | undefined,
	client: string,
) {
	const { account, timeZone } = locationOf(state, order.location);
	const currency = currencyOf(state, account);
	return {
		id: order.id,
		location_id: order.location,
		...(state.settings.newerOrderFields && { channel: order.channel ?? order.createdBy }),
		ref: order.ref ?? null,
		private_ref: order.privateRefs[client] ?? null,
		status: order.status,
		service_type: order.service_type ?? null,
		service_type_ref: order.service_type_ref ?? null,
		created_at: writeTime(order.createdAt, timeZone),
		created_by: order.createdBy,
		expected_time: order.expected_time ?? null,
		...(state.settings.newerOrderFields && {
			expected_time_pickup: order.expected_time_pickup ?? false,
			asap: order.asap ?? order.expected_time == null,
		}),
		confirmed_time: order.confirmed_time ?? null,
		customer_notes: order.customer_notes ?? null,
		seller_notes: order.seller_notes ?? null,
		collection_code: order.collection_code ?? null,
		coupon_codes: order.coupon_codes ?? [],
		total: totalOf(order, currency),
		total_discrepancy: null,
		payment_discrepancy: paymentDiscrepancyOf(order, currency),
		items: order.items.map((item) => itemView(item, currency, client)),
		deals: order.deals ?? {},
		discounts: order.discounts.map((discount) => ({
			...elementHead(discount, client),
			name: discount.name,
			ref: discount.ref ?? null,
			pricing_effect: 'price_off',
			pricing_value: discount.price_off,
			price_off: discount.price_off,
			deleted: discount.deleted,
		})),
		charges: order.charges.map((charge) => ({
			...elementHead(charge, client),
			type: 'other',
			name: charge.name,
			ref: charge.ref ?? null,
			price: charge.price,
			tax_rate: writeDecimal(charge.tax_rate),
			charge_type: 'other',
			charge_ref: charge.ref ?? null,
			charge_price: charge.price,
			deleted: charge.deleted,
		})),
		payments: order.payments.map((payment) => ({
			...elementHead(payment, client),
			type: 'online',
			name: payment.name ?? null,
			ref: payment.ref ?? null,
			amount: payment.amount,
			info: payment.info ?? null,
			deleted: payment.deleted,
		})),
		...guestOrCustomer(state, order, client),
		...(delivery !== undefined && { delivery: deliveryInOrder(state, delivery) }),
		loyalty_operations: order.loyalty_operations ?? [],
		custom_fields: order.custom_fields ?? {},
	};
}

const elementHead = ({ id, privateRefs }: HubriseElement<object>, client: string) => ({
	id,
	private_ref: privateRefs[client] ?? null,
});

function itemView(item: HubriseElement<ItemInput>, currency: string, client: string) {
	const { deal_line: dealLine } = item;
	return {
		...elementHead(item, client),
		product_name: item.product_name,
		sku_name: item.sku_name ?? null,
		sku_ref: item.sku_ref ?? null,
		price: item.price,
		quantity: writeDecimal(item.quantity),
		subtotal: subtotalOf(item),
		tax_rate: writeDecimal(item.tax_rate),
		customer_notes: item.customer_notes ?? null,
		points_earned: writeDecimal(item.points_earned),
		points_used: writeDecimal(item.points_used),
		options: (item.options ?? []).map(({ option_list_name, name, ref, price, quantity, removed }) => ({
			option_list_name,
			name,
			ref: ref ?? null,
			price: price ?? `0.00 ${currency}`,
			quantity: quantity ?? 1,
			...(removed === true && { removed }),
		})),
		deleted: item.deleted,
		...(dealLine != null && {
			deal_line: {
				deal_key: dealLine.deal_key,
				position: null,
				label: dealLine.label ?? null,
				pricing_effect: dealLine.pricing_effect ?? null,
				pricing_value: dealLine.pricing_value ?? null,
			},
		}),
	};
}

function guestOrCustomer(state: HubriseState, order: HubriseOrder, client: string) {
	const { unknownGuest } = state.settings;
	if (!order.isGuestUnknown || unknownGuest === 'object') return { customer: customerInOrder(state, order, client) };
	return unknownGuest === 'null' ? { customer: null } : {};
}

function customerInOrder(state: HubriseState, { customer }: HubriseOrder, client: string) {
	const { id, customer_list_id, anonymised, privateRefs, custom_fields, ...fields } = customer;
	return {
		id,
		customer_list_id,
		anonymised,
		private_ref: privateRefs[client] ?? null,
		...fields,
		...orderFigures(state, id),
		loyalty_cards: cardsView(state, id),
		custom_fields,
	};
}

/** Neither the position of the driver nor an id: both are of the delivery's own resource. */
function deliveryInOrder(state: HubriseState, delivery: HubriseDelivery): Partial<HubriseDelivery> {
	if (state.settings.deliveryInOrder === 'resource') return delivery;
	const { id, order_id, location_id, driver_latitude, driver_longitude, ...rest } = delivery;
	return rest;
}
