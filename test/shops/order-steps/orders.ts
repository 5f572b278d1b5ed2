import type { JsonObject } from '../../../shared/json';

const nora = {
	first_name: 'Nora',
	last_name: 'Petit',
	company: '',
	address_1: '3 rue Oberkampf',
	address_2: '',
	city: 'Paris',
	postcode: '75011',
	country: 'FR',
};

/** WooCommerce's order, with the slot as Iconic's plug-in writes it. */
export const woo = (changes: JsonObject = {}): JsonObject => ({
	id: 612,
	number: '612',
	status: 'processing',
	currency: 'EUR',
	total: '24.00',
	date_paid: '2026-11-24T09:00:00',
	customer_note: '',
	billing: { ...nora, email: 'nora@example.org', phone: '06 11 22 33 44' },
	shipping: { ...nora, phone: '' },
	meta_data: [
		{ id: 2, key: 'jckwds_date_ymd', value: '20261125' },
		{ id: 3, key: 'jckwds_timeslot', value: '14:00 - 16:00' },
	],
	line_items: [{ id: 1, name: 'Savon', quantity: 2, sku: 'product_2', total: '24.00' }],
	shipping_lines: [{ id: 9, method_title: 'Vélo', method_id: 'flat_rate' }],
	...changes,
});

export const slot = (text: string): JsonObject => ({
	meta_data: [
		{ key: 'jckwds_date_ymd', value: '20261125' },
		{ key: 'jckwds_timeslot', value: text },
	],
});

export const shippingTo = (changes: JsonObject): JsonObject => ({ shipping: { ...nora, phone: '', ...changes } });
export const withPhone = (phone: string): JsonObject => ({ billing: { ...nora, phone } });

const freja = {
	first_name: 'Freja',
	last_name: 'Holm',
	address1: 'Vestergade 10',
	address2: null,
	company: null,
	zip: '5000',
	city: 'Odense C',
	country: 'Denmark',
	country_code: 'DK',
	phone: '+4512345678',
	latitude: 55.3957969,
	longitude: 10.3912053,
};

/** Shopify's order, for Saturday at five. */
export const shopify = (changes: JsonObject = {}): JsonObject => ({
	id: 7001,
	name: '#7001',
	financial_status: 'paid',
	cancelled_at: null,
	test: false,
	currency: 'DKK',
	total_price: '249.00',
	note: null,
	note_attributes: [
		{ name: 'Delivery Date', value: '2026-11-28' },
		{ name: 'Delivery Time', value: '17:00' },
	],
	shipping_lines: [{ title: 'Local delivery', code: 'local' }],
	shipping_address: freja,
	line_items: [{ id: 1, name: 'Kage', sku: 'product_2', quantity: 1, price: '249.00', requires_shipping: true }],
	...changes,
});

export const danish = (changes: JsonObject): JsonObject => ({ shipping_address: { ...freja, ...changes } });

/** PrestaShop's raw answers, joined. */
export const presta = (order: JsonObject = {}, address: JsonObject = {}): JsonObject => ({
	order: {
		id: 3801,
		reference: 'XKBKNABJK',
		id_address_delivery: '11',
		current_state: '2',
		id_carrier: '3',
		total_paid: '39.80',
		delivery_date: '0000-00-00 00:00:00',
		associations: {
			order_rows: [{ product_id: '7', product_quantity: '2', product_name: 'Mug', product_reference: 'product_2' }],
		},
		...order,
	},
	address: {
		id: 11,
		id_country: '8',
		firstname: 'Sophie',
		lastname: 'Martin',
		company: '',
		address1: '12 rue de la République',
		address2: '',
		postcode: '69002',
		city: 'Lyon',
		other: '',
		phone: '0472000000',
		phone_mobile: '',
		...address,
	},
	country: { id: 8, iso_code: 'FR' },
	customer: { email: 'sophie@example.org' },
});

export const parcels: JsonObject = { weight_kg: 5, volume_dm3: 20 };

/** DeliverIt needs the position that only Shopify's order has. */
const orders: Readonly<Record<string, typeof woo>> = { deliverit: shopify };
export const orderFor = (carrier: string): typeof woo => orders[carrier] ?? woo;

/** Cyke needs a type for each package. */
const rules: Readonly<Record<string, JsonObject>> = { cyke: { parcels } };
export const rulesFor = (carrier: string): JsonObject => rules[carrier] ?? {};
