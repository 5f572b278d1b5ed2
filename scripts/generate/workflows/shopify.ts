import type { IDataObject } from 'n8n-workflow';

import { ordersOf } from './all-orders';
import { daysAgo, ORDER_DAYS } from './pieces';
import type { ShopParts } from './shop-parts';

const account = { credentials: { shopifyAccessTokenApi: { id: 'shopify-account', name: 'Shopify account' } } };

const sample: IDataObject = {
	id: 7001,
	admin_graphql_api_id: 'gid://shopify/Order/7001',
	name: '#7001',
	financial_status: 'paid',
	fulfillment_status: null,
	cancelled_at: null,
	test: false,
	currency: 'EUR',
	total_price: '24.00',
	created_at: '2030-05-20T09:00:00+02:00',
	note: 'Second door on the left',
	note_attributes: [
		{ name: 'Delivery Date', value: '2030-05-21' },
		{ name: 'Delivery Time', value: '16:00 - 18:00' },
	],
	email: 'ines@example.com',
	shipping_lines: [{ title: 'Local delivery', code: 'local' }],
	shipping_address: {
		first_name: 'Inès',
		last_name: 'Haddad',
		address1: '41 rue de Lancry',
		address2: null,
		company: null,
		zip: '75010',
		city: 'Paris',
		country_code: 'FR',
		phone: '+33612345678',
		latitude: 48.8719,
		longitude: 2.3605,
	},
	line_items: [{ id: 1, name: 'Soap', sku: 'SOAP-1', quantity: 2, price: '12.00', requires_shipping: true }],
};

// GraphQL answers 200 also to what it does not do: errors of the whole request, and userErrors of each mutation.
const refusal =
	'[].concat($json.errors ?? Object.values($json.data ?? {}).flatMap((each) => each?.userErrors ?? [])).map((each) => each.message ?? each).join(" ")';

export const shopify: ShopParts = {
	file: 'shopify-orders-to-a-courier',
	title: 'Shopify',
	shop: 'shopify',
	prefix: 'SH',
	wholeOrder: 'Orders to deliver',
	answers: (order) => ({ 'All orders': [order], 'Orders to deliver': [order], 'Read the order': [order] }),
	finding: {
		// Two orders of one name are none.
		key: "$json.data?.orders?.nodes?.length === 1 ? $json.data.orders.nodes[0].id.split('/').at(-1) : ''",
		refusal,
	},
	orderNumber: '{{ $json.name }}',
	customer:
		'{{ $json.shipping_address?.first_name }} {{ $json.shipping_address?.last_name }}, {{ $json.shipping_address?.address1 }}, {{ $json.shipping_address?.phone ?? $json.phone }}',
	orderField: 'line_items',
	credential: { type: 'shopifyAccessTokenApi', name: 'Shopify account' },
	trigger: {
		name: 'Order changed',
		isWebhook: true,
		type: 'n8n-nodes-base.shopifyTrigger',
		parameters: { authentication: 'accessToken', topic: 'orders/updated' },
		settings: account,
	},
	list: [
		{
			name: 'Orders to deliver',
			type: 'n8n-nodes-base.shopify',
			parameters: {
				authentication: 'accessToken',
				resource: 'order',
				operation: 'getAll',
				returnAll: true,
				options: { status: 'open', fulfillmentStatus: 'unfulfilled' },
			},
			settings: { ...account, onError: 'continueErrorOutput' },
		},
	],
	read: [
		{
			name: 'Read the order',
			type: 'n8n-nodes-base.shopify',
			parameters: {
				authentication: 'accessToken',
				resource: 'order',
				operation: 'get',
				orderId: '={{ $json.orderKey }}',
				options: {},
			},
			settings: { ...account, onError: 'continueErrorOutput' },
		},
	],
	refusal,
	notice: '*Every quarter of an hour* compares the open orders of the shop with the bookings,',
	rights: 'Its access token needs the rights to read and write orders and fulfilments.',
	setUp: [
		'1. Open *Settings*: the carrier (cyke, cubyn, deliverit or hubrise), the address of your shop (https://your-shop.myshopify.com), a usual package, and who gets mails.',
		'2. Choose your Shopify credential in *Order changed*, *Orders to deliver*, *Read the order*, *Update the shop* and *Ask the shop*. Its access token needs the rights to read and write orders and fulfilments.',
		"3. Choose your carrier's credential in *Book courier*, *Cancel courier* and *Compare with bookings*, and in its trigger. Switch that trigger on and the others off.",
		'4. Choose a mail credential in *Ask about the time*, *The courier still comes* and *Report by mail*.',
	].join('\n'),
	sample,
	all: ordersOf({
		name: 'All orders',
		type: 'n8n-nodes-base.shopify',
		parameters: {
			authentication: 'accessToken',
			resource: 'order',
			operation: 'getAll',
			returnAll: true,
			options: { status: 'any', createdAtMin: daysAgo(ORDER_DAYS) },
		},
		settings: account,
	}),
};
