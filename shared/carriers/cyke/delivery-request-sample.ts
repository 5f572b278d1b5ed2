import { rankOf } from '../../delivery/status';
import type { ShopOrderSample } from '../../declare/shop-order';
import type { JsonObject } from '../../json';
import { deliveryV2, documentedDelivery } from './documented';

const order: JsonObject = {
	id: 1042,
	number: '1042',
	status: 'processing',
	currency: 'EUR',
	total: '19.90',
	date_paid: '2020-11-09T08:00:00',
	customer_note: 'Sonner deux fois',
	billing: { first_name: 'Nora', last_name: 'Petit', email: 'nora@example.org', phone: '06 11 22 33 44' },
	shipping: {
		first_name: 'Nora',
		last_name: 'Petit',
		address_1: '3 rue Oberkampf',
		address_2: 'Bât. B',
		city: 'Paris',
		postcode: '75011',
		country: 'FR',
	},
	line_items: [{ id: 1, name: 'Savon', quantity: 2, sku: 'S1', total: '19.90' }],
	shipping_lines: [{ method_id: 'flat_rate', method_title: 'Vélo' }],
	meta_data: [
		{ key: 'jckwds_date_ymd', value: '20201110' },
		{ key: 'jckwds_timeslot', value: '14:00 - 16:00' },
	],
};

const listed = {
	request: { method: 'GET', path: '/api/v2/deliveries', query: { client_order_reference: 'WC-1042' } },
	response: { status: 200, body: [{ id: 4711, status: 'saved', client_order_reference: 'WC-1042' }] },
};

const noDeliveries = { '/api/v2/deliveries': { status: 200, body: [] } };

export const shopOrderSample: ShopOrderSample = {
	title: "WooCommerce's order, with its slot",
	order,
	input: { parcels: { weight_kg: 5, volume_dm3: 20 } },
	request: {
		method: 'POST',
		path: '/api/v2/deliveries',
		body: {
			client_order_reference: 'WC-1042',
			dropoff: {
				slot_starting_at: '2020-11-10T14:00:00.000+01:00',
				slot_ending_at: '2020-11-10T16:00:00.000+01:00',
				place: {
					recipient_name: 'Nora Petit',
					recipient_phone: '+33611223344',
					recipient_email: 'nora@example.org',
					address: '3 rue Oberkampf',
					postal_code: '75011',
					city: 'Paris',
					address_instructions: 'Bât. B. Sonner deux fois',
				},
			},
			packages: [{ name: '2 × Savon', amount: 1, volume_dm3: 20, weight_kg: 5 }],
		},
	},
	otherResponses: noDeliveries,
	response: { status: 201, body: { ...documentedDelivery, client_order_reference: 'WC-1042' } },
	example: {
		id: '86',
		carrier: 'cyke',
		reference: 'WC-1042',
		status: 'created',
		carrierStatus: 'saved',
		terminal: false,
		rank: 3,
	},
	reconcile: {
		title: 'A paid order without a booking',
		input: { order },
		request: { method: 'GET', path: '/api/v2/deliveries', query: { client_order_reference: 'WC-1042' } },
		response: { status: 200, body: [] },
	},
	byReference: {
		cancelled: { status: 'cancelled', carrierStatus: 'cancelled', terminal: true, rank: rankOf('cancelled') },
		get: { ...listed, otherResponses: { '/api/v2/deliveries/4711': { status: 200, body: deliveryV2 } } },
		cancel: {
			request: { method: 'PATCH', path: '/api/v2/deliveries/4711/cancel' },
			response: { status: 200, body: { ...deliveryV2, status: 'cancelled' } },
			otherResponses: {
				'/api/v2/deliveries': listed.response,
				'/api/v2/deliveries/4711': { status: 200, body: deliveryV2 },
			},
		},
	},
};
