import type { JsonObject } from '../../json';
import type { Status } from '../../delivery/status';
import { noteOf, stageOf, trackingNumberOf } from '../../shops/news-text';
import { firstText, objectAt, textAt } from '../../shops/read-json';
import type { DeliveryNews, DeliveryState, ShopRequest, ShopUpdate } from '../../shops/update';
import { deliveryStatuses } from './delivery';
import { closedOrderStatuses } from './order';
import { deliveryPath, orderPath } from './paths';

/** HubRise has no status for a delivery that failed: it is cancelled, and its order says why. */
const DELIVERY: Readonly<Record<Status, string | null>> = {
	unknown: null,
	needs_attention: null,
	awaiting_acceptance: 'pending',
	created: 'pending',
	scheduled: 'pending',
	pickup_enroute: 'pickup_enroute',
	at_pickup: 'pickup_waiting',
	picked_up: 'dropoff_enroute',
	in_transit: 'dropoff_enroute',
	out_for_delivery: 'dropoff_enroute',
	at_dropoff: 'dropoff_waiting',
	attempt_failed: 'dropoff_enroute',
	returning: 'cancelled',
	delivered: 'delivered',
	failed: 'cancelled',
	returned: 'cancelled',
	cancelled: 'cancelled',
};

/** The code under which this app attaches its own deliveries, so that it knows them again. */
const codeOf = (carrier: string) => `waybill-${carrier.toLowerCase()}`;

interface Attached {
	carrier: string | null;
	code: string | null;
	ref: string | null;
	status: string | null;
	trackingUrl: string | null;
}

/** The delivery of an order, as HubRise answers it or as an item of ours holds it. */
export function attachedTo(order: unknown): Attached | null {
	const delivery = objectAt(order, 'delivery');
	// An item of ours names the carrier's own status beside the common one; both know "cancelled".
	const status = firstText(textAt(delivery, 'carrierStatus'), textAt(delivery, 'status'));
	if (status === null) return null;
	const isItem = textAt(delivery, 'carrierName') !== null || textAt(delivery, 'carrierStatus') !== null;
	return {
		carrier: textAt(delivery, isItem ? 'carrierName' : 'carrier'),
		code: textAt(delivery, isItem ? 'carrierCode' : 'carrier_ref'),
		ref: textAt(delivery, isItem ? 'trackingNumber' : 'ref'),
		status,
		trackingUrl: textAt(delivery, isItem ? 'trackingUrl' : 'tracking_url'),
	};
}

export const isAttachedBy = ({ code }: Attached, carrier: string | null): boolean =>
	carrier !== null && code === codeOf(carrier);

const stepOf = (status: string | null) => deliveryStatuses.findIndex(({ value }) => value === status);
const isEnd = (status: string | null) => status === 'delivered' || status === 'cancelled';

/** What the order's delivery becomes, or null to leave it alone. */
function deliveryBody(delivery: DeliveryState, found: Attached | null, isClosed: boolean): JsonObject | null {
	const { carrier, trackingUrl } = delivery;
	const [status, ref] = [DELIVERY[delivery.status], trackingNumberOf(delivery)];
	const link = trackingUrl === null ? {} : { tracking_url: trackingUrl };
	if (found === null) {
		if (isClosed || status === 'cancelled') return null;
		return { carrier, carrier_ref: codeOf(carrier), ref, status: status ?? 'pending', ...link };
	}
	if (found.ref !== ref)
		// A later booking takes the place of one that ended.
		return found.status === 'cancelled' && status !== null && !isEnd(status) ? { status, ref, ...link } : null;
	if (isEnd(found.status)) return null;
	const moves = status !== null && (isEnd(status) || stepOf(status) > stepOf(found.status));
	const isNewLink = trackingUrl !== null && trackingUrl !== found.trackingUrl;
	return moves || isNewLink ? { ...(moves ? { status } : {}), ...link } : null;
}

/** A closed order, and one that a person has put elsewhere, keeps its status. */
function orderStatus(delivery: DeliveryState, current: string | null): string | null {
	const stage = stageOf(delivery);
	if (current === null || closedOrderStatuses.includes(current) || delivery.status === 'needs_attention') return null;
	if (stage === 'on_the_way') return current === 'in_delivery' ? null : 'in_delivery';
	if (stage === 'delivered') return 'completed';
	// A courier who gave up as well: nobody comes before a person accepts the order again.
	return stage === 'trouble' || stage === 'cancelled' ? 'delivery_failed' : null;
}

/** Deliveries that move show by themselves. The restaurant reads what it has to act on. */
function noteFor(news: Exclude<DeliveryNews, { kind: 'later' }>, other: Attached | null, isClosed: boolean) {
	if (!('delivery' in news)) return noteOf(news);
	const { delivery } = news;
	const stage = stageOf(delivery);
	if (other && !isClosed && (stage === 'booked' || stage === 'on_the_way'))
		return `${delivery.carrier}: delivery ${delivery.id} is booked, and ${other.carrier ?? 'another app'} delivers the order as well. Cancel one of them.`;
	const isTrouble = stage === 'trouble' || stage === 'cancelled';
	return (isTrouble && !isClosed) || delivery.warnings.length > 0 ? noteOf(news) : null;
}

const request = (purpose: ShopRequest['purpose'], method: ShopRequest['method'], path: string, body: JsonObject) =>
	({ purpose, method, path: `/v1${path}`, contentType: 'application/json', body }) satisfies ShopRequest;

export const orderRequest = (number: string): ShopRequest => ({
	purpose: 'question',
	method: 'GET',
	path: `/v1${orderPath({ order_id: number })}`,
	contentType: 'application/json',
	body: null,
});

/** Updates HubRise after a delivery changed: the delivery itself, the order's status, and a note for the restaurant. */
export function update(order: unknown, news: DeliveryNews): ShopUpdate {
	if (news.kind === 'later')
		return { outcome: 'nothing', why: `The order stays as it is, to be tried again: ${news.message}` };
	const orderId = textAt(order, 'id');
	if (orderId === null) return { outcome: 'nothing', why: 'The order has no id to write to.' };
	const location = firstText(textAt(order, 'location_id'), textAt(order, 'locationId')) ?? undefined;
	const at = { order_id: orderId, location_id: location };
	const current = firstText(textAt(order, 'orderStatus'), textAt(order, 'status'));
	const isClosed = current !== null && closedOrderStatuses.includes(current);
	const found = attachedTo(order);
	const delivery = 'delivery' in news ? news.delivery : null;
	const isOwn = found === null || isAttachedBy(found, delivery?.carrier ?? null);
	const body = delivery !== null && isOwn ? deliveryBody(delivery, found, isClosed) : null;
	// The end of a booking that another one followed is not the end of the order.
	const isOlder =
		delivery !== null && isOwn && found !== null && body === null && found.ref !== trackingNumberOf(delivery);
	const other = delivery !== null && !isOwn && found.status !== 'cancelled' ? found : null;
	const status = delivery === null || isOlder || other ? null : orderStatus(delivery, current);
	// HubRise keeps the one delivery of an order, with its carrier: behind another's, ours does not show.
	const isHidden = delivery !== null && !isOwn && other === null;
	const text = isOlder ? null : isHidden ? noteOf(news) : noteFor(news, other, isClosed);
	const notes = firstText(textAt(order, 'seller_notes'), textAt(order, 'sellerNotes')) ?? '';
	const isNew = text !== null && !notes.includes(text);
	const requests = [
		...(body === null ? [] : [request('tracking', found === null ? 'POST' : 'PATCH', deliveryPath(at), body)]),
		...(status === null ? [] : [request('status', 'PATCH', orderPath(at), { status })]),
		// What the restaurant wrote there stays.
		...(isNew
			? [request('note', 'PATCH', orderPath(at), { seller_notes: notes === '' ? text : `${notes}\n${text}` })]
			: []),
	];
	const [first, ...rest] = requests;
	return first === undefined
		? { outcome: 'nothing', why: 'HubRise knows this already.' }
		: { outcome: 'send', requests: [first, ...rest] };
}
