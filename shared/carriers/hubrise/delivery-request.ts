import { success } from '../../declare/failure';
import { isJsonObject, type JsonObject } from '../../json';
import type { Item } from '../../declare/facts';
import type { BookingState, ShopOrderDeclaration } from '../../declare/shop-order';
import { accessText } from '../../delivery/access-text';
import type { DeliveryRequest, GoodsLine, Money, OrderProblem, Slot } from '../../delivery/request';
import type { Status } from '../../delivery/status';
import { createOrder } from './actions/create-order';
import { listOrders } from './actions/order-reads';
import { listQuotes } from './actions/quote-reads';
import { updateOrder } from './actions/update-order';
import { orderStatuses } from './order';
import { shopOrderSample } from './delivery-request-sample';

/** Main units, as a field of the form takes them. */
function amountText({ amount, currency }: Money): string {
	const digits =
		new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
	return (amount / 10 ** digits).toFixed(Math.min(digits, 2));
}

/** An order without a time is as soon as possible at HubRise. A day alone would lose its day. */
function timeOf(slot: Slot): { fields: JsonObject } | { problem: OrderProblem } {
	if (slot.kind === 'window') return { fields: { expected_time: slot.start } };
	if (slot.kind !== 'day' && (slot.kind === 'none' || slot.day === null)) return { fields: { asap: true } };
	return {
		problem: {
			field: 'slot',
			found: slot.text,
			message: `The order names the day ${slot.day} and no time. Give the opening hours under Slot, or a slot under Override.`,
		},
	};
}

const itemOf = ({ sku, name, quantity, unitValue }: GoodsLine, zero: Money): JsonObject => ({
	product_name: name ?? sku ?? 'Goods',
	sku_ref: sku,
	quantity: String(quantity),
	price: amountText(unitValue ?? zero),
});

/** What the shop's total has beside its lines: shipping, or a discount on the whole. */
function restOf({ goods, total }: DeliveryRequest): JsonObject {
	if (total === null || goods.some(({ unitValue }) => unitValue?.currency !== total.currency)) return {};
	const rest =
		total.amount - goods.reduce((sum, line) => sum + Math.round((line.unitValue?.amount ?? 0) * line.quantity), 0);
	if (rest === 0) return {};
	return rest > 0
		? { charges: [{ name: 'Shipping and other charges', price: amountText({ ...total, amount: rest }) }] }
		: { discounts: [{ name: 'Discount', price_off: amountText({ ...total, amount: -rest }) }] };
}

const customerOf = (request: DeliveryRequest): JsonObject => {
	const { contact, place } = request;
	const isPerson = contact.firstName !== null || contact.lastName !== null;
	return {
		first_name: contact.firstName,
		last_name: isPerson ? contact.lastName : contact.name,
		company_name: contact.company,
		phone: contact.phone,
		email: contact.email,
		address_1: place.lines[0],
		address_2: place.lines[1],
		postal_code: place.postalCode,
		city: place.city,
		state: place.region,
		country: place.country,
		latitude: place.coordinates === null ? undefined : String(place.coordinates.latitude),
		longitude: place.coordinates === null ? undefined : String(place.coordinates.longitude),
		delivery_notes: accessText(request, { lines: 2 }),
	};
};

const minorUnitsOf = (price: JsonObject): number =>
	typeof price.minorUnits === 'number' ? price.minorUnits : Infinity;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What an order's status says of its delivery. */
const STATUS: Readonly<Record<string, Status>> = {
	accepted: 'scheduled',
	in_preparation: 'scheduled',
	awaiting_shipment: 'scheduled',
	awaiting_collection: 'scheduled',
	in_delivery: 'out_for_delivery',
	completed: 'delivered',
	rejected: 'cancelled',
	cancelled: 'cancelled',
	delivery_failed: 'failed',
};

/** An order of HubRise is delivered when it is completed; its courier's delivery says when. */
function stateOf(order: Item): BookingState {
	const delivery = isJsonObject(order.delivery) ? order.delivery : {};
	const status = textOf(order.orderStatus);
	return {
		id: String(order.id),
		reference: textOf(order.reference),
		stage: status === 'completed' ? 'delivered' : order.closed === true ? 'over' : 'live',
		status: STATUS[status ?? ''] ?? 'created',
		label: orderStatuses.find(({ value }) => value === status)?.label ?? status ?? 'Unknown',
		needsAttention: false,
		reason: null,
		dueAt: textOf(order.expectedAt),
		createdAt: textOf(order.createdAt),
		reachedAt: textOf(delivery.occurredAt),
	};
}

/** An order that is in HubRise gets a courier there, and no second order. */
const isThere = ({ reference }: DeliveryRequest): OrderProblem => ({
	field: 'order',
	found: reference.number,
	message: `Order "${reference.number}" is in HubRise already. Attach a delivery to it with Create Delivery.`,
});

export const shopOrder: ShopOrderDeclaration = {
	booking: createOrder,
	choices: ['location_id', 'status', 'channel'],
	places: {
		reference: ['private_ref'],
		'contact.name': ['customer.first_name', 'customer.last_name', 'customer.company_name'],
		'contact.phone': ['customer.phone'],
		'contact.email': ['customer.email'],
		'place.lines': ['customer.address_1', 'customer.address_2'],
		'place.postalCode': ['customer.postal_code'],
		'place.city': ['customer.city'],
		'place.country': ['customer.country'],
		'place.coordinates': ['customer.latitude', 'customer.longitude'],
		slot: ['expected_time', 'asap'],
		note: ['customer.delivery_notes'],
		goods: ['items'],
	},
	toBooking: (request) => {
		const { goods, total, payment, reference } = request;
		const time = timeOf(request.slot);
		const currency = total?.currency ?? goods.find(({ unitValue }) => unitValue !== null)?.unitValue?.currency;
		const zero: Money = { amount: 0, currency: currency ?? 'EUR' };
		const unpriced = goods.filter(({ unitValue }) => unitValue === null).length;
		return {
			values: {
				private_ref: reference.text,
				ref: reference.number,
				service_type: 'delivery',
				...('fields' in time ? time.fields : {}),
				customer: customerOf(request),
				currency,
				items: goods.map((line) => itemOf(line, zero)),
				...restOf(request),
				...(payment === 'paid' && total !== null
					? { payments: [{ amount: amountText(total), name: 'Paid online' }] }
					: {}),
			},
			problems: ['problem' in time ? [time.problem] : [], request.shop === 'hubrise' ? [isThere(request)] : []].flat(),
			warnings: unpriced === 0 ? [] : [`${unpriced} lines have no price in the order, and go to HubRise with 0.`],
		};
	},
	cancel: { action: updateOrder, input: ({ id }) => ({ order_id: id, status: 'cancelled' }) },
	// Quotes are made for an order that is in HubRise: carriers offer them there.
	price: async ({ private_ref, location_id }, steps) => {
		const orders = await steps.call(listOrders, { private_ref, location_id });
		if (!orders.ok) return orders;
		const order = orders.value.find(({ reference }) => reference === private_ref);
		if (order === undefined) return success(null);
		const quotes = await steps.call(listQuotes, { order_id: order.id, location_id });
		if (!quotes.ok) return quotes;
		const prices = quotes.value.map(({ price }) => price).filter(isJsonObject);
		return success(prices.sort((a, b) => minorUnitsOf(a) - minorUnitsOf(b))[0] ?? null);
	},
	stateOf,
	sample: shopOrderSample,
};
