import type { JsonObject } from '../../json';

/** The carrier's own example of a customer that is read. */
export const documentedCustomer: JsonObject = {
	id: 'jdj9v',
	customer_list_id: 'smpse3',
	anonymised: false,
	private_ref: null,
	email: 'jimmy.watson@dummy-mail.org',
	first_name: 'Jimmy',
	last_name: 'Watson',
	gender: 'male',
	birth_date: null,
	created_at: '2020-01-18T17:12:02+02:00',
	company_name: null,
	phone: '+44123456789',
	phone_access_code: '8888',
	address_1: '1 Town Road',
	address_2: null,
	postal_code: 'N9 0HL',
	city: 'London',
	state: null,
	country: 'GB',
	latitude: '45.7571206',
	longitude: '4.8307575',
	delivery_notes: null,
	sms_marketing: false,
	email_marketing: true,
	nb_orders: 2,
	order_total: '28.40 GBP',
	first_order_date: '2020-01-18T17:15:11+02:00',
	last_order_date: '2020-01-23T10:13:21+02:00',
	loyalty_cards: [{ id: 'slp8q', ref: null, name: null, balance: '13.5' }],
	custom_fields: {},
};

/** The body of the carrier's own example of a new customer, without its empty fields. */
export const documentedNewCustomer: JsonObject = {
	private_ref: '2213312',
	email: 'charles.moore@dummy-mail.org',
	first_name: 'Charles',
	last_name: 'Moore',
	gender: 'male',
	birth_date: '1999-01-01',
	company_name: 'HubRise',
	phone: '+44123456789',
	phone_access_code: '8888',
	address_1: '1 avenue des Champs Elysées',
	postal_code: '75001',
	city: 'Paris',
	country: 'FR',
	latitude: '48.8589507',
	longitude: '2.2770205',
};

export const createdCustomer: JsonObject = {
	...documentedCustomer,
	...documentedNewCustomer,
	id: 'asdf2',
	customer_list_id: 'ag8u4',
	nb_orders: 0,
	order_total: '0.00 EUR',
	first_order_date: null,
	last_order_date: null,
	loyalty_cards: [],
};

export const documentedLists = [
	{ id: 'apm3s', name: 'Online customers', created_at: '2020-06-25T11:43:51+02:00' },
	{ id: 's7ma5', name: 'POS customers', created_at: '2020-05-19T13:23:10+02:00' },
];

export const documentedCard: JsonObject = {
	id: 'slp8q',
	customer_id: 've343',
	name: 'Come back!',
	ref: 'LOY',
	balance: '13.5',
};

export const documentedOperation: JsonObject = {
	id: '22kmp',
	customer_id: 've343',
	created_at: '2020-01-18T12:37:21+02:00',
	order_location_id: 'psm98',
	order_id: 'mapcm',
	reason: 'Points earned on order',
	delta: '4.2',
	new_balance: '17.7',
};
