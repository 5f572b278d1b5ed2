import { stageOf, trackingNumberOf, wantsTracking } from '../news-text';
import { textAt, valueAt } from '../read-json';
import type { DeliveryNews, DeliveryState, ShopRequest, ShopUpdate, UpdateSettings } from '../update';
import { orderIn } from './bundle';
import { noteFor } from './order-note';
import { NONE, question, request, xml } from './webservice';

/** States of a delivery, in their order; a state is written only forwards, and only over these. */
function stateFor(
	news: DeliveryNews,
	current: string | null,
	{ prestashopStates: states }: UpdateSettings,
): string | null {
	const forwards = [
		...states.paid.map((state) => [state, 0] as const),
		// Put aside by an earlier news: a delivery may still go on.
		[states.trouble, 0] as const,
		[states.booked, 1] as const,
		[states.shipped, 2] as const,
		[states.delivered, 3] as const,
	];
	const rank = forwards.find(([state]) => state !== null && state === current)?.[1];
	if (rank === undefined) return null;
	if (news.kind !== 'booked' && news.kind !== 'moved')
		return news.kind === 'refused' && rank === 0 && states.trouble !== current ? states.trouble : null;
	const stage = stageOf(news.delivery);
	const wanted = {
		booked: states.booked,
		on_the_way: states.shipped,
		delivered: states.delivered,
		trouble: states.trouble,
		cancelled: states.trouble,
		unknown: null,
	}[stage];
	if (stage === 'trouble' || stage === 'cancelled') return rank < 3 && wanted !== current ? wanted : null;
	const next = forwards.find(([state]) => state !== null && state === wanted)?.[1] ?? -1;
	return next > rank ? wanted : null;
}

/** The order's carrier row: an answer of the webservice, joined under `order_carriers`. */
const carrierRowOf = (json: unknown): unknown => {
	const place =
		valueAt(json, 'order_carriers') ?? valueAt(json, 'order_carrier') ?? valueAt(json, 'prestashop', 'order_carriers');
	const inner = valueAt(place, 'order_carriers') ?? valueAt(place, 'order_carrier') ?? place;
	return Array.isArray(inner) ? inner.at(-1) : inner;
};

/** A write replaces the whole row, so that every field goes back as it came. */
const ROW_FIELDS = [
	'id',
	'id_order',
	'id_carrier',
	'id_order_invoice',
	'weight',
	'shipping_cost_tax_excl',
	'shipping_cost_tax_incl',
];

function trackingRequest(row: unknown, id: string, delivery: DeliveryState): ShopRequest[] {
	const number = trackingNumberOf(delivery);
	if (textAt(row, 'tracking_number') === number) return [];
	const fields = Object.fromEntries(
		ROW_FIELDS.flatMap((key) => {
			const text = textAt(row, key);
			return text === null ? [] : [[key, text] as const];
		}),
	);
	return [
		request(
			'tracking',
			'PUT',
			`/api/order_carriers/${encodeURIComponent(id)}`,
			xml('order_carrier', { ...fields, tracking_number: number }),
		),
	];
}

/** References carry the order's id. Whoever books by hand may use the letters that customers know it by. */
export const orderRequest = (number: string): ShopRequest =>
	question('orders', /^\d+$/.test(number) ? 'id' : 'reference', number);

export function update(json: unknown, news: DeliveryNews, settings: UpdateSettings): ShopUpdate {
	if (news.kind === 'later')
		return { outcome: 'nothing', why: `The order stays as it is, to be tried again: ${news.message}` };
	const order = orderIn(json);
	const id = textAt(order, 'id');
	if (id === null) return { outcome: 'nothing', why: 'The order has no id to write to.' };
	const current = textAt(order, 'current_state');
	const delivery = news.kind === 'booked' || news.kind === 'moved' ? news.delivery : null;
	const deliverable =
		current !== null &&
		[
			...settings.prestashopStates.paid,
			settings.prestashopStates.booked,
			settings.prestashopStates.shipped,
			settings.prestashopStates.delivered,
			settings.prestashopStates.trouble,
		].includes(current);
	const tracks = delivery !== null && deliverable && wantsTracking(delivery, settings);
	const row = carrierRowOf(json);
	const rowId = textAt(row, 'id');
	if (
		tracks &&
		rowId === null &&
		valueAt(json, 'order_carriers') === undefined &&
		valueAt(json, 'order_carrier') === undefined
	) {
		return {
			outcome: 'ask',
			request: question('order_carriers', 'id_order', id),
			why: "The tracking number belongs to the order's carrier row, which is read by a request of its own.",
			known: { order_carriers: NONE },
		};
	}
	const note = noteFor({ json, order, orderId: id }, news);
	if ('ask' in note) return note.ask;
	const state = stateFor(news, current, settings);
	const requests = [
		...note.requests,
		...(tracks && rowId !== null ? trackingRequest(row, rowId, delivery) : []),
		...(state === null
			? []
			: [
					request(
						'status',
						'POST',
						// A customer gets a mail about a delivery, but not about an order that is put aside.
						`/api/order_histories${state === settings.prestashopStates.trouble ? '' : '?sendemail=1'}`,
						xml('order_history', { id_order: id, id_order_state: state }),
					),
				]),
	];
	const [first, ...rest] = requests;
	return first === undefined
		? { outcome: 'nothing', why: 'The shop knows this already.' }
		: { outcome: 'send', requests: [first, ...rest] };
}
