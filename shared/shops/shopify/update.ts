import type { JsonObject } from '../../json';
import type { Status } from '../../delivery/status';
import { noteOf, stageOf, trackingNumberOf, wantsTracking } from '../news-text';
import { firstText, listAt, textAt, valueAt } from '../read-json';
import type { DeliveryNews, DeliveryState, ShopRequest, ShopUpdate, UpdateSettings } from '../update';
import { eventMutation, fulfilMutation, noteMutation, orderByNameQuery, orderQuery } from './queries';
import { orderIn } from './read';
import { TROUBLE } from './left-out-reasons';

/** The text customers read on the order's status page. */
const EVENTS: Partial<Record<Status, string>> = {
	picked_up: 'CARRIER_PICKED_UP',
	in_transit: 'IN_TRANSIT',
	out_for_delivery: 'OUT_FOR_DELIVERY',
	at_dropoff: 'OUT_FOR_DELIVERY',
	attempt_failed: 'ATTEMPTED_DELIVERY',
	delivered: 'DELIVERED',
	failed: 'FAILURE',
	returned: 'FAILURE',
};

const ORDER = ['CARRIER_PICKED_UP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'ATTEMPTED_DELIVERY', 'DELIVERED'];

/** Fulfilment events that report the same step or a later one: no event is sent twice or backwards. */
function isBehind(event: string, seen: readonly string[]): boolean {
	if (seen.includes('DELIVERED') || seen.includes(event)) return true;
	return event !== 'FAILURE' && seen.some((one) => ORDER.indexOf(one) > ORDER.indexOf(event));
}

const gid = (id: string) => (id.startsWith('gid://') ? id : `gid://shopify/Order/${id}`);

/** Closed, cancelled and handed-over fulfilment orders accept no fulfilment. */
const OPEN = ['open', 'in_progress', 'scheduled'];

interface Api {
	call: (purpose: ShopRequest['purpose'], query: string, variables: JsonObject) => ShopRequest;
	id: string;
}

/** A tag that lists show. Trouble leaves the order out until a person takes its tag off. */
function tagFor(news: Exclude<DeliveryNews, { kind: 'later' }>): string {
	if (news.kind === 'unknown') return 'courier unknown';
	if (news.kind === 'differs') return 'courier differs';
	const isTrouble =
		news.kind === 'refused' || (news.kind === 'moved' && ['trouble', 'cancelled'].includes(stageOf(news.delivery)));
	return isTrouble ? TROUBLE : 'courier booked';
}

function noteRequest(news: Exclude<DeliveryNews, { kind: 'later' }>, order: unknown, { call, id }: Api): ShopRequest[] {
	const text = noteOf(news);
	if (textAt(order, 'metafield', 'value') === text) return [];
	const tags = [tagFor(news)];
	const metafields = [
		{ ownerId: id, namespace: 'waybill', key: 'delivery', type: 'multi_line_text_field', value: text },
	];
	return [call('note', noteMutation, { id, tags, metafields })];
}

const trackingInfo = (delivery: DeliveryState): JsonObject => ({
	company: delivery.carrier,
	number: trackingNumberOf(delivery),
	...(delivery.trackingUrl === null ? {} : { url: delivery.trackingUrl }),
});

function deliveryRequests(
	order: unknown,
	delivery: DeliveryState,
	settings: UpdateSettings,
	{ call }: Api,
): ShopRequest[] {
	const mine = listAt(order, 'fulfillments').find((one) =>
		listAt(one, 'tracking_info').some((info) => textAt(info, 'number') === trackingNumberOf(delivery)),
	);
	if (mine === undefined) {
		const open = listAt(order, 'fulfillment_orders').filter((one) =>
			OPEN.includes(textAt(one, 'status')?.toLowerCase() ?? ''),
		);
		const lines = open.flatMap((one): JsonObject[] => {
			const fulfillmentOrderId = textAt(one, 'id');
			return fulfillmentOrderId === null ? [] : [{ fulfillmentOrderId }];
		});
		if (lines.length === 0 || !wantsTracking(delivery, settings)) return [];
		return [
			call('tracking', fulfilMutation, {
				fulfillment: { lineItemsByFulfillmentOrder: lines, notifyCustomer: true, trackingInfo: trackingInfo(delivery) },
			}),
		];
	}
	const event = EVENTS[delivery.status];
	const fulfillmentId = textAt(mine, 'id');
	const seen = listAt(mine, 'events').map((one) => textAt(one, 'status')?.toUpperCase() ?? '');
	if (event === undefined || fulfillmentId === null || isBehind(event, seen)) return [];
	const at = delivery.occurredAt === null ? {} : { happenedAt: delivery.occurredAt };
	return [call('event', eventMutation, { fulfillmentEvent: { fulfillmentId, status: event, ...at } })];
}

const callTo =
	({ shopifyVersion }: UpdateSettings): Api['call'] =>
	(purpose, query, variables) => ({
		purpose,
		method: 'POST',
		path: `/admin/api/${encodeURIComponent(shopifyVersion)}/graphql.json`,
		contentType: 'application/json',
		body: { query, variables },
	});

export const orderRequest = (number: string, settings: UpdateSettings): ShopRequest =>
	callTo(settings)('question', orderByNameQuery, { name: `name:${number.replace(/[^\w#-]/g, '')}` });

export function update(json: unknown, news: DeliveryNews, settings: UpdateSettings): ShopUpdate {
	if (news.kind === 'later')
		return { outcome: 'nothing', why: `The order stays as it is, to be tried again: ${news.message}` };
	const order = orderIn(json);
	const plain = firstText(textAt(order, 'admin_graphql_api_id'), textAt(order, 'id'));
	if (plain === null) return { outcome: 'nothing', why: 'The order has no id to write to.' };
	const id = gid(plain);
	const call = callTo(settings);
	const over =
		firstText(textAt(order, 'cancelled_at')) !== null ||
		['voided', 'refunded'].includes(textAt(order, 'financial_status')?.toLowerCase() ?? '');
	const delivery = news.kind === 'booked' || news.kind === 'moved' ? news.delivery : null;
	if (delivery !== null && !over && valueAt(order, 'fulfillment_orders') === undefined) {
		return {
			outcome: 'ask',
			request: call('question', orderQuery, { id }),
			why: 'An order as webhooks send it names no fulfilment orders.',
		};
	}
	const requests = [
		...noteRequest(news, order, { call, id }),
		...(delivery === null || over ? [] : deliveryRequests(order, delivery, settings, { call, id })),
	];
	const [first, ...rest] = requests;
	return first === undefined
		? { outcome: 'nothing', why: 'The shop knows this already.' }
		: { outcome: 'send', requests: [first, ...rest] };
}
