import { z } from 'zod/v4';

import { asJsonObject } from '../../json';
import { moneyShape, outputField, outputItem } from '../../delivery/delivery';
import { hubriseDelivery, toDeliveryItem } from './delivery';
import { readShownMoney } from './money';
import { describeOptions } from './options';
import type { OrderResponse } from './wire';

export const orderStatuses = [
	{ value: 'new', label: 'New' },
	{ value: 'received', label: 'Received' },
	{ value: 'accepted', label: 'Accepted' },
	{ value: 'in_preparation', label: 'In Preparation' },
	{ value: 'awaiting_shipment', label: 'Awaiting Shipment' },
	{ value: 'awaiting_collection', label: 'Awaiting Collection' },
	{ value: 'in_delivery', label: 'In Delivery' },
	{ value: 'completed', label: 'Completed' },
	{ value: 'rejected', label: 'Rejected' },
	{ value: 'cancelled', label: 'Cancelled' },
	{ value: 'delivery_failed', label: 'Delivery Failed' },
] as const;

/** Statuses after which an order is not expected to change. */
export const closedOrderStatuses: readonly string[] = ['completed', 'rejected', 'cancelled', 'delivery_failed'];

const amounts = <T extends z.ZodRawShape>(singular: string, plural: string, more: T) =>
	outputField.objects(
		{
			id: outputField.text(`${singular} ID`),
			reference: outputField.text(`${singular} Reference`),
			name: outputField.text(`${singular} Name`),
			ref: outputField.text(`${singular} Code`),
			...moneyShape(singular),
			...more,
		},
		plural,
	);

export const hubriseOrder = outputItem(() => ({
	id: outputField.id('Order ID'),
	carrier: outputField.id('Carrier'),
	locationId: outputField.text('Location ID'),
	reference: outputField.text('Reference'),
	publicReference: outputField.text('Public Reference'),
	channel: outputField.text('Channel'),
	orderStatus: outputField.text('Order Status'),
	closed: outputField.toggle('Is Closed'),
	serviceType: outputField.text('Service Type'),
	serviceTypeCode: outputField.text('Service Type Code'),
	awaitsDelivery: outputField.toggle('Awaits Delivery'),
	createdAt: outputField.moment('Created At'),
	createdBy: outputField.text('Created By'),
	expectedAt: outputField.moment('Expected At'),
	expectedIsPickup: outputField.toggle('Expected At Is the Pick-Up'),
	asap: outputField.toggle('As Soon as Possible'),
	confirmedAt: outputField.moment('Confirmed At'),
	total: outputField.money('Total', {}),
	customer: outputField.object(
		{
			id: outputField.text('Customer ID'),
			listId: outputField.text('Customer List ID'),
			reference: outputField.text('Customer Reference'),
			name: outputField.text('Customer Name'),
			company: outputField.text('Customer Company'),
			phone: outputField.text('Customer Phone'),
			phoneAccessCode: outputField.text('Customer Phone Access Code'),
			email: outputField.text('Customer Email'),
			street: outputField.text('Customer Street'),
			street2: outputField.text('Customer Street, Second Line'),
			postalCode: outputField.text('Customer Postal Code'),
			city: outputField.text('Customer City'),
			state: outputField.text('Customer State'),
			country: outputField.text('Customer Country'),
			latitude: outputField.text('Customer Latitude'),
			longitude: outputField.text('Customer Longitude'),
			instructions: outputField.text('Customer Delivery Notes'),
		},
		'Customer',
	),
	items: outputField.objects(
		{
			id: outputField.text('Item ID'),
			reference: outputField.text('Item Reference'),
			name: outputField.text('Item Name'),
			ref: outputField.text('Item SKU Code'),
			quantity: outputField.text('Item Quantity'),
			priceAmount: outputField.number('Item Price Amount'),
			priceCurrency: outputField.text('Item Price Currency'),
			priceMinorUnits: outputField.number('Item Price in Minor Units'),
			subtotalAmount: outputField.number('Item Subtotal Amount'),
			subtotalMinorUnits: outputField.number('Item Subtotal in Minor Units'),
			options: outputField.text('Item Options'),
			notes: outputField.text('Item Customer Notes'),
			deal: outputField.text('Item Deal'),
			taxRate: outputField.text('Item Tax Rate (%)'),
		},
		'Items',
	),
	discounts: amounts('Discount', 'Discounts', {}),
	charges: amounts('Charge', 'Charges', { taxRate: outputField.text('Charge Tax Rate (%)') }),
	payments: amounts('Payment', 'Payments', {}),
	couponCodes: outputField.texts('Coupon Codes'),
	customerNotes: outputField.text('Customer Notes'),
	sellerNotes: outputField.text('Seller Notes'),
	collectionCode: outputField.text('Collection Code'),
	// An order does not contain the ID of its delivery.
	delivery: hubriseDelivery.extend({ id: outputField.text('Delivery ID') }).nullish(),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

const joinText = (...parts: readonly (string | null | undefined)[]): string | null =>
	parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ') || null;
const noMoney = { amount: null, currency: null, minorUnits: null };

/** To be delivered, not assigned yet, and not finished. */
const awaitsDelivery = ({ service_type, delivery, status }: OrderResponse): boolean =>
	service_type === 'delivery' &&
	(delivery === null || delivery === undefined) &&
	!closedOrderStatuses.includes(status ?? '');

/** A guest's customer may be missing, null, or an object without an id. */
function customerOf({ customer }: OrderResponse) {
	if (!customer) return null;
	return {
		id: customer.id ?? null,
		listId: customer.customer_list_id ?? null,
		reference: customer.private_ref ?? null,
		name: joinText(customer.first_name, customer.last_name),
		company: customer.company_name ?? null,
		phone: customer.phone ?? null,
		phoneAccessCode: customer.phone_access_code ?? null,
		email: customer.email ?? null,
		street: customer.address_1 ?? null,
		street2: customer.address_2 ?? null,
		postalCode: customer.postal_code ?? null,
		city: customer.city ?? null,
		state: customer.state ?? null,
		country: customer.country ?? null,
		latitude: customer.latitude ?? null,
		longitude: customer.longitude ?? null,
		instructions: customer.delivery_notes ?? null,
	};
}

const withoutDeleted = <T extends { deleted?: boolean | null }>(entries: readonly T[] | null | undefined): T[] =>
	(entries ?? []).filter(({ deleted }) => deleted !== true);

interface Element {
	id?: string | null;
	private_ref?: string | null;
	name?: string | null;
	ref?: string | null;
	deleted?: boolean | null;
}

const elementsOf = <T extends Element>(
	entries: readonly T[] | null | undefined,
	amountIn: (entry: T) => string | null | undefined,
) =>
	withoutDeleted(entries).map((entry) => ({
		id: entry.id ?? null,
		reference: entry.private_ref ?? null,
		name: entry.name ?? null,
		ref: entry.ref ?? null,
		...(readShownMoney(amountIn(entry)) ?? noMoney),
	}));

function chargesOf({ charges }: OrderResponse) {
	const rates = withoutDeleted(charges).map(({ tax_rate }) => tax_rate ?? null);
	return elementsOf(charges, ({ price }) => price).map((charge, index) => ({
		...charge,
		taxRate: rates[index] ?? null,
	}));
}

/** The deal that an item belongs to, by the name that the order gives it. */
function dealOf({ deal_line }: NonNullable<OrderResponse['items']>[number], deals: OrderResponse['deals']) {
	if (!deal_line) return null;
	const key = deal_line.deal_key ?? '';
	const name = deals && Object.hasOwn(deals, key) ? deals[key]?.name : undefined;
	return [name ?? key, deal_line.label].filter((part) => part).join(': ') || null;
}

/** Lines are flat on every host. */
function amountsOf({ price, subtotal }: NonNullable<OrderResponse['items']>[number]) {
	const [one, all] = [readShownMoney(price) ?? noMoney, readShownMoney(subtotal) ?? noMoney];
	return {
		priceAmount: one.amount,
		priceCurrency: one.currency,
		priceMinorUnits: one.minorUnits,
		subtotalAmount: all.amount,
		subtotalMinorUnits: all.minorUnits,
	};
}

const itemsOf = ({ items, deals }: OrderResponse) =>
	withoutDeleted(items).map((item) => ({
		id: item.id ?? null,
		reference: item.private_ref ?? null,
		name: joinText(item.product_name, item.sku_name),
		ref: item.sku_ref ?? null,
		quantity: item.quantity ?? null,
		...amountsOf(item),
		options: describeOptions(item.options ?? []),
		notes: item.customer_notes ?? null,
		deal: dealOf(item, deals),
		taxRate: item.tax_rate ?? null,
	}));

function deliveryInOrderOf({ id, location_id, delivery }: OrderResponse) {
	if (!delivery) return null;
	const item = toDeliveryItem({ ...delivery, order_id: id, location_id: delivery.location_id ?? location_id });
	return { ...item, id: delivery.id ?? null, carrierData: asJsonObject(delivery) };
}

/** For answers and for the states of events alike. What was taken off the order is not listed. */
export function toOrderItem(response: OrderResponse) {
	return {
		id: response.id,
		carrier: 'hubrise',
		locationId: response.location_id ?? null,
		reference: response.private_ref ?? null,
		publicReference: response.ref ?? null,
		channel: response.channel ?? null,
		orderStatus: response.status ?? null,
		closed: closedOrderStatuses.includes(response.status ?? ''),
		serviceType: response.service_type ?? null,
		serviceTypeCode: response.service_type_ref ?? null,
		awaitsDelivery: awaitsDelivery(response),
		createdAt: response.created_at ?? null,
		createdBy: response.created_by ?? null,
		expectedAt: response.expected_time ?? null,
		expectedIsPickup: response.expected_time_pickup ?? null,
		// Newer orders have a field for it. On older ones, an order without a time is as soon as possible.
		asap: response.asap ?? (response.expected_time ?? null) === null,
		confirmedAt: response.confirmed_time ?? null,
		total: readShownMoney(response.total),
		customer: customerOf(response),
		items: itemsOf(response),
		discounts: elementsOf(response.discounts, ({ price_off }) => price_off),
		charges: chargesOf(response),
		payments: elementsOf(response.payments, ({ amount }) => amount),
		couponCodes: response.coupon_codes ?? [],
		customerNotes: response.customer_notes ?? null,
		sellerNotes: response.seller_notes ?? null,
		collectionCode: response.collection_code ?? null,
		delivery: deliveryInOrderOf(response),
		carrierData: asJsonObject(response),
	};
}
