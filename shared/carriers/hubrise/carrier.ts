import type { Item } from '../../declare/facts';
import { defineCarrier } from '../../declare/carrier';
import type { ChoiceLine } from '../../delivery/choice-line';
import { isJsonObject } from '../../json';
import { acceptQuote } from './actions/accept-quote';
import { getCallback, removeCallback, setCallback } from './actions/callback';
import { getCustomer, listCustomerLists, listCustomers } from './actions/customer-reads';
import { anonymiseCustomer, createCustomer, updateCustomer } from './actions/customer-writes';
import { createDelivery } from './actions/create-delivery';
import { createOrder } from './actions/create-order';
import { createQuote } from './actions/create-quote';
import { acknowledgeEvent, getEvent, listEvents } from './actions/event';
import { getDelivery } from './actions/get-delivery';
import { getLocation } from './actions/get-location';
import { listLocations } from './actions/list-locations';
import { addLoyaltyPoints, listLoyaltyCards, listOperations } from './actions/loyalty';
import { getOrder, listOrders } from './actions/order-reads';
import { getQuote, listQuotes } from './actions/quote-reads';
import { setCourierPosition, updateDelivery } from './actions/update-delivery';
import { getAccount } from './actions/get-account';
import { updateLocation } from './actions/update-location';
import { updateOrder } from './actions/update-order';
import { upsertDelivery } from './actions/upsert-delivery';
import { hubriseConnection } from './connection';
import { hubriseReadings } from './errors';
import { shopOrderSteps } from '../shop-orders';
import { shopOrder } from './delivery-request';
import { hubriseLimit } from './limits';
import { polls, webhooks } from './triggers';

/** As a person at the counter knows an order: when it is wanted, who it is for, its number. */
const orderLine = (item: Item): ChoiceLine => ({
	at: item.expectedAt ?? item.createdAt,
	who: isJsonObject(item.customer) ? item.customer.name : undefined,
	reference: item.reference ?? item.publicReference,
	status: item.orderStatus,
});

export const hubrise = defineCarrier({
	id: 'hubrise',
	title: 'HubRise',
	description:
		'The order hub of restaurants and shops: a courier attaches a delivery to an order, and every till and ordering app sees it move.',
	docs: 'https://www.hubrise.com/developers',
	search: {
		categories: ['Sales', 'Miscellaneous'],
		aliases: [
			'hub rise',
			'delivery',
			'deliveries',
			'courier',
			'parcel',
			'shipping',
			'pickup',
			'tracking',
			'status',
			'dispatch',
			'order',
			'orders',
			'restaurant',
			'food delivery',
			'takeaway',
			'kitchen',
			'POS',
			'point of sale',
			'till',
			'last mile',
			'driver',
			'quote',
			'upsert',
			'callback',
			'Uber Direct',
			'Deliveroo',
			'WooCommerce',
		],
	},
	connection: hubriseConnection,
	sampleConnections: {
		location: { access_token: 'example-token', client_secret: 'example-secret' },
		account: { access_token: 'example-account-token', client_secret: 'example-secret', access_level: 'account' },
	},
	resources: {
		delivery: { title: 'Delivery', singular: 'delivery', plural: 'deliveries' },
		quote: { title: 'Delivery Quote', singular: 'delivery quote', plural: 'delivery quotes' },
		order: { title: 'Order', singular: 'order', plural: 'orders' },
		customer: { title: 'Customer', singular: 'customer', plural: 'customers' },
		customerList: { title: 'Customer List', singular: 'customer list', plural: 'customer lists' },
		loyaltyCard: { title: 'Loyalty Card', singular: 'loyalty card', plural: 'loyalty cards' },
		location: { title: 'Location', singular: 'location', plural: 'locations' },
		account: { title: 'Account', singular: 'account', plural: 'accounts' },
		callback: { title: 'Callback', singular: 'callback', plural: 'callbacks' },
		event: { title: 'Event', singular: 'event', plural: 'events' },
	},
	actions: [
		createDelivery,
		getDelivery,
		setCourierPosition,
		updateDelivery,
		upsertDelivery,
		acceptQuote,
		createQuote,
		getQuote,
		listQuotes,
		createOrder,
		getOrder,
		listOrders,
		updateOrder,
		anonymiseCustomer,
		createCustomer,
		getCustomer,
		listCustomers,
		updateCustomer,
		listCustomerLists,
		addLoyaltyPoints,
		listLoyaltyCards,
		listOperations,
		getLocation,
		listLocations,
		updateLocation,
		getAccount,
		getCallback,
		removeCallback,
		setCallback,
		acknowledgeEvent,
		getEvent,
		listEvents,
		...shopOrderSteps('HubRise', shopOrder),
	],
	triggers: [...polls, ...webhooks],
	shopOrder,
	choices: {
		locations: {
			title: 'Location',
			action: listLocations,
			input: {},
			value: (item) => String(item.id),
			label: (item) => [item.name, item.city].filter((part) => typeof part === 'string').join(', ') || String(item.id),
		},
		orders: {
			title: 'Order',
			action: listOrders,
			// HubRise allows ten such lists a minute and does not document their order. Two days of orders fit on few
			// pages.
			input: (now) => ({ after: new Date(now - 2 * 86_400_000).toISOString() }),
			value: (item) => String(item.id),
			line: orderLine,
			byReference: (private_ref) => ({ private_ref }),
		},
		customerLists: {
			title: 'Customer List',
			action: listCustomerLists,
			input: {},
			value: (item) => String(item.id),
			label: (item) => String(item.name ?? item.id),
		},
		events: {
			title: 'Event',
			action: listEvents,
			input: {},
			value: (item) => String(item.id),
			line: (item) => ({ at: item.createdAt, who: item.event, reference: item.orderId }),
		},
	},
	readings: hubriseReadings,
	limit: hubriseLimit,
	endpoints: {
		prefix: 'HR',
		count: 40,
		excluded: {
			HR21: 'the page that a host opens when somebody connects; the connection declares it',
			HR22: 'called by the host once that page has sent somebody back; the connection declares it',
			HR23: 'neither n8n nor Zapier calls anything when a connection is deleted: it is removed in HubRise, on the Connections page of the location',
			HR27: 'it shows the name of a list, which the lists of HR26 show as well',
			HR34: 'it shows one card as HR33 lists it',
			HR35: 'a card is made by the first points of an order, with its code and its name',
			HR36: 'a card is renamed by the points of an order that name it',
			HR38: 'it shows one operation as HR37 lists it',
			HR40: 'who authorised the app is outside the rights that the connection asks for',
		},
	},
	review: [
		{
			rule: 'D004',
			where: 'searches.find_customer.customer_id',
			reason:
				'Customers belong to a customer list, and a drop-down here does not know which; the step that lists customers gives the ID.',
		},
		{
			rule: 'D004',
			where: 'searches.find_loyalty_cards.customer_id',
			reason:
				'Customers belong to a customer list, and a drop-down here does not know which; the step that lists customers gives the ID.',
		},
		{
			rule: 'D004',
			where: 'creates.create_order.customer_id',
			reason:
				'Customers belong to a customer list, and a drop-down here does not know which; the step that lists customers gives the ID.',
		},
		{
			rule: 'D004',
			where: 'creates.anonymise_customer.customer_id',
			reason:
				'Customers belong to a customer list, and a drop-down here does not know which; the step that lists customers gives the ID.',
		},
		{
			rule: 'D004',
			where: 'creates.update_customer.customer_id',
			reason:
				'Customers belong to a customer list, and a drop-down here does not know which; the step that lists customers gives the ID.',
		},
		{
			rule: 'D004',
			where: 'searches.find_operations_loyalty_cards.loyalty_card_id',
			reason:
				'Loyalty cards belong to a customer list, and a drop-down here does not know which; the step that lists cards gives the ID.',
		},
		{
			rule: 'D004',
			where: 'creates.add_points_loyalty_card.loyalty_card_id',
			reason:
				'Loyalty cards belong to a customer list, and a drop-down here does not know which; the step that lists cards gives the ID.',
		},
		{
			rule: 'D004',
			where: 'creates.add_points_loyalty_card.order_id',
			reason: 'The order for which points are given comes from an earlier step; a person does not pick it from a list.',
		},
		{
			rule: 'D004',
			where: 'creates.update_order.named.named_entry_id',
			reason: 'An entry of the order that is changed: the step that read the order gives it.',
		},
		{
			rule: 'D026',
			where: 'authentication.base_url',
			reason:
				'Where a token is pasted, the address may be the sandbox or a proxy of the shop: the token goes to this host alone.',
		},
		{
			rule: 'D004',
			where: 'creates.accept_delivery_quote.quote_id',
			reason:
				'Quotes belong to the order above, and a drop-down here does not know which; the step that lists them gives the ID.',
		},
		{
			rule: 'D004',
			where: 'searches.find_delivery_quote.quote_id',
			reason:
				'Quotes belong to the order above, and a drop-down here does not know which; the step that lists them gives the ID.',
		},
		{
			rule: 'D004',
			where: 'searches.find_orders.customer_id',
			reason:
				'HubRise lists customers to apps that may read its customer lists, and this app does not request that right.',
		},
		{
			rule: 'D004',
			where: 'creates.update_order.removed.removed_entry_id',
			reason: 'An entry of the order that is changed: the step that read the order gives it.',
		},
	],
});
