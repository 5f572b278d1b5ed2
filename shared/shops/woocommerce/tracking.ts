import type { JsonObject } from '../../json';
import { isJsonObject } from '../../json';
import { entriesAt } from '../entries';
import { trackingNumberOf } from '../news-text';
import { listAt, numberAt, textAt, valueAt } from '../read-json';
import type { DeliveryState, ShopRequest, WooTracking } from '../update';

/**
 * The tracking method of a shop, from its /wp-json response: its own fulfilments, then the two plug-ins, then a note.
 */
export function wooTrackingOf(index: unknown): WooTracking {
	const namespaces = listAt(index, 'namespaces');
	const routes = valueAt(index, 'routes');
	const names = isJsonObject(routes) ? Object.keys(routes) : [];
	if (names.some((route) => /^\/wc\/v3\/orders\/.*\/fulfillments$/.test(route))) return 'fulfillments';
	if (namespaces.includes('wc-shipment-tracking/v3')) return 'shipment_tracking';
	return namespaces.includes('wc-ast/v3') ? 'advanced_shipment_tracking' : 'note';
}

const NUMBERS_KEPT = ['_wc_shipment_tracking_items', '_waybill_tracking'];

/** Once: an order that carries the number gets no second one. */
export function hasTracking(order: unknown, number: string): boolean {
	const kept = entriesAt(order, 'meta_data').filter((entry) => NUMBERS_KEPT.includes(entry.key));
	const items = kept.flatMap((entry) =>
		Array.isArray(entry.value)
			? entry.value.map((item: unknown) => textAt(item, 'tracking_number'))
			: [String(entry.value)],
	);
	const fulfilments = listAt(order, 'fulfillments').flatMap((one) =>
		entriesAt(one, 'meta_data').filter((entry) => entry.key === '_tracking_number'),
	);
	return [...items, ...fulfilments.map((entry) => String(entry.value))].includes(number);
}

/** A plug-in's provider link replaces %1$s with the number. Our link is already complete. */
const itemOf = (delivery: DeliveryState): JsonObject => ({
	tracking_number: trackingNumberOf(delivery),
	custom_tracking_provider: delivery.carrier,
	...(delivery.trackingUrl === null ? {} : { custom_tracking_link: delivery.trackingUrl }),
	...(delivery.occurredAt === null ? {} : { date_shipped: delivery.occurredAt.slice(0, 10) }),
});

function fulfilmentOf(order: unknown, delivery: DeliveryState): JsonObject {
	const items = listAt(order, 'line_items').flatMap((line): JsonObject[] => {
		const [id, quantity] = [numberAt(line, 'id'), numberAt(line, 'quantity')];
		return id === null || quantity === null || quantity <= 0 ? [] : [{ item_id: id, qty: quantity }];
	});
	const meta = [
		{ key: '_items', value: items },
		{ key: '_tracking_number', value: trackingNumberOf(delivery) },
		{ key: '_tracking_url', value: delivery.trackingUrl ?? '' },
		{ key: '_shipment_provider', value: 'other' },
		{ key: '_provider_name', value: delivery.carrier },
	];
	return { status: 'fulfilled', is_fulfilled: true, meta_data: meta, notify_customer: true };
}

export function trackingRequest(
	order: unknown,
	orderId: string,
	delivery: DeliveryState,
	way: WooTracking,
): ShopRequest {
	const path = (namespace: string, rest: string) =>
		`/wp-json/${namespace}/orders/${encodeURIComponent(orderId)}/${rest}`;
	const post = (purpose: ShopRequest['purpose'], to: string, body: JsonObject): ShopRequest => ({
		purpose,
		method: 'POST',
		path: to,
		contentType: 'application/json',
		body,
	});
	if (way === 'fulfillments') return post('tracking', path('wc/v3', 'fulfillments'), fulfilmentOf(order, delivery));
	if (way === 'shipment_tracking')
		return post('tracking', path('wc-shipment-tracking/v3', 'shipment-trackings'), itemOf(delivery));
	if (way === 'advanced_shipment_tracking') {
		const { custom_tracking_provider: tracking_provider, ...item } = itemOf(delivery);
		return post('tracking', path('wc-ast/v3', 'shipment-trackings'), { tracking_provider, ...item });
	}
	const link = delivery.trackingUrl === null ? `number ${trackingNumberOf(delivery)}` : delivery.trackingUrl;
	return post('customer_note', path('wc/v3', 'notes'), {
		note: `${delivery.carrier} delivers your order. Follow it here: ${link}`,
		customer_note: true,
	});
}
