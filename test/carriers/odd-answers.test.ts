import fc from '../fast-check';

import { documentedPeriod, loginReads, sampleOrder } from '../../shared/carriers/deliverit/documented';
import { documentedOrder } from '../../shared/carriers/hubrise/documented-order';
import { eventPayload } from '../../shared/carriers/hubrise/event';
import { toWebhookEvent } from '../../shared/carriers/hubrise/event-mapping';
import { deliveryEvent, orderEvent } from '../../shared/carriers/hubrise/event-samples';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { readLeniently } from '../../shared/declare/lenient-reading';
import { carrierById } from '../../shared/registry';
import { perform } from '../../shared/run/perform';
import { accessOf } from '../core/samples';
import { response, scriptedPorts } from '../core/scripted-ports';

type Path = readonly string[];

/** Ways to every value inside of a value. */
function pathsIn(value: Json | undefined, above: Path = []): Path[] {
	const entries = Array.isArray(value) ? Object.entries(value) : isJsonObject(value) ? Object.entries(value) : [];
	return entries.flatMap(([key, each]) => [[...above, key], ...pathsIn(each, [...above, key])]);
}

function put(value: Json | undefined, [key = '', ...rest]: Path, odd: Json): Json {
	const put1 = (each: Json | undefined) => (rest.length === 0 ? odd : put(each, rest, odd));
	if (Array.isArray(value)) return value.map((each, index) => (String(index) === key ? put1(each) : each));
	return isJsonObject(value) ? { ...value, [key]: put1(value[key]) } : odd;
}

const odd = fc.oneof(
	fc.constantFrom<Json>(null, true, 5, 5.5, '', 'x', [], {}, [null], [5], { a: 1 }, '12 EUR', '2026-02-30T00:00:00Z'),
	fc.jsonValue({ maxDepth: 1 }).map((value) => JSON.parse(JSON.stringify(value)) as Json), // a JSON value is Json
);

async function read(carrierId: string, actionId: string, values: JsonObject, body: Json) {
	const carrier = carrierById(carrierId);
	const action = carrier.actions.find(({ id }) => id === actionId);
	if (!action) throw new Error(`There is no ${actionId}`);
	const login = loginReads['/api/v1/login'];
	const ports = scriptedPorts(
		({ url }) => (url.endsWith('/login') ? response(login.status, login.body) : response(200, body)),
		Date.parse('2023-01-01T10:00:00Z'),
	);
	return await perform({ carrier, action, access: accessOf(carrier), values }, ports);
}

const { delivery: deliveryInOrder } = documentedOrder as JsonObject;
const delivery = { id: 'ez351', ...(isJsonObject(deliveryInOrder) ? deliveryInOrder : {}) };
const card = { id: 'slp8q', customer_id: 've343', ref: null, balance: '1.0' };
const rows: readonly [string, string, JsonObject, JsonObject, (rows: Json[]) => Json, Path][] = [
	['hubrise', 'order.getAll', {}, documentedOrder as JsonObject, (each) => each, ['id']],
	['hubrise', 'quote.getAll', { order_id: 'o' }, { ...delivery, accepted_at: null }, (each) => each, ['id']],
	['hubrise', 'loyaltyCard.getAll', { customer_list_id: 'l' }, card, (each) => each, ['id']],
	[
		'hubrise',
		'customer.getAll',
		{ customer_list_id: 'l' },
		{ id: 'c', phone: '+336', nb_orders: 3, loyalty_cards: [card], custom_fields: { a: { b: 1 } } },
		(each) => each,
		['id'],
	],
	[
		'deliverit',
		'order.getAll',
		{},
		sampleOrder,
		(each) => documentedPeriod(...each.filter(isJsonObject)),
		['canceUrl'],
	],
];

test.each(rows)(
	'%s %s: every row is there, with any value in one field of a row',
	async (carrier, action, values, row, wrap, needed) => {
		const paths = pathsIn(row).filter(([first = '']) => !needed.includes(first));
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...paths), odd, async (path, value) => {
				const result = await read(carrier, action, values, wrap([put(row, path, value), row]));
				expect(result.ok && result.value.map(({ id }) => id)).toEqual([expect.any(String), expect.any(String)]);
			}),
			{ numRuns: 150 },
		);
	},
	60_000,
);

test('an order or a delivery with one odd field is still that order or delivery', async () => {
	for (const [action, base] of [
		['order.get', documentedOrder as JsonObject],
		['delivery.get', delivery],
	] as const) {
		const paths = pathsIn(base).filter(([first]) => first !== 'id');
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...paths), odd, async (path, value) => {
				const result = await read('hubrise', action, { order_id: '5dpm9' }, put(base, path, value));
				expect(result).toMatchObject({ ok: true, value: [{ id: base.id }] });
			}),
			{ numRuns: 250, examples: action === 'order.get' ? [[['deals', '0'], '']] : [] },
		);
	}
}, 60_000);

test('an event with one odd field is still an event', () => {
	for (const base of [orderEvent, deliveryEvent] as JsonObject[]) {
		const paths = pathsIn(base).filter(([first = '']) => !['id', 'resource_type', 'event_type'].includes(first));
		fc.assert(
			fc.property(fc.constantFrom(...paths), odd, (path, value) => {
				const payload = readLeniently(eventPayload, put(base, path, value));
				expect(payload && toWebhookEvent(payload.data).type).toBeDefined();
			}),
			{ numRuns: 200 },
		);
	}
});
