import { isJsonObject } from '../../json';
import { noteOf, stageOf } from '../news-text';
import { firstText, listAt, textAt, toText, valueAt } from '../read-json';
import type { DeliveryNews, ShopRequest, ShopUpdate } from '../update';
import { NONE, question, request, xml } from './webservice';

type Ask = Extract<ShopUpdate, { outcome: 'ask' }>;

/** The first administrator: a message without an employee would appear as the customer's. */
const EMPLOYEE = '1';

const TOKEN_LENGTH = 12;

/** Lists as the webservice answers them, as an earlier answer left them, and a single one that was just made. */
function joinedList(json: unknown, list: string, single: string): readonly unknown[] | undefined {
	const places = [valueAt(json, list), valueAt(json, single)].filter((place) => place !== undefined);
	if (places.length === 0) return undefined;
	return places.flatMap((place): readonly unknown[] => {
		const inner = isJsonObject(place) ? (place[list] ?? place[single] ?? place) : place;
		return Array.isArray(inner) ? inner : isJsonObject(inner) ? [inner] : [];
	});
}

const emailIn = (json: unknown): string | null =>
	firstText(
		textAt(json, 'customer', 'email'),
		textAt(json, 'customer', 'customer', 'email'),
		...listAt(json, 'customer', 'customers').map((one) => textAt(one, 'email')),
	);

/** PrestaShop shows customers' threads beside an order. The thread's token is the key to it that customers get by mail. */
function newThread(json: unknown, order: unknown, orderId: string): ShopRequest {
	const email = emailIn(json);
	const fields = {
		id_lang: textAt(order, 'id_lang') ?? '1',
		id_shop: textAt(order, 'id_shop') ?? '1',
		id_customer: textAt(order, 'id_customer') ?? '0',
		id_order: orderId,
		id_contact: '0',
		...(email === null ? {} : { email }),
		token: (firstText(textAt(order, 'secure_key'), textAt(order, 'reference')) ?? orderId).slice(0, TOKEN_LENGTH),
		status: 'closed',
	};
	return request('question', 'POST', '/api/customer_threads?output_format=JSON', xml('customer_thread', fields));
}

/** Every poll finds a booking again. It is known as booked if any message names the delivery. */
function isKnown(messages: readonly string[], news: DeliveryNews, text: string): boolean {
	if (messages.includes(toText(text) ?? '')) return true;
	if (news.kind !== 'booked' || stageOf(news.delivery) !== 'booked' || news.delivery.warnings.length > 0) return false;
	const start = `${news.delivery.carrier}: delivery ${news.delivery.id} `;
	return messages.some((message) => message.startsWith(start));
}

const ask = (request: ShopRequest, why: string, part: string): { ask: Ask } => ({
	ask: { outcome: 'ask', request, why, known: { [part]: NONE } },
});

/**
 * A private message in the order's thread, which customers do not see: the request that writes it, none if it stands
 * there already, or what has to be read first.
 */
export function noteFor(
	{ json, order, orderId }: { json: unknown; order: unknown; orderId: string },
	news: Exclude<DeliveryNews, { kind: 'later' }>,
): { ask: Ask } | { requests: readonly ShopRequest[] } {
	const message = noteOf(news);
	const threads = joinedList(json, 'customer_threads', 'customer_thread');
	if (threads === undefined)
		return ask(
			question('customer_threads', 'id_order', orderId),
			"A note belongs to the order's thread of messages, which is read by a request of its own.",
			'customer_threads',
		);
	const thread = firstText(...threads.map((one) => textAt(one, 'id')));
	const messages = joinedList(json, 'customer_messages', 'customer_message');
	if (messages === undefined)
		return thread === null
			? ask(
					newThread(json, order, orderId),
					'The order has no thread of messages yet, so one is made, which is empty.',
					'customer_messages',
				)
			: ask(
					question('customer_messages', 'id_customer_thread', thread),
					'What the thread says already is not written once more.',
					'customer_messages',
				);
	if (thread === null) {
		// The thread that was to be made is not there. A message of the order itself needs none.
		const fields = { id_order: orderId, private: '1', message };
		return { requests: [request('note', 'POST', '/api/messages', xml('message', fields))] };
	}
	const texts = messages.map((one) => textAt(one, 'message') ?? '');
	if (isKnown(texts, news, message)) return { requests: [] };
	const fields = { id_employee: EMPLOYEE, id_customer_thread: thread, message, private: '1' };
	return { requests: [request('note', 'POST', '/api/customer_messages', xml('customer_message', fields))] };
}
