import type { AnswerSample, AntiSample, Sample } from '../../declare/sample';
import { location, notFound, order, validationFailed } from './documented';

const none = { 'GET /v1/location/orders': { status: 200, body: [] } };

export const orderSamples: readonly Sample[] = [
	{
		title: 'To be delivered, with items and a customer',
		input: {
			private_ref: 'WC-1042',
			ref: 'A-17',
			customer: {
				first_name: 'Ada',
				last_name: 'Moreau',
				phone: '+33 6 12 34 56 78',
				email: 'ada@example.com',
				address_1: '12 rue des Petits Champs',
				address_2: '3rd floor',
				postal_code: '75002',
				city: 'Paris',
				country: 'fr',
				latitude: '48.868',
				longitude: '2.338',
				delivery_notes: 'Code 3495',
			},
			currency: 'EUR',
			items: [
				{ product_name: 'Margherita', sku_name: 'Large', sku_ref: 'MAR-L', price: '11.4', quantity: '2' },
				{ product_name: 'Water', price: '3' },
			],
			payments: [{ name: 'Card', ref: 'CB', amount: '25.80' }],
			expected_time: '2030-05-21T12:30:00+02:00',
			customer_notes: 'No onions',
		},
		request: {
			method: 'POST',
			path: '/v1/location/orders',
			body: {
				status: 'new',
				ref: 'A-17',
				private_ref: 'WC-1042',
				service_type: 'delivery',
				expected_time: '2030-05-21T12:30:00+02:00',
				customer_notes: 'No onions',
				items: [
					{ product_name: 'Margherita', sku_name: 'Large', sku_ref: 'MAR-L', price: '11.40 EUR', quantity: '2' },
					{ product_name: 'Water', price: '3.00 EUR', quantity: '1' },
				],
				payments: [{ name: 'Card', ref: 'CB', amount: '25.80 EUR' }],
				customer: {
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
			},
		},
		reads: none,
		answer: { status: 200, body: order },
	},
	{
		title: "By account, collected, in the account's own currency",
		connection: 'account',
		input: { location_id: '3r4s3-1', private_ref: 'WC-1043', service_type: 'collection', charges: [{ name: 'Bag', amount: '0.2' }] },
		request: {
			method: 'POST',
			path: '/v1/locations/3r4s3-1/orders',
			body: { status: 'new', private_ref: 'WC-1043', service_type: 'collection', charges: [{ name: 'Bag', amount: '0.20 EUR' }] },
		},
		reads: { 'GET /v1/locations/3r4s3-1': { status: 200, body: location }, 'GET /v1/locations/3r4s3-1/orders': { status: 200, body: [] } },
		answer: { status: 200, body: { id: '5dpn2', location_id: '3r4s3-1', private_ref: 'WC-1043', status: 'new', service_type: 'collection', created_at: '2030-05-21T11:25:00+02:00' } },
	},
	{
		title: 'With what else an order may say',
		input: {
			private_ref: 'WC-1044',
			status: 'accepted',
			service_type_ref: 'DEL',
			customer: { company_name: 'Canal SARL', phone_access_code: '99', address_1: '1 Main Street', city: 'Dover', state: 'Kent', country: 'Royaume-Uni' },
			currency: 'gbp',
			discounts: [{ name: 'Welcome', amount: '2', ref: 'W' }],
			charges: [{ name: 'Delivery', amount: '3.5', ref: 'D' }],
			confirmed_time: '2030-05-21T12:40:00+02:00',
			seller_notes: 'Ring twice',
			collection_code: 'A17',
			coupon_codes: 'WELCOME10, SPRING',
			custom_fields: [
				{ name: 'shop', value: 'Dover' },
				{ name: 'delivery.tracking_url', value: 'https://track.example.com/42' },
				{ name: 'delivery.driver.first_name', value: 'John' },
			],
		},
		request: {
			method: 'POST',
			path: '/v1/location/orders',
			body: {
				status: 'accepted',
				private_ref: 'WC-1044',
				service_type: 'delivery',
				service_type_ref: 'DEL',
				confirmed_time: '2030-05-21T12:40:00+02:00',
				seller_notes: 'Ring twice',
				collection_code: 'A17',
				discounts: [{ name: 'Welcome', ref: 'W', amount: '2.00 GBP' }],
				charges: [{ name: 'Delivery', ref: 'D', amount: '3.50 GBP' }],
				coupon_codes: ['WELCOME10', 'SPRING'],
				customer: { company_name: 'Canal SARL', phone_access_code: '99', address_1: '1 Main Street', city: 'Dover', state: 'Kent', country: 'GB' },
				custom_fields: { shop: 'Dover', delivery: { tracking_url: 'https://track.example.com/42', driver: { first_name: 'John' } } },
			},
		},
		reads: none,
		answer: { status: 200, body: { id: '5dpn3', location_id: '3r4s3-1', private_ref: 'WC-1044', status: 'accepted', service_type: 'delivery', created_at: '2030-05-21T11:26:00+02:00' } },
	},
];

export const orderAnswers: readonly AnswerSample[] = [
	{ title: 'A field is refused', input: { private_ref: 'WC-1' }, reads: none, answer: validationFailed('customer.phone', 'is invalid'), comesTo: 'refused' },
	{
		title: 'It is there already',
		input: { private_ref: 'WC-1042' },
		reads: { 'GET /v1/location/orders': { status: 200, body: [order] } },
		answer: notFound,
		comesTo: 'items',
	},
];

export const orderAntiSamples: readonly AntiSample[] = [
	{ why: 'An item without its price', input: { items: [{ product_name: 'Water' }] }, names: ['Item 1 Price'] },
	{ why: 'To be delivered nowhere', input: { customer: { first_name: 'Ada' } }, names: ['Customer Street'] },
	{ why: 'To be delivered in no country', input: { customer: { address_1: '1 Main Street', country: 'F1' } }, names: ['Customer Country'] },
	{ why: 'A service of another kind', input: { service_type: 'drone' }, names: ['Service Type'] },
	{ why: 'A currency that is none', input: { currency: '12' }, names: ['Currency'] },
];
