import type { JsonObject } from '../../json';
import { rankOf } from '../../delivery/status';
import type { ShopOrderSample } from '../../declare/shop-order';
import { documentedPeriod, loginReads, sampleBooking, sampleOrder } from './documented';

const order: JsonObject = {
	id: 450789469001,
	name: '#1042',
	financial_status: 'paid',
	cancelled_at: null,
	test: false,
	currency: 'DKK',
	total_price: '249.00',
	shipping_lines: [{ title: 'Local delivery', code: 'local' }],
	shipping_address: {
		first_name: 'Freja',
		last_name: 'Holm',
		address1: 'Vestergade 10',
		address2: '2. sal',
		zip: '5000',
		city: 'Odense C',
		country_code: 'DK',
		phone: '12 34 56 78',
		latitude: 55.3957969,
		longitude: 10.3912053,
	},
	note_attributes: [
		{ name: 'Delivery Date', value: '2020-11-11' },
		{ name: 'Delivery Time', value: '20:30' },
	],
	line_items: [{ id: 1, name: 'Kage', quantity: 1, price: '249.00', requires_shipping: true }],
};

const noOrders = {
	...loginReads,
	'/api/v1/order/14/2020-10-09/2020-12-11': {
		status: 404,
		body: { error: true, message: 'No order is found. Are the dates correct?.' },
	},
};

const listed = {
	request: { method: 'GET', path: '/api/v1/order/14/2020-10-09/2020-12-11' },
	response: { status: 200, body: documentedPeriod({ ...sampleOrder, remarks: '[ref:SH-1042]' }) },
};

export const shopOrderSample: ShopOrderSample = {
	title: "Shopify's order, for the day that the customer chose",
	order,
	request: {
		method: 'POST',
		path: '/api/v1/orderdriver/create',
		body: {
			firstname: 'Freja',
			lastname: 'Holm',
			street: 'Vestergade 10',
			zip: '5000',
			city: 'Odense C',
			time: '2020-11-11 20:30',
			telephone: '12345678',
			remarks: '[ref:SH-1042] [for:2020-11-11 20:30] 2. sal',
			latitude: '55.3957969',
			longitude: '10.3912053',
		},
	},
	otherResponses: noOrders,
	response: { status: 201, body: { ...sampleBooking, push: false, time: '20:30', arrive_at_customer: '20:41' } },
	example: {
		id: 'F64u3fbxNdaoTyAcOisM',
		carrier: 'deliverit',
		reference: 'SH-1042',
		status: 'scheduled',
		carrierStatus: 'booked',
		terminal: false,
		rank: 4,
	},
	priceCall: {
		request: {
			method: 'GET',
			path: '/api/v1/request/price',
			query: { longitude: '10.3912053', latitude: '55.3957969' },
		},
		response: {
			status: 200,
			body: { error: false, distance_in_km: 10.35, estimated_delivery_time_in_minutes: 18, price_ex_vat: 100 },
		},
	},
	reconcile: {
		title: 'A paid order without a driver',
		input: { order },
		request: { method: 'GET', path: '/api/v1/order/14/2020-10-09/2020-12-11' },
		otherResponses: loginReads,
		response: { status: 200, body: documentedPeriod() },
	},
	byReference: {
		cancelled: { status: 'cancelled', carrierStatus: 'canceled', terminal: true, rank: rankOf('cancelled') },
		get: { ...listed, otherResponses: loginReads },
		cancel: {
			request: { method: 'POST', path: '/api/v1/orderdriver/cancel/14/uyPtNITg5cAOoKDViG2e' },
			response: { status: 200, body: { error: false, message: 'Okay, the order is canceled' } },
			otherResponses: { ...loginReads, '/api/v1/order/14/2020-10-09/2020-12-11': listed.response },
		},
	},
};
