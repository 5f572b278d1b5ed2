import { z } from 'zod/v4';

import type { Item } from '../../declare/facts';
import { untouched } from '../../declare/json';
import { out } from '../../delivery/delivery';
import { hubriseDelivery, toDeliveryItem } from './delivery';
import { readMoney } from './money';
import type { OrderAnswer } from './wire';

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

const money = (label: string) => out.object({ amount: out.number(`${label} Amount (in minor units)`), currency: out.text(`${label} Currency`) }, label);

const amounts = (one: string, many: string) =>
	out.objects({ id: out.text(`${one} ID`), name: out.text(`${one} Name`), ref: out.text(`${one} Code`), amount: out.number(`${one} Amount (in minor units)`), currency: out.text(`${one} Currency`) }, many);

export const hubriseOrder = z.object({
	id: out.id('Order ID'),
	carrier: out.id('Carrier'),
	locationId: out.text('Location ID'),
	reference: out.text('Reference'),
	publicReference: out.text('Public Reference'),
	orderStatus: out.text('Order Status'),
	closed: out.toggle('Is Closed'),
	serviceType: out.text('Service Type'),
	awaitsDelivery: out.toggle('Awaits Delivery'),
	createdAt: out.moment('Created At'),
	createdBy: out.text('Created By'),
	expectedAt: out.moment('Expected At'),
	confirmedAt: out.moment('Confirmed At'),
	total: money('Total'),
	customer: out.object(
		{
			name: out.text('Customer Name'),
			company: out.text('Customer Company'),
			phone: out.text('Customer Phone'),
			phoneAccessCode: out.text('Customer Phone Access Code'),
			email: out.text('Customer Email'),
			street: out.text('Customer Street'),
			street2: out.text('Customer Street, Second Line'),
			postalCode: out.text('Customer Postal Code'),
			city: out.text('Customer City'),
			state: out.text('Customer State'),
			country: out.text('Customer Country'),
			latitude: out.text('Customer Latitude'),
			longitude: out.text('Customer Longitude'),
			instructions: out.text('Customer Delivery Notes'),
		},
		'Customer',
	),
	items: out.objects(
		{
			id: out.text('Item ID'),
			name: out.text('Item Name'),
			ref: out.text('Item SKU Code'),
			quantity: out.text('Item Quantity'),
			priceAmount: out.number('Item Price Amount (in minor units)'),
			priceCurrency: out.text('Item Price Currency'),
		},
		'Items',
	),
	discounts: amounts('Discount', 'Discounts'),
	charges: amounts('Charge', 'Charges'),
	payments: amounts('Payment', 'Payments'),
	customerNotes: out.text('Customer Notes'),
	sellerNotes: out.text('Seller Notes'),
	collectionCode: out.text('Collection Code'),
	delivery: hubriseDelivery.nullish(),
	outcome: out.text('Outcome'),
	warnings: out.texts('Warnings'),
	carrierData: out.carrierData(),
});

const exact = (value: string | number | null | undefined): string | null => (value === null || value === undefined ? null : String(value));
const words = (...parts: readonly (string | null | undefined)[]): string | null => parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ') || null;
const amountOf = (text: string | null | undefined) => {
	const money = readMoney(text);
	return money && { ...money };
};

/** To be delivered, by nobody yet, and not at its end. */
const awaitsDelivery = ({ service_type, delivery, status }: OrderAnswer): boolean =>
	service_type === 'delivery' && (delivery === null || delivery === undefined) && !closedOrderStatuses.includes(status ?? '');

function customerOf({ customer }: OrderAnswer): Item | null {
	if (!customer) return null;
	return {
		name: words(customer.first_name, customer.last_name),
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
		latitude: exact(customer.latitude),
		longitude: exact(customer.longitude),
		instructions: customer.delivery_notes ?? null,
	};
}

const standing = <T extends { deleted?: boolean | null }>(entries: readonly T[] | null | undefined): T[] => (entries ?? []).filter(({ deleted }) => deleted !== true);

const linesOf = (entries: OrderAnswer['charges']): Item[] =>
	standing(entries).map(({ id, name, ref, amount }) => ({
		id: id ?? null,
		name: name ?? null,
		ref: ref ?? null,
		amount: readMoney(amount)?.amount ?? null,
		currency: readMoney(amount)?.currency ?? null,
	}));

/** For answers and for the states of events alike. What was taken off the order is not listed. */
export function toOrderItem(answer: OrderAnswer): Item {
	return {
		id: answer.id,
		carrier: 'hubrise',
		locationId: answer.location_id ?? null,
		reference: answer.private_ref ?? null,
		publicReference: answer.ref ?? null,
		orderStatus: answer.status ?? null,
		closed: closedOrderStatuses.includes(answer.status ?? ''),
		serviceType: answer.service_type ?? null,
		awaitsDelivery: awaitsDelivery(answer),
		createdAt: answer.created_at ?? null,
		createdBy: answer.created_by ?? null,
		expectedAt: answer.expected_time ?? null,
		confirmedAt: answer.confirmed_time ?? null,
		total: amountOf(answer.total),
		customer: customerOf(answer),
		items: standing(answer.items).map((item) => ({
			id: item.id ?? null,
			name: words(item.product_name, item.sku_name),
			ref: item.sku_ref ?? null,
			quantity: exact(item.quantity),
			// Lines are flat on every host.
			priceAmount: readMoney(item.price)?.amount ?? null,
			priceCurrency: readMoney(item.price)?.currency ?? null,
		})),
		discounts: linesOf(answer.discounts),
		charges: linesOf(answer.charges),
		payments: linesOf(answer.payments),
		customerNotes: answer.customer_notes ?? null,
		sellerNotes: answer.seller_notes ?? null,
		collectionCode: answer.collection_code ?? null,
		delivery: answer.delivery ? toDeliveryItem({ ...answer.delivery, order_id: answer.id, location_id: answer.delivery.location_id ?? answer.location_id }) : null,
		carrierData: untouched(answer),
	};
}
