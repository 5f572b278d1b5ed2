import type { IDataObject } from 'n8n-workflow';

import { ordersOf } from './all-orders';
import { daysAgo, ORDER_DAYS } from './pieces';
import type { ShopParts } from './shop-parts';

const account = { credentials: { wooCommerceApi: { id: 'woocommerce-account', name: 'WooCommerce account' } } };

const person = {
	first_name: 'Inès',
	last_name: 'Haddad',
	company: '',
	address_1: '41 rue de Lancry',
	address_2: '',
	city: 'Paris',
	postcode: '75010',
	country: 'FR',
};

const sample: IDataObject = {
	id: 1042,
	number: '1042',
	status: 'processing',
	currency: 'EUR',
	total: '24.00',
	date_created: '2030-05-20T09:00:00',
	date_paid: '2030-05-20T09:01:00',
	customer_note: 'Second door on the left',
	billing: { ...person, email: 'ines@example.com', phone: '06 12 34 56 78' },
	shipping: { ...person, phone: '' },
	line_items: [{ id: 1, name: 'Soap', sku: 'SOAP-1', quantity: 2, total: '24.00' }],
	shipping_lines: [{ id: 2, method_id: 'flat_rate', method_title: 'Bike courier' }],
	meta_data: [
		{ id: 3, key: 'jckwds_date_ymd', value: '20300521' },
		{ id: 4, key: 'jckwds_timeslot', value: '16:00 - 18:00' },
	],
};

export const woocommerce: ShopParts = {
	file: 'woocommerce-orders-to-a-courier',
	title: 'WooCommerce',
	shop: 'woocommerce',
	prefix: 'WC',
	wholeOrder: 'Orders to deliver',
	answers: (order) => ({ 'All orders': [order], 'Orders to deliver': [order], 'Read the order': [order] }),
	finding: {
		key: "$json.body?.id ?? ''",
		// Only the shop's own word says that an order is not there.
		refusal:
			"$json.body?.id || $json.body?.code === 'woocommerce_rest_shop_order_invalid_id' ? '' : 'The shop answered ' + $json.statusCode",
		options: { response: { response: { fullResponse: true, neverError: true } } },
	},
	orderNumber: '{{ $json.number }}',
	customer:
		'{{ $json.shipping.first_name }} {{ $json.shipping.last_name }}, {{ $json.shipping.address_1 }}, {{ $json.billing.phone }}',
	// The failure may have put the order on hold.
	bookingAgain: { leaveOutFields: { statuses: 'processing, on-hold' } },
	orderField: 'line_items',
	credential: { type: 'wooCommerceApi', name: 'WooCommerce account' },
	trigger: {
		name: 'Order changed',
		isWebhook: true,
		type: 'n8n-nodes-base.wooCommerceTrigger',
		parameters: { event: 'order.updated' },
		settings: account,
	},
	list: [
		{
			name: 'Orders to deliver',
			type: 'n8n-nodes-base.wooCommerce',
			parameters: { resource: 'order', operation: 'getAll', returnAll: true, options: { status: 'processing' } },
			settings: { ...account, onError: 'continueErrorOutput' },
		},
	],
	read: [
		{
			name: 'Read the order',
			type: 'n8n-nodes-base.wooCommerce',
			parameters: { resource: 'order', operation: 'get', orderId: '={{ $json.orderKey }}' },
			settings: { ...account, onError: 'continueErrorOutput' },
		},
	],
	notice: '*Every quarter of an hour* compares the open orders of the shop with the bookings,',
	setUp: [
		'1. Open *Settings*: the carrier (cyke, cubyn, deliverit or hubrise), the address of your shop, a usual package, and who gets mails.',
		'2. Choose your WooCommerce credential in *Order changed*, *Orders to deliver*, *Read the order*, *Update the shop* and *Ask the shop*.',
		"3. Choose your carrier's credential in *Book courier*, *Cancel courier* and *Compare with bookings*, and in its trigger. Switch that trigger on and the others off.",
		'4. Choose a mail credential in *Ask about the time*, *The courier still comes* and *Report by mail*.',
	].join('\n'),
	sample,
	all: ordersOf({
		name: 'All orders',
		type: 'n8n-nodes-base.wooCommerce',
		parameters: {
			resource: 'order',
			operation: 'getAll',
			returnAll: true,
			options: { after: daysAgo(ORDER_DAYS) },
		},
		settings: account,
	}),
};
