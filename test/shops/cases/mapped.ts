import { isJsonObject, type Json, type JsonObject } from '../../../shared/json';
import type { ShopCase } from './case';

const at = (json: Json | undefined, ...path: readonly (string | number)[]): Json | undefined =>
	path.reduce<Json | undefined>(
		(value, key) =>
			Array.isArray(value) && typeof key === 'number'
				? value[key]
				: isJsonObject(value) && typeof key === 'string'
					? value[key]
					: undefined,
		json,
	);

/** The platform hands a missing value over as nothing, and any other as text. */
const text = (value: Json | undefined): Json | undefined =>
	value === null || value === undefined || value === '' || isJsonObject(value) || Array.isArray(value)
		? undefined
		: String(value);

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : isJsonObject(value) ? [value] : []);

const rowsOf = (value: Json | undefined, names: Readonly<Record<string, string>>): JsonObject[] =>
	listOf(value).map((row) => Object.fromEntries(Object.entries(names).map(([to, from]) => [to, text(at(row, from))])));

const party = (one: Json | undefined, names: Readonly<Record<string, string>>): JsonObject =>
	Object.fromEntries(Object.entries(names).map(([to, from]) => [to, text(at(one, from))]));

const person = { first_name: 'first_name', last_name: 'last_name', company: 'company', phone: 'phone', city: 'city' };

const wooParty = {
	...person,
	street: 'address_1',
	street_2: 'address_2',
	postal_code: 'postcode',
	state: 'state',
	country: 'country',
};

const shopifyParty = {
	...person,
	street: 'address1',
	street_2: 'address2',
	postal_code: 'zip',
	country: 'country_code',
};

const added = (value: Json | undefined, key: string): JsonObject[] => rowsOf(value, { key, value: 'value' });

/** A user maps the fields of a trigger once; each of these lines is a field of the form and the trigger's own name. */
const mappings: Readonly<Record<ShopCase['shop'], (order: JsonObject) => JsonObject>> = {
	woocommerce: (order) => ({
		order_number: text(order.number),
		order_key: text(order.id),
		status: text(order.status),
		total: text(order.total),
		currency: text(order.currency),
		email: text(at(order.billing, 'email')),
		shipping: party(order.shipping, wooParty),
		billing: party(order.billing, wooParty),
		shipping_method: text(at(order.shipping_lines, 0, 'method_title')),
		shipping_method_code: text(at(order.shipping_lines, 0, 'method_id')),
		customer_note: text(order.customer_note),
		items: rowsOf(order.line_items, { name: 'name', sku: 'sku', quantity: 'quantity', price: 'price' }),
		added: added(order.meta_data, 'key'),
	}),
	shopify: (order) => ({
		order_number: text(order.name),
		order_key: text(order.id),
		payment_status: text(order.financial_status),
		status: text(order.fulfillment_status),
		cancelled_at: text(order.cancelled_at),
		test: text(order.test),
		email: text(order.email),
		shipping: party(order.shipping_address, shopifyParty),
		billing: party(order.billing_address, shopifyParty),
		latitude: text(at(order.shipping_address, 'latitude')),
		longitude: text(at(order.shipping_address, 'longitude')),
		shipping_method: text(at(order.shipping_lines, 0, 'title')),
		shipping_method_code: text(at(order.shipping_lines, 0, 'code')),
		customer_note: text(order.note),
		items: rowsOf(order.line_items, {
			name: 'name',
			sku: 'sku',
			quantity: 'quantity',
			price: 'price',
			weight: 'grams',
		}),
		added: [
			...added(order.note_attributes, 'name'),
			...listOf(order.line_items).flatMap((line) => added(at(line, 'properties'), 'name')),
		],
	}),
	prestashop: (bundle) => {
		const { order, address } = bundle;
		const list = at(order, 'associations', 'order_rows');
		return {
			order_number: text(at(order, 'reference')),
			order_key: text(at(order, 'id')),
			status: text(at(order, 'current_state')),
			email: text(at(bundle.customer, 'email')),
			shipping: {
				...party(address, {
					first_name: 'firstname',
					last_name: 'lastname',
					company: 'company',
					street: 'address1',
					street_2: 'address2',
					postal_code: 'postcode',
					city: 'city',
				}),
				phone: text(at(address, 'phone_mobile')) ?? text(at(address, 'phone')),
				country: text(at(bundle.country, 'iso_code')),
			},
			shipping_method: text(at(bundle.carrier, 'name')),
			shipping_method_code: text(at(order, 'id_carrier')),
			customer_note: text(at(address, 'other')),
			items: rowsOf(at(list, 'order_row') ?? list, {
				name: 'product_name',
				sku: 'product_reference',
				quantity: 'product_quantity',
			}),
		};
	},
	// The item that this carrier's own trigger emits.
	hubrise: (item) => ({
		order_number: text(item.id),
		order_key: text(item.id),
		status: text(item.orderStatus),
		email: text(at(item.customer, 'email')),
		shipping: party(item.customer, {
			first_name: 'name',
			phone: 'phone',
			street: 'street',
			street_2: 'street2',
			postal_code: 'postalCode',
			city: 'city',
			country: 'country',
		}),
		shipping_method_code: text(item.serviceType),
		customer_note: text(at(item.customer, 'instructions')),
		items: rowsOf(item.items, { name: 'name', sku: 'sku', quantity: 'quantity' }),
		added: [
			{ key: 'expected_time', value: text(item.expectedAt) },
			{ key: 'confirmed_time', value: text(item.confirmedAt) },
			{ key: 'phone_access_code', value: text(at(item.customer, 'phoneAccessCode')) },
		],
	}),
};

export const mappedOrder = (shop: ShopCase['shop'], order: JsonObject): JsonObject => ({
	shop,
	fields: mappings[shop](order),
});
