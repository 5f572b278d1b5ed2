import { z } from 'zod/v4';

import type { JsonObject } from '../../json';
import { isJsonObject } from '../../json';
import type { ShopOrderDeclaration } from '../../declare/shop-order';
import { outputField, outputItem, outputLabels } from '../../delivery/delivery';
import type { DeliveryRequest } from '../../delivery/request';

/** An object of another system, passed on as it came. */
export const wholeOutput = (label: string) => {
	const schema = z.record(z.string(), z.unknown()).nullish();
	outputLabels.add(schema, { label });
	return schema;
};

const order = () => wholeOutput("Shop's Order");

/** Which order it is, in the words of the shop. */
export const shopOrderOutput = () =>
	outputField.object(
		{
			shop: outputField.text('Shop'),
			id: outputField.text("Shop's Own Order ID"),
			number: outputField.text('Order Number'),
			reference: outputField.text('Reference at the Carrier'),
			status: outputField.text('Order Status'),
			method: outputField.text('Shipping Method'),
		},
		'Shop Order',
	);

export const shopOrderOf = (request: DeliveryRequest | null) =>
	request === null
		? null
		: {
				shop: request.shop,
				id: request.reference.orderId,
				number: request.reference.number,
				reference: request.reference.text,
				status: request.shopStatus,
				method: request.method.title ?? request.method.id,
			};

/** The order itself goes along, so that a later step can update the shop without another look-up. */
export const wholeOrderOf = (value: unknown): JsonObject | null => (isJsonObject(value) ? value : null);

export const BOOKED = ['booked', 'found', 'found_different', 'left_out'] as const;
export type BookOutcome = (typeof BOOKED)[number];

/** A field that may be missing, with the label that it had. */
function optional(schema: z.core.$ZodType): z.core.$ZodType {
	if (!(schema instanceof z.ZodType)) return schema;
	const [field, label] = [schema.optional(), outputLabels.get(schema)];
	if (label) outputLabels.add(field, label);
	return field;
}

/** A booking's own output, which an order that was left out has nothing of. */
export const bookOutput = ({ booking }: ShopOrderDeclaration) =>
	outputItem(() => ({
		...Object.fromEntries(Object.entries(booking.output.shape).map(([key, schema]) => [key, optional(schema)])),
		outcome: outputField.text('Outcome'),
		leftOut: outputField.text('Left Out Because'),
		reason: outputField.text('Reason'),
		warnings: outputField.texts('Warnings'),
		shopOrder: shopOrderOutput(),
		order: order(),
	}));

export const checkOutput = outputItem(() => ({
	id: outputField.id('Reference'),
	outcome: outputField.text('Outcome'),
	summary: outputField.text('Summary'),
	leftOut: outputField.text('Left Out Because'),
	problems: outputField.objects(
		{
			field: outputField.text('Field'),
			found: outputField.text('Found'),
			message: outputField.text('Problem'),
		},
		'Problems',
	),
	warnings: outputField.texts('Warnings'),
	shopOrder: shopOrderOutput(),
	contact: outputField.object(
		{
			name: outputField.text('Contact Name'),
			company: outputField.text('Company'),
			phone: outputField.text('Phone'),
			email: outputField.text('Email'),
		},
		'Contact',
	),
	place: outputField.object(
		{
			street: outputField.text('Street'),
			postalCode: outputField.text('Postal Code'),
			city: outputField.text('City'),
			country: outputField.text('Country'),
			latitude: outputField.number('Latitude'),
			longitude: outputField.number('Longitude'),
		},
		'Place',
	),
	slot: outputField.object(
		{
			kind: outputField.text('Slot Kind'),
			start: outputField.text('Slot Start'),
			end: outputField.text('Slot End'),
			text: outputField.text('Slot in the Order'),
			source: outputField.text('Slot Source'),
		},
		'Slot',
	),
	goods: outputField.objects(
		{
			sku: outputField.text('SKU'),
			name: outputField.text('Name'),
			quantity: outputField.number('Quantity'),
		},
		'Goods',
	),
	note: outputField.text('Note'),
	payment: outputField.text('Payment'),
	price: outputField.money('Price', { vat: outputField.text('Price VAT') }),
	method: outputField.text('Request Method'),
	path: outputField.text('Request Path'),
	body: order(),
}));
