import type { ResponseSample, AntiSample } from '../../declare/sample';
import { notFound, order, validationFailed } from './documented';
import { noOrders } from './order-samples';

const cake = [{ product_name: 'Cake', price: '19.90 EUR', quantity: '1' }];

export const orderResponses: readonly ResponseSample[] = [
	{
		title: 'A field is refused',
		input: { private_ref: 'WC-1', items: cake },
		otherResponses: noOrders,
		response: validationFailed('customer.phone', 'is invalid'),
		expected: 'refused',
	},
	{
		title: 'Another run was faster: HubRise refuses the reference as taken',
		input: { private_ref: 'WC-1', items: cake },
		otherResponses: noOrders,
		response: validationFailed('private_ref', 'has already been taken'),
		expected: 'already_exists',
	},
	{
		title: 'It is there already, though cancelled',
		input: { private_ref: 'WC-1042', items: cake },
		otherResponses: { 'GET /v1/location/orders': { status: 200, body: [{ ...order, status: 'cancelled' }] } },
		response: notFound,
		expected: 'items',
	},
	{
		title: 'It is there already',
		input: { private_ref: 'WC-1042', items: cake },
		otherResponses: { 'GET /v1/location/orders': { status: 200, body: [order] } },
		response: notFound,
		expected: 'items',
	},
];

export const orderAntiSamples: readonly AntiSample[] = [
	{
		reason: 'An item without its price',
		input: { items: [{ product_name: 'Water', quantity: '1' }] },
		mentions: ['Item 1 Price'],
	},
	{ reason: 'To be delivered nowhere', input: { customer: { first_name: 'Ada' } }, mentions: ['Customer Street'] },
	{
		reason: 'To be delivered in no country',
		input: { customer: { address_1: '1 Main Street', country: 'F1' } },
		mentions: ['Customer Country'],
	},
	{ reason: 'A service of another kind', input: { service_type: 'drone' }, mentions: ['Service Type'] },
	{
		reason: 'Options without their list',
		input: { items: [{ product_name: 'Pizza', price: '9', quantity: '1', options: 'Barbecue +1.00' }] },
		mentions: ['Item 1 Options'],
	},
	{
		reason: 'A deal that the order does not have',
		input: {
			deals: 'Lunch Menu',
			items: [{ product_name: 'Coke', price: '1', quantity: '1', deal_line: 'Dinner: Drink' }],
		},
		mentions: ['Item 1 Deal'],
	},
	{
		reason: 'A customer of a list, and a guest',
		input: { customer_id: 'wbq93', customer: { first_name: 'Ada', address_1: '1 Main Street' } },
		mentions: ['Customer'],
	},
	{ reason: 'A list without a number in it', input: { customer_list_id: 'xd2p4' }, mentions: ['Customer Reference'] },
	{ reason: 'Points of a guest', input: { loyalty_operations: [{ delta: '5' }] }, mentions: ['Loyalty Points'] },
	{ reason: 'Not a currency', input: { currency: '12' }, mentions: ['Currency'] },
];
