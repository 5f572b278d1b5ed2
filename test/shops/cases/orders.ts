import type { JsonObject } from '../../../shared/json';

export const nora: JsonObject = {
	first_name: 'Nora',
	last_name: 'Petit',
	company: '',
	address_1: '3 rue Oberkampf',
	address_2: '',
	city: 'Paris',
	state: '',
	postcode: '75011',
	country: 'FR',
};

export const noraBilling: JsonObject = { ...nora, email: 'nora@example.org', phone: '06 11 22 33 44' };

/** Meta data as Iconic's plug-in writes it. */
export const iconic = (slot: string, ymd = '20261125'): JsonObject[] => [
	{ id: 1, key: 'jckwds_date', value: '25/11/2026' },
	{ id: 2, key: 'jckwds_date_ymd', value: ymd },
	{ id: 3, key: 'jckwds_timeslot', value: slot },
];

/** WooCommerce's webhook, in the order of its own fields. */
export const wooOrder = (id: number, changes: JsonObject = {}): JsonObject => ({
	id,
	number: String(id),
	status: 'processing',
	created_via: 'checkout',
	currency: 'EUR',
	customer_id: 0,
	customer_note: '',
	billing: noraBilling,
	shipping: { ...nora, phone: '' },
	meta_data: iconic('14:00 - 16:00'),
	line_items: [{ id: 1, name: 'Savon', quantity: 2, sku: 'S1' }],
	shipping_lines: [{ id: 9, method_title: 'Vélo', method_id: 'flat_rate' }],
	_links: { self: [{ href: `https://shop.example.org/wp-json/wc/v3/orders/${id}` }] },
	...changes,
});

export const shipsTo = (changes: JsonObject): JsonObject => ({ shipping: { ...nora, phone: '', ...changes } });
export const calls = (phone: string): JsonObject => ({ billing: { ...noraBilling, phone } });
export const method = (method_id: string, method_title = 'Retrait', more: JsonObject = {}): JsonObject => ({
	shipping_lines: [{ method_id, method_title, ...more }],
});

export const freja: JsonObject = {
	first_name: 'Freja',
	last_name: 'Holm',
	name: 'Freja Holm',
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

/** Shopify's webhook of a paid order without a slot. */
export const shopifyOrder = (id: number, changes: JsonObject = {}): JsonObject => ({
	id,
	name: `#${id}`,
	created_at: '2026-11-24T10:00:00+01:00',
	financial_status: 'paid',
	cancelled_at: null,
	test: false,
	note: null,
	note_attributes: [],
	phone: null,
	email: 'f@example.org',
	shipping_lines: [{ title: 'Local delivery', code: 'local' }],
	shipping_address: freja,
	billing_address: freja,
	customer: { first_name: 'Freja', last_name: 'Holm', phone: null, default_address: freja },
	line_items: [{ id: 1, name: 'Kage', quantity: 1, requires_shipping: true }],
	...changes,
});

export const drivesTo = (changes: JsonObject): JsonObject => ({ shipping_address: { ...freja, ...changes } });

const sophie: JsonObject = {
	id: 11,
	id_country: '8',
	id_state: '0',
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
};

export const rows = (order_rows: JsonObject | JsonObject[]): JsonObject => ({ associations: { order_rows } });

/** PrestaShop's answers, joined: no list of its lines where `rows` gives none. */
export const prestaOrder = (id: number, order: JsonObject = {}, address: JsonObject = {}): JsonObject => ({
	order: {
		id,
		reference: `REF${id}`,
		id_address_delivery: '11',
		id_customer: '5',
		current_state: '2',
		id_carrier: '3',
		date_add: '2026-11-24 09:12:00',
		delivery_date: '0000-00-00 00:00:00',
		...rows([{ id: '1', product_id: '7', product_quantity: '1', product_name: 'Mug', product_reference: 'product_1' }]),
		...order,
	},
	address: { ...sophie, ...address },
	country: { iso_code: 'FR' },
	customer: { email: 'sophie@example.org' },
});
