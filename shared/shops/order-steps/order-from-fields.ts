import type { JsonObject } from '../../json';
import type { Shop } from '../shop';
import type { MappedOrder } from './order-fields';

type Party = NonNullable<MappedOrder['shipping']>;

const party = (one: Party | undefined): JsonObject => ({
	first_name: one?.first_name,
	last_name: one?.last_name,
	company: one?.company,
	phone: one?.phone,
	city: one?.city,
	country: one?.country,
});

const woocommerceParty = (one: Party | undefined): JsonObject => ({
	...party(one),
	address_1: one?.street,
	address_2: one?.street_2,
	postcode: one?.postal_code,
	state: one?.state,
});

/** A host joins what stands in several lines with bare commas. A comma before a space belongs to a name. */
const joined = (text: string | undefined) => text?.split(/,(?!\s)/).map((part) => part.trim()) ?? [];

/** The ways of an order: one, or one for each seller and each pick-up rule. */
function methodsOf({ shipping_method, shipping_method_code }: MappedOrder): { title?: string; code?: string }[] {
	const [titles, codes] = [joined(shipping_method), joined(shipping_method_code)];
	return Array.from({ length: Math.max(titles.length, codes.length) }, (_, index) => ({
		title: titles[index],
		code: codes[index],
	}));
}

function woocommerce(fields: MappedOrder): JsonObject {
	const { items = [], added = [] } = fields;
	const methods = methodsOf(fields);
	return {
		id: fields.order_key ?? fields.order_number,
		number: fields.order_number,
		status: fields.status,
		payment_method: fields.payment_method,
		total: fields.total,
		currency: fields.currency,
		customer_note: fields.customer_note,
		shipping: woocommerceParty(fields.shipping),
		billing: { ...woocommerceParty(fields.billing), email: fields.email },
		shipping_lines:
			methods.length === 0 ? undefined : methods.map(({ title, code }) => ({ method_id: code, method_title: title })),
		line_items: items.map(({ weight, ...item }) => ({ ...item, grams: weight })),
		meta_data: [
			...added.map(({ key, value }) => ({ key, value })),
			{ key: 'latitude', value: fields.latitude },
			{ key: 'longitude', value: fields.longitude },
		],
	};
}

const shopifyParty = (one: Party | undefined): JsonObject => ({
	...party(one),
	address1: one?.street,
	address2: one?.street_2,
	zip: one?.postal_code,
	province: one?.state,
});

const shopify = (fields: MappedOrder): JsonObject => ({
	id: fields.order_key ?? fields.order_number,
	name: fields.order_number,
	financial_status: fields.payment_status,
	fulfillment_status: fields.status,
	cancelled_at: fields.cancelled_at,
	test: fields.test,
	gateway: fields.payment_method,
	total_price: fields.total,
	currency: fields.currency,
	email: fields.email,
	note: fields.customer_note,
	shipping_address:
		fields.shipping === undefined
			? null
			: { ...shopifyParty(fields.shipping), latitude: fields.latitude, longitude: fields.longitude },
	billing_address: shopifyParty(fields.billing),
	shipping_lines: methodsOf(fields).map(({ title, code }) => ({ title, code })),
	line_items: (fields.items ?? []).map(({ name, sku, quantity, price, weight }) => ({
		name,
		sku,
		quantity,
		price,
		grams: weight,
	})),
	note_attributes: (fields.added ?? []).map(({ key, value }) => ({ name: key, value })),
});

function prestashop(fields: MappedOrder): JsonObject {
	const { shipping } = fields;
	return {
		...Object.fromEntries((fields.added ?? []).flatMap(({ key, value }) => (key === undefined ? [] : [[key, value]]))),
		order: {
			id: fields.order_key ?? fields.order_number,
			reference: fields.order_number,
			current_state: fields.status,
			id_carrier: fields.shipping_method_code ?? '',
			module: fields.payment_method,
			total_paid: fields.total,
			associations: {
				order_rows: (fields.items ?? []).map(({ name, sku, quantity, price, weight }) => ({
					grams: weight,
					product_name: name,
					product_reference: sku,
					product_quantity: quantity,
					unit_price_tax_incl: price,
				})),
			},
		},
		...(shipping === undefined
			? {}
			: {
					address: {
						firstname: shipping.first_name,
						lastname: shipping.last_name,
						company: shipping.company,
						address1: shipping.street,
						address2: shipping.street_2,
						postcode: shipping.postal_code,
						city: shipping.city,
						phone: shipping.phone,
						other: fields.customer_note,
						latitude: fields.latitude,
						longitude: fields.longitude,
					},
				}),
		country: { iso_code: shipping?.country },
		customer: {
			email: fields.email,
			firstname: fields.billing?.first_name,
			lastname: fields.billing?.last_name,
			phone: fields.billing?.phone,
		},
		currency: { iso_code: fields.currency },
		...(fields.shipping_method === undefined ? {} : { carrier: { name: fields.shipping_method } }),
	};
}

function generic(fields: MappedOrder): JsonObject {
	const { shipping, billing, items = [], added = [], order_key: id, customer_note: note, ...rest } = fields;
	return {
		...rest,
		id,
		note,
		shipping: shipping && { ...shipping, address_1: shipping.street, address_2: shipping.street_2 },
		billing: billing && { ...billing, address_1: billing.street, address_2: billing.street_2 },
		shipping_method_id: fields.shipping_method_code,
		items: items.map(({ weight, ...item }) => ({ ...item, weight_grams: weight })),
		meta_data: added.map(({ key, value }) => ({ key, value })),
	};
}

const builders: Readonly<Record<string, (fields: MappedOrder) => JsonObject>> = { woocommerce, shopify, prestashop };

/** Single fields as the order that the reader of that shop knows. */
export const orderFromFields = (shop: string, fields: MappedOrder, kinds: readonly Shop[]): JsonObject =>
	(kinds.find(({ id }) => id === shop)?.fromFields ?? builders[shop] ?? generic)(fields);
