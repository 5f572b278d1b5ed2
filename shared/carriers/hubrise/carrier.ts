import type { Item } from '../../declare/facts';
import type { Carrier } from '../../declare/carrier';
import { isJsonObject } from '../../declare/json';
import { acceptQuote } from './actions/accept-quote';
import { getCallback, removeCallback, setCallback } from './actions/callback';
import { createDelivery } from './actions/create-delivery';
import { createOrder } from './actions/create-order';
import { createQuote } from './actions/create-quote';
import { acknowledgeEvent, getEvent, listEvents } from './actions/event';
import { getDelivery } from './actions/get-delivery';
import { getLocation } from './actions/get-location';
import { listLocations } from './actions/list-locations';
import { getOrder, listOrders } from './actions/order-reads';
import { getQuote, listQuotes } from './actions/quote-reads';
import { setCourierPosition, updateDelivery } from './actions/update-delivery';
import { updateOrder } from './actions/update-order';
import { upsertDelivery } from './actions/upsert-delivery';
import { hubriseConnection } from './connection';
import { hubriseReadings } from './refusals';
import { polls, webhooks } from './triggers';

const words = (...parts: readonly unknown[]): string => parts.filter((part) => typeof part === 'string' && part !== '').join(', ');

/** As a person at the counter knows an order: its number, who it is for, when it came. */
function orderLabel(item: Item): string {
	const customer = isJsonObject(item.customer) ? item.customer.name : undefined;
	const number = [item.publicReference, item.reference, item.id].find((each) => typeof each === 'string');
	return words(number, customer, item.orderStatus, item.serviceType, item.createdAt);
}

export const hubrise: Carrier = {
	id: 'hubrise',
	title: 'HubRise',
	about: 'The order hub of restaurants and shops: a courier attaches a delivery to an order, and every till and ordering app sees it move.',
	docs: 'https://www.hubrise.com/developers',
	keywords: ['delivery', 'courier', 'order', 'restaurant', 'food', 'takeaway', 'POS', 'till', 'dispatch'],
	connection: hubriseConnection,
	sampleConnections: {
		location: { access_token: 'example-token', client_secret: 'example-secret' },
		account: { access_token: 'example-account-token', client_secret: 'example-secret', access_level: 'account' },
	},
	resources: {
		delivery: { title: 'Delivery', one: 'delivery', many: 'deliveries' },
		quote: { title: 'Delivery Quote', one: 'delivery quote', many: 'delivery quotes' },
		order: { title: 'Order', one: 'order', many: 'orders' },
		location: { title: 'Location', one: 'location', many: 'locations' },
		callback: { title: 'Callback', one: 'callback', many: 'callbacks' },
		event: { title: 'Event', one: 'event', many: 'events' },
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
		getLocation,
		listLocations,
		getCallback,
		removeCallback,
		setCallback,
		acknowledgeEvent,
		getEvent,
		listEvents,
	],
	polls,
	webhooks,
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
			// HubRise grants ten such lists a minute and does not say in which order: those of two days are few pages.
			input: (now) => ({ after: new Date(now - 2 * 86_400_000).toISOString() }),
			value: (item) => String(item.id),
			label: orderLabel,
		},
		events: { title: 'Event', action: listEvents, input: {}, value: (item) => String(item.id), label: (item) => words(item.event, item.orderId, item.createdAt) },
	},
	readings: hubriseReadings,
	limit: {
		windows: [
			{ requests: 500, perMs: 60_000 },
			{ requests: 2_500, perMs: 3_600_000 },
			{ requests: 10_000, perMs: 86_400_000 },
		],
		heavy: [{ requests: 10, perMs: 60_000 }],
	},
	endpoints: {
		prefix: 'HR',
		count: 23,
		leftOut: {
			HR21: 'the page that a host opens when somebody connects; the connection declares it',
			HR22: 'called by the host once that page has sent somebody back; the connection declares it',
			HR23: 'neither n8n nor Zapier calls anything when a connection is deleted: it is removed in HubRise, on the Connections page of the location',
		},
	},
};
