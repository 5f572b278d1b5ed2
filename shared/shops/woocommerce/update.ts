import type { JsonObject } from '../../json';
import { rankOf, statuses } from '../../delivery/status';
import { entriesAt } from '../entries';
import { OrderFields } from '../order-fields';
import { noteOf, stageOf, trackingNumberOf, wantsTracking } from '../news-text';
import { textAt, valueAt } from '../read-json';
import type { DeliveryNews, DeliveryState, ShopRequest, ShopUpdate, UpdateSettings } from '../update';
import { hasTracking, trackingRequest } from './tracking';
import { statusOf } from './left-out-reasons';

/** A status is written only over these; anything else is an end, or a person's choice. */
const MAY_FOLLOW = ['processing', 'on-hold'];

const SEEN = '_waybill_delivery';
const NOTED = '_waybill_note';

/** Order meta that remembers what the shop knows: `123:delivered`. */
const markOf = (delivery: DeliveryState) => `${delivery.id}:${delivery.status}`;

const metaOf = (order: unknown) => new OrderFields(entriesAt(order, 'meta_data'));

/** A repeat, or a status behind the current one. */
function isOld(order: unknown, delivery: DeliveryState): boolean {
	const seen = metaOf(order).text('waybill_delivery');
	if (seen === null) return false;
	if (seen === markOf(delivery)) return true;
	const [, word] = seen.split(`${delivery.id}:`);
	const before = statuses.find((status) => status === word);
	return before !== undefined && rankOf(before) > rankOf(delivery.status);
}

/** The new status for the news, or undefined to leave it unchanged. */
function statusFor(news: DeliveryNews, order: unknown, settings: UpdateSettings): string | undefined {
	const current = statusOf(order);
	if (current === null || !MAY_FOLLOW.includes(current)) return undefined;
	const delivery = news.kind === 'booked' || news.kind === 'moved' ? news.delivery : null;
	// The first that this order hears of a booking is that it describes something else: it may be another shop's.
	const isForeign = delivery?.differs === true && metaOf(order).text('waybill_delivery') === null;
	const stage = delivery === null || isForeign ? 'trouble' : stageOf(delivery);
	const wanted =
		stage === 'delivered'
			? settings.wooStatus.delivered
			: stage === 'trouble' || stage === 'cancelled'
				? settings.wooStatus.trouble
				: null;
	return wanted === null || wanted === current ? undefined : wanted;
}

const orderPath = (orderId: string) => `/wp-json/wc/v3/orders/${encodeURIComponent(orderId)}`;

const questionRequest = (path: string): ShopRequest => ({
	purpose: 'question',
	method: 'GET',
	path,
	contentType: 'application/json',
	body: null,
});

/** The number is the order's ID, unless a plug-in gives numbers of its own. */
export const orderRequest = (number: string): ShopRequest => questionRequest(orderPath(number));

export function update(order: unknown, news: DeliveryNews, settings: UpdateSettings): ShopUpdate {
	if (news.kind === 'later')
		return { outcome: 'nothing', why: `The order stays as it is, to be tried again: ${news.message}` };
	const orderId = textAt(order, 'id');
	if (orderId === null) return { outcome: 'nothing', why: 'The order has no id to write to.' };
	const text = noteOf(news);
	const delivery = news.kind === 'booked' || news.kind === 'moved' ? news.delivery : null;
	const noted = metaOf(order).text('waybill_note') === text;
	// A changed address warns once more, although the delivery has not moved.
	const known = delivery === null ? noted : isOld(order, delivery) && (delivery.warnings.length === 0 || noted);
	if (known) return { outcome: 'nothing', why: 'The shop knows this already.' };
	const note: ShopRequest = {
		purpose: 'note',
		method: 'POST',
		path: `${orderPath(orderId)}/notes`,
		contentType: 'application/json',
		body: { note: text },
	};
	const current = statusOf(order);
	if (current === null || !MAY_FOLLOW.includes(current)) {
		// Cancelled, refunded, completed, or a custom status: only a note.
		return { outcome: 'send', requests: [note] };
	}
	const tracks =
		delivery !== null && wantsTracking(delivery, settings) && !hasTracking(order, trackingNumberOf(delivery));
	if (tracks && settings.wooTracking === 'fulfillments' && valueAt(order, 'fulfillments') === undefined)
		return {
			outcome: 'ask',
			request: questionRequest(`${orderPath(orderId)}/fulfillments`),
			why: 'An order does not name its fulfilments, and a number is written once.',
		};
	const status = statusFor(news, order, settings);
	const marks = [
		...(delivery === null ? [] : [{ key: SEEN, value: markOf(delivery) }]),
		...(delivery === null || delivery.warnings.length > 0 ? [{ key: NOTED, value: text }] : []),
		...(tracks ? [{ key: '_waybill_tracking', value: trackingNumberOf(delivery) }] : []),
	];
	const body: JsonObject = { ...(status === undefined ? {} : { status }), meta_data: marks };
	return {
		outcome: 'send',
		requests: [
			note,
			...(tracks ? [trackingRequest(order, orderId, delivery, settings.wooTracking)] : []),
			// Last, so that what failed before is tried again with the next run.
			{ purpose: 'status', method: 'PUT', path: orderPath(orderId), contentType: 'application/json', body },
		],
	};
}
