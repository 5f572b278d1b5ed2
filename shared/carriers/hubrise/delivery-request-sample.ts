import type { JsonObject } from '../../json';
import type { ShopOrderSample } from '../../declare/shop-order';
import { order as hubriseOrder } from './documented';
import { noOrders } from './order-samples';

const listed = {
	request: { method: 'GET', path: '/v1/location/orders', query: { private_ref: 'WC-1042' } },
	response: { status: 200, body: [hubriseOrder] },
};

const order: JsonObject = {
	id: 1042,
	number: '1042',
	status: 'processing',
	currency: 'EUR',
	total: '25.80',
	date_paid: '2030-05-21T08:00:00',
	billing: { first_name: 'Ada', last_name: 'Moreau', email: 'ada@example.com', phone: '06 12 34 56 78' },
	shipping: {
		first_name: 'Ada',
		last_name: 'Moreau',
		address_1: '12 rue des Petits Champs',
		address_2: '3rd floor',
		city: 'Paris',
		postcode: '75002',
		country: 'FR',
	},
	line_items: [
		{ id: 1, name: 'Margherita', quantity: 2, sku: 'MAR-L', total: '22.80' },
		{ id: 2, name: 'Water', quantity: 1, total: '2.00' },
	],
	shipping_lines: [{ method_id: 'flat_rate', method_title: 'Delivery' }],
	meta_data: [],
};

export const shopOrderSample: ShopOrderSample = {
	title: "WooCommerce's order, as soon as possible",
	order,
	request: {
		method: 'POST',
		path: '/v1/location/orders',
		body: {
			status: 'new',
			ref: '1042',
			private_ref: 'WC-1042',
			service_type: 'delivery',
			asap: true,
			items: [
				{ product_name: 'Margherita', price: '11.40 EUR', quantity: '2', sku_ref: 'MAR-L' },
				{ product_name: 'Water', price: '2.00 EUR', quantity: '1' },
			],
			charges: [{ name: 'Shipping and other charges', price: '1.00 EUR' }],
			payments: [{ amount: '25.80 EUR', name: 'Paid online' }],
			customer: {
				first_name: 'Ada',
				last_name: 'Moreau',
				email: 'ada@example.com',
				address_1: '12 rue des Petits Champs',
				address_2: '3rd floor',
				postal_code: '75002',
				city: 'Paris',
				country: 'FR',
				phone: '+33612345678',
			},
		},
	},
	otherResponses: noOrders,
	response: { status: 200, body: hubriseOrder },
	example: { id: '5dpm9', carrier: 'hubrise', reference: 'WC-1042', orderStatus: 'new' },
	priceCall: {
		request: { method: 'GET', path: '/v1/location/orders', query: { private_ref: 'WC-1042' } },
		response: { status: 200, body: [] },
	},
	reconcile: {
		title: 'An order that is not in HubRise',
		input: { order },
		request: { method: 'GET', path: '/v1/location/orders', query: { private_ref: 'WC-1042' } },
		response: { status: 200, body: [] },
	},
	byReference: {
		cancelled: { orderStatus: 'cancelled' },
		get: listed,
		cancel: {
			request: { method: 'PATCH', path: '/v1/location/orders/5dpm9', body: { status: 'cancelled' } },
			response: { status: 200, body: { ...hubriseOrder, status: 'cancelled' } },
			otherResponses: { 'GET /v1/location/orders': listed.response },
		},
	},
};
