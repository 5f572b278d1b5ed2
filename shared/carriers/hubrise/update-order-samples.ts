import type { AntiSample, ResponseSample, Sample } from '../../declare/sample';
import { notFound, order, validationFailed } from './documented';
import { documentedOrder } from './documented-order';
import { toOrderItem } from './order';
import { orderResponse } from './wire';

export const updateOrderExample = toOrderItem(orderResponse.parse(order));

const path = '/v1/location/orders/5dpm9';
const current = { [`GET ${path}`]: { status: 200, body: order } };

export const updateOrderSamples: readonly Sample[] = [
	{
		title: 'On its way',
		input: { order_id: '5dpm9', status: 'in_delivery' },
		request: { method: 'PATCH', path, body: { status: 'in_delivery' } },
		response: { status: 200, body: { ...order, status: 'in_delivery' } },
	},
	{
		title: 'Accepted, with one item less and one payment more (documented)',
		connection: 'account',
		input: {
			location_id: '3r4s3-1',
			order_id: '5dpm9',
			status: 'accepted',
			currency: 'EUR',
			removed: [{ from: 'items', entry_id: 'xe834v' }],
			payments: [{ name: 'Cash', ref: 'CSH', amount: '5.90', private_ref: 'CASH-1' }],
		},
		request: {
			method: 'PATCH',
			path: '/v1/locations/3r4s3-1/orders/5dpm9',
			body: {
				status: 'accepted',
				items: [{ id: 'xe834v', deleted: true }],
				payments: [{ name: 'Cash', ref: 'CSH', amount: '5.90 EUR', private_ref: 'CASH-1' }],
			},
		},
		otherResponses: { 'GET /v1/locations/3r4s3-1/orders/5dpm9': { status: 200, body: documentedOrder } },
		response: { status: 200, body: { ...documentedOrder, status: 'accepted' } },
	},
	{
		title: 'Two payments are added (documented)',
		input: {
			order_id: '5dpm9',
			currency: 'EUR',
			payments: [
				{ name: 'Cash', ref: 'CSH', amount: '5.90', private_ref: 'P1' },
				{ name: 'Online', ref: 'OL', amount: '11.20', private_ref: 'P2' },
			],
		},
		request: {
			method: 'PATCH',
			path,
			body: {
				payments: [
					{ name: 'Cash', ref: 'CSH', amount: '5.90 EUR', private_ref: 'P1' },
					{ name: 'Online', ref: 'OL', amount: '11.20 EUR', private_ref: 'P2' },
				],
			},
		},
		otherResponses: current,
		response: { status: 200, body: order },
	},
	{
		title: 'An item gets a reference (documented)',
		input: { order_id: '5dpm9', named: [{ in: 'items', entry_id: 'xe834v', private_ref: '96' }] },
		request: { method: 'PATCH', path, body: { items: [{ id: 'xe834v', private_ref: '96' }] } },
		response: { status: 200, body: order },
	},
	{
		title: 'What is there of two charges is not added again',
		input: {
			order_id: '5dpm9',
			currency: 'EUR',
			charges: [
				{ name: 'Bag', price: '0.2', private_ref: 'BAG' },
				{ name: 'Night', price: '2', tax_rate: '20', private_ref: 'NIGHT' },
			],
			discounts: [{ name: 'Sorry', price_off: '1', private_ref: 'SORRY' }],
			items: [{ product_name: 'Coke', price: '1', quantity: '1', options: 'Ice: -Ice', private_ref: 'COKE' }],
		},
		request: {
			method: 'PATCH',
			path,
			body: {
				items: [
					{
						product_name: 'Coke',
						price: '1.00 EUR',
						quantity: '1',
						options: [{ option_list_name: 'Ice', name: 'Ice', removed: true }],
						private_ref: 'COKE',
					},
				],
				discounts: [{ name: 'Sorry', price_off: '1.00 EUR', private_ref: 'SORRY' }],
				charges: [{ name: 'Night', price: '2.00 EUR', tax_rate: '20', private_ref: 'NIGHT' }],
			},
		},
		otherResponses: {
			[`GET ${path}`]: {
				status: 200,
				body: { ...order, charges: [{ id: 'h1', private_ref: 'BAG', name: 'Bag', price: '0.20 EUR', deleted: false }] },
			},
		},
		response: { status: 200, body: order },
	},
	{
		title: 'Fields are cleared, and a custom field is removed',
		input: {
			order_id: '5dpm9',
			cleared: [{ field: 'seller_notes' }, { field: 'collection_code' }],
			custom_fields: [{ name: 'table' }, { name: 'restaurant.table_name', value: '7' }],
		},
		request: {
			method: 'PATCH',
			path,
			body: {
				seller_notes: null,
				collection_code: null,
				custom_fields: { table: null, restaurant: { table_name: '7' } },
			},
		},
		response: { status: 200, body: order },
	},
	{
		title: 'What its own app and the counter know of it',
		input: {
			order_id: '5dpm9',
			confirmed_time: '2030-05-21 12:40',
			private_ref: 'WC-1042',
			seller_notes: 'Ring twice',
			collection_code: 'A17',
		},
		request: {
			method: 'PATCH',
			path,
			body: {
				confirmed_time: '2030-05-21T12:40:00+02:00',
				private_ref: 'WC-1042',
				seller_notes: 'Ring twice',
				collection_code: 'A17',
			},
		},
		response: { status: 200, body: { ...order, seller_notes: 'Ring twice', collection_code: 'A17' } },
	},
];

export const updateOrderResponses: readonly ResponseSample[] = [
	{
		title: 'Not there',
		input: { order_id: 'nope1', status: 'accepted' },
		response: notFound,
		expected: 'not_found',
	},
	{
		title: 'No such entry',
		input: { order_id: '5dpm9', removed: [{ from: 'items', entry_id: 'zzz' }] },
		response: validationFailed('items', 'has no element zzz'),
		expected: 'refused',
	},
	{
		title: 'Another order has that reference',
		input: { order_id: '5dpm9', private_ref: 'WC-1' },
		response: validationFailed('private_ref', 'has already been taken'),
		expected: 'already_exists',
	},
];

export const updateOrderAntiSamples: readonly AntiSample[] = [
	{ reason: 'Nothing to change', input: { order_id: '5dpm9' }, mentions: ['at least one field'] },
	{ reason: 'A status of a delivery', input: { order_id: '5dpm9', status: 'dropoff_enroute' }, mentions: ['Status'] },
	{
		reason: 'A payment without its amount',
		input: { order_id: '5dpm9', payments: [{ name: 'Cash' }] },
		mentions: ['Payment 1 Amount'],
	},
	{ reason: 'No order', input: { status: 'accepted' }, mentions: ['Order'] },
];
