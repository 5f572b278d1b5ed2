import type { FlowAction } from '../../declare/action';
import type { Item } from '../../declare/facts';
import { success } from '../../declare/failure';
import { flow } from '../../declare/flow';
import { isJsonObject } from '../../json';
import { outputField, outputItem } from '../../delivery/delivery';
import type { Shop } from '../shop';
import { bodyOf, recognise } from '../shops';
import type { DeliveryNews, ShopRequest, ShopUpdate } from '../update';
import { firstReference } from './attempts';
import { isNothing } from './check-input';
import { newsFrom } from './news-from';
import { wholeOutput } from './output';
import { orderFromFields } from './order-from-fields';
import type { OrderStepsOf } from './steps-of';
import { updateForm, updateSettings, type MappedDelivery, type UpdateInput } from './update-form';

const mappedItem = ({ delivery, tracking_number, tracking_link, warnings, ...rest }: MappedDelivery) => ({
	...rest,
	id: delivery,
	trackingNumber: tracking_number,
	trackingUrl: tracking_link,
	warnings: warnings === undefined ? [] : [warnings],
});

/** n8n's HTTP Request hands over an empty list only as the body of a whole response. */
const answerIn = (answer: unknown): unknown =>
	isJsonObject(answer) && answer.statusCode !== undefined && answer.body !== undefined ? answer.body : answer;

/** Shopify's answer is the whole order; WooCommerce answers with a list of fulfilments; others with a part of it. */
function withAnswer(order: unknown, answer: unknown): unknown {
	if (answer === undefined) return order;
	// A list in place of an order contains no order, and reading it again would not help.
	if (Array.isArray(answer)) return isJsonObject(order) ? { ...order, fulfillments: answer } : answer;
	const isWhole = isJsonObject(answer) && (answer.data !== undefined || answer.order !== undefined);
	if (isWhole || !isJsonObject(order)) return answer;
	// A text contains no order.
	return isJsonObject(answer) ? { ...order, ...answer } : order;
}

/** Where only the delivery is known: the shop's order is read first, by the number in the reference. */
function askForOrder(shop: Shop, reference: string | null, input: UpdateInput): ShopUpdate {
	const start = `${input.reference_prefix ?? shop.prefix}-`;
	if (!shop.orderRequest || reference === null || !reference.startsWith(start) || reference === start)
		return { outcome: 'nothing', why: 'The delivery is of no order of this shop.' };
	return {
		outcome: 'ask',
		request: shop.orderRequest(firstReference(reference).slice(start.length), updateSettings(input)),
		why: 'What is written depends on how the order stands in the shop now.',
	};
}

/** The update, with what a question needs to go on once it is answered. */
interface Prepared {
	update: ShopUpdate;
	order: unknown;
	delivery: unknown;
}

function prepare(input: UpdateInput, source: OrderStepsOf): Prepared {
	const { kinds } = source;
	const given = bodyOf(input.order ?? (input.fields && orderFromFields(input.shop, input.fields, kinds)));
	const delivery = input.delivery ?? (input.news && mappedItem(input.news));
	const order = withAnswer(isNothing(given) ? undefined : given, answerIn(input.answer));
	return { update: updateOf(input, { order, news: newsFrom(delivery, source) }, kinds), order, delivery };
}

function updateOf(
	input: UpdateInput,
	{ order, news }: { order: unknown; news: DeliveryNews | null },
	kinds: readonly Shop[],
): ShopUpdate {
	if (news === null)
		return { outcome: 'nothing', why: 'Nothing was booked or has moved, so the shop has nothing to hear.' };
	const shop = kinds.find(({ id }) => id === input.shop) ?? recognise(order, kinds);
	return order === undefined
		? askForOrder(shop, 'delivery' in news ? news.delivery.reference : null, input)
		: shop.update(order, news, updateSettings(input));
}

function requestItem(
	{ outcome, why }: { outcome: string; why: string | null },
	request: ShopRequest,
	address: string | undefined,
): Item {
	const { purpose, method, path, contentType, body } = request;
	return {
		outcome,
		why,
		purpose,
		method,
		path,
		url: address === undefined ? null : `${address.replace(/(?<!\/)\/+$/, '')}${path}`,
		contentType,
		body: body === null ? null : typeof body === 'string' ? body : JSON.stringify(body),
	};
}

function itemsOf({ update, order, delivery }: Prepared, address: string | undefined): Item[] {
	if (update.outcome === 'nothing') return [{ outcome: 'nothing', why: update.why }];
	if (update.outcome === 'ask')
		return [
			{
				...requestItem({ outcome: 'ask', why: update.why }, update.request, address),
				...(isJsonObject(order) ? { order: { ...order, ...update.known } } : {}),
				...(isJsonObject(delivery) ? { delivery } : {}),
			},
		];
	return update.requests.map((request) => requestItem({ outcome: 'send', why: null }, request, address));
}

const sampleOrder = {
	id: 1042,
	number: '1042',
	status: 'processing',
	billing: { first_name: 'Nora' },
	line_items: [{ id: 1, name: 'Savon', quantity: 2 }],
	meta_data: [],
};

/** Order and delivery in, the requests that update the shop out. Nothing is sent. */
export const prepareShopUpdate = (source: OrderStepsOf): FlowAction =>
	flow({
		resource: 'shopOrder',
		verb: 'prepareUpdate',
		title: 'Prepare Shop Update',
		description: `Makes the requests that update the shop after a delivery of ${source.title} changed. They are not sent.`,
		worksOut: { listedAs: 'requests' },
		covers: [],
		effect: 'read',
		input: updateForm(source.kinds),
		output: outputItem(() => ({
			outcome: outputField.text('Outcome'),
			why: outputField.text('Why'),
			purpose: outputField.text('Purpose'),
			method: outputField.text('Method'),
			path: outputField.text('Path'),
			url: outputField.text('Address'),
			contentType: outputField.text('Content Type'),
			body: outputField.text('Body'),
			order: wholeOutput("Shop's Order"),
			delivery: wholeOutput('Delivery'),
		})),
		check: ({ order, fields, delivery, news, shop, answer }) => [
			...(isNothing(order) && isNothing(fields) && isNothing(answer) && shop === 'recognise'
				? [{ path: ['order'], message: 'is missing. Without it, choose the Shop' }]
				: []),
			...(isNothing(delivery) && isNothing(news) ? [{ path: ['delivery'], message: 'is missing' }] : []),
		],
		example: {
			outcome: 'send',
			purpose: 'note',
			method: 'POST',
			path: '/wp-json/wc/v3/orders/1042/notes',
			contentType: 'application/json',
			body: '{"note":"Delivery 123 is booked (created)."}',
		},
		run: async (input) => await Promise.resolve(success(itemsOf(prepare(input, source), input.shop_address))),
		samples: [
			{
				title: 'A booking, for WooCommerce',
				input: {
					order: sampleOrder,
					delivery: { id: '123', reference: 'WC-1042', status: 'created', outcome: 'booked' },
					shop_address: 'https://shop.example.com',
				},
				response: { status: 200, body: null },
			},
		],
		antiSamples: [{ reason: 'Nothing is given', input: {}, mentions: ['Order', 'Delivery'] }],
	});
