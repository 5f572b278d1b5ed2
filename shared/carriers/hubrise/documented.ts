import type { JsonObject } from '../../json';

/** The body of the carrier's own example of a new delivery. */
export const documentedNew: JsonObject = {
	carrier: 'UPS',
	carrier_ref: 'ups',
	ref: '1Z12345E0291980793',
	status: 'pending',
	fee: '4.50 EUR',
	estimated_pickup_at: '2023-01-01T12:00:00+01:00',
	estimated_dropoff_at: '2023-01-01T12:30:00+01:00',
	tracking_url: 'https://www.ups.com/track?tracknum=1Z12345E0291980793',
	driver_name: 'John',
	driver_phone: '+33612345678',
	driver_phone_access_code: '1234',
	driver_latitude: '48.856614',
	driver_longitude: '2.3522219',
};

/** All that HR1 and HR3 take alike. */
export const allFields: JsonObject = {
	status: 'cancelled',
	ref: 'UPS-2',
	estimated_pickup_at: '2030-05-21T12:00:00+02:00',
	estimated_dropoff_at: '2030-05-21T12:30:00+02:00',
	tracking_url: 'https://track.example.com/42',
	driver_pickup_url: 'https://track.example.com/42/pickup',
	driver_name: 'Noor',
	driver_phone: '+33612345679',
	driver_phone_access_code: '99',
	driver_latitude: '48.8500',
	driver_longitude: '-0.10',
	assigned_at: '2030-05-21T11:50:00+02:00',
	pickup_at: '2030-05-21T12:02:00+02:00',
	delivered_at: '2030-05-21T12:31:00+02:00',
	cancelled_at: '2030-05-21T12:35:00+02:00',
};

/** The carrier's own example of a delivery that is read. */
export const documentedDelivery: JsonObject = {
	id: 'ez351',
	order_id: '5dpm9',
	location_id: '3r4s3-1',
	carrier: 'UPS',
	carrier_ref: 'ups',
	ref: '1Z12345E0291980793',
	status: 'pickup_waiting',
	fee: '4.50 EUR',
	estimated_pickup_at: '2023-01-01T12:17:00+01:00',
	estimated_dropoff_at: '2023-01-01T12:29:00+01:00',
	tracking_url: 'https://www.ups.com/track?tracknum=1Z12345E0291980793',
	driver_name: 'John',
	driver_phone: '+33612345678',
	driver_phone_access_code: '1234',
	assigned_at: '2023-01-01T12:11:03+01:00',
	pickup_at: null,
	delivered_at: null,
	cancelled_at: null,
	driver_latitude: '48.856702',
	driver_longitude: '2.35222',
};

/** The presumed response of HR1 to that example: the resource, because no response is documented. */
export const created: JsonObject = {
	id: 'ez351',
	order_id: '5dpm9',
	location_id: '3r4s3-1',
	...documentedNew,
	assigned_at: null,
	pickup_at: null,
	delivered_at: null,
	cancelled_at: null,
};

/** HubRise sends the same message for a missing order and a missing delivery. */
export const notFound = { status: 404, body: { message: 'Not found', error_type: 'not_found' } };

export const validationFailed = (field: string, message: string) => ({
	status: 422,
	body: { message: 'Validation failed', errors: [{ field, message }], error_type: 'unprocessable_entity' },
});

export const quote: JsonObject = {
	id: 'q8x2k',
	order_id: '5dpm9',
	location_id: '3r4s3-1',
	carrier: 'UPS',
	carrier_ref: 'ups',
	ref: 'Q-77',
	fee: '4.50 EUR',
	estimated_pickup_at: '2030-05-21T12:00:00+02:00',
	estimated_dropoff_at: '2030-05-21T12:30:00+02:00',
	accepted_at: null,
};

export const location: JsonObject = {
	id: '3r4s3-1',
	name: 'Valmy',
	account: { id: '3r4s3', name: 'Brasserie du Canal', currency: 'EUR' },
	address: '12 quai de Valmy',
	postal_code: '75010',
	city: 'Paris',
	country: 'FR',
	timezone: { name: 'Europe/Paris' },
};

export const order: JsonObject = {
	id: '5dpm9',
	location_id: '3r4s3-1',
	ref: 'A-17',
	private_ref: 'WC-1042',
	status: 'new',
	service_type: 'delivery',
	service_type_ref: null,
	created_at: '2030-05-21T11:20:00+02:00',
	created_by: 'Sandbox Till',
	expected_time: '2030-05-21T12:30:00+02:00',
	confirmed_time: null,
	customer_notes: 'No onions',
	seller_notes: null,
	collection_code: null,
	coupon_codes: [],
	total: '25.80 EUR',
	items: [
		{
			id: 'i1',
			product_name: 'Margherita',
			sku_name: 'Large',
			sku_ref: 'MAR-L',
			price: '11.40 EUR',
			quantity: '2.0',
			options: [],
		},
		{ id: 'i2', product_name: 'Water', price: '3.00 EUR', quantity: '1.0', options: [] },
	],
	deals: {},
	discounts: [],
	charges: [],
	payments: [{ id: 'p1', name: 'Card', ref: 'CB', amount: '25.80 EUR' }],
	customer: {
		id: 'c1',
		first_name: 'Ada',
		last_name: 'Moreau',
		phone: '+33612345678',
		email: 'ada@example.com',
		address_1: '12 rue des Petits Champs',
		address_2: '3rd floor',
		postal_code: '75002',
		city: 'Paris',
		country: 'FR',
		latitude: '48.868',
		longitude: '2.338',
		delivery_notes: 'Code 3495',
	},
	delivery: null,
	loyalty_operations: [],
	custom_fields: {},
};
