import { cubyn } from '../../shared/carriers/cubyn/carrier';
import { documentedProduct, documentedStockEvent } from '../../shared/carriers/cubyn/stock/samples';
import { cubynEvent } from '../../shared/carriers/cubyn/events/webhook';
import {
	documentedPicked,
	documentedShipped,
	documentedTrials,
} from '../../shared/carriers/cubyn/events/webhook-samples';
import type { Access } from '../../shared/declare/connection';
import type { Json, JsonObject } from '../../shared/json';
import { itemOf, type WebhookEvent } from '../../shared/declare/trigger';
import { accessOf } from '../core/samples';

const access = accessOf(cubyn, 'production');
const KEY = 'my-app-key';
const SECRET = 'wh-sample';

const read = (body: Json | string, query: Record<string, string> = {}, connection: Access = access) =>
	cubynEvent.read({ headers: {}, query, body: typeof body === 'string' ? body : JSON.stringify(body) }, connection);

function eventOf(body: Json, query: Record<string, string> = {}): WebhookEvent {
	const result = read(body, query);
	if (!result.ok) throw new Error(result.failure.message);
	return result.value;
}

const code = (result: ReturnType<typeof read>) => (result.ok ? 'taken' : result.failure.code);

describe('every documented call', () => {
	test('of the current document', () => {
		const event = eventOf(documentedShipped);
		const item = itemOf(event);
		expect({ type: event.type, rank: event.order?.rank }).toEqual({
			type: 'parcel:shipped',
			rank: Date.parse('2022-02-10T08:36:01.244Z'),
		});
		expect(item).toMatchObject({
			id: '817427867',
			status: 'in_transit',
			carrierStatus: 'SHIPPED',
			reference: '347-4957372-9234150',
			value: 92,
			eventType: 'parcel:shipped',
		});
	});

	test('of the older one', () => {
		expect(itemOf(eventOf(documentedPicked))).toMatchObject({
			id: '673847167',
			status: 'picked_up',
			dropoff: { country: 'FR' },
		});
	});

	test.each(documentedTrials)('a parcel of three fields: $event', (testEvent) => {
		const event = eventOf(testEvent);
		const { type } = event;
		const item = itemOf(event);
		const status = { 'parcel:deleted': 'cancelled', 'parcel:picked': 'picked_up' }[type] ?? 'delivered';
		expect(item).toMatchObject({ id: '673847167', reference: 'WC-1042', status });
		expect(cubynEvent.output.safeParse(item).error?.issues ?? []).toEqual([]);
	});

	test('of the stock, by warehouse', () => {
		expect(eventOf(documentedStockEvent, { secret: SECRET })).toMatchObject({
			type: 'stock:updated',
			item: {
				id: 'product_2',
				sku: 'product_2',
				warehouse: 'TOTAL',
				available: 81,
				reserved: 1,
				stock: '81 available, 1 reserved',
			},
		});
	});

	test('of the stock, with lots', () => {
		const event = eventOf(documentedProduct, { secret: SECRET });
		const { type } = event;
		const item = itemOf(event);
		expect(type).toBe('product.stock.updated');
		expect(item).toMatchObject({
			id: documentedProduct.id,
			sku: 'productReferenceA',
			available: 2,
			lots: [{ isBlocked: false, available: 2 }],
		});
		expect(cubynEvent.output.safeParse(item).error?.issues ?? []).toEqual([]);
	});

	test('is listed among the events to choose from', () => {
		const types = [documentedShipped, documentedPicked, ...documentedTrials].map(({ event }) => event);
		const known: unknown[] = cubynEvent.events.map(({ value }) => value);
		for (const type of [...types, 'parcel:cancelled', 'stock:updated', 'product.stock.updated'])
			expect(known).toContain(type);
	});
});

describe('what nobody vouches for', () => {
	test.each<[string, Json | string, Record<string, string>]>([
		['another key', { ...documentedShipped, key: 'my-app-kez' }, { secret: SECRET }],
		['an empty key', { ...documentedShipped, key: '' }, {}],
		['a key that is no text', { ...documentedShipped, key: [KEY] }, {}],
		['a parcel without a key', { event: 'parcel:shipped', parcel: documentedShipped.parcel }, {}],
		['stock without a secret', documentedStockEvent, {}],
		['stock with another secret', documentedStockEvent, { secret: 'wh-sampl' }],
		['stock with the key as its secret', documentedStockEvent, { secret: KEY }],
		['a product without a secret', documentedProduct, {}],
		['no JSON at all', '<html>', {}],
		['nothing', '', {}],
	])('is refused for good: %s', (_what, body, query) => {
		expect(code(read(body, query))).toBe('not_authorised');
		expect(cubynEvent.responses.forged).toBe(401);
	});

	test('stock is refused while the connection has no secret, and parcels are not', () => {
		const open = accessOf(cubyn, 'sandbox');
		expect(code(read(documentedStockEvent, { secret: '' }, open))).toBe('not_authorised');
		expect(code(read(documentedStockEvent, {}, open))).toBe('not_authorised');
		expect(code(read(documentedShipped, {}, open))).toBe('taken');
	});

	test('none of many forged requests is accepted', () => {
		const alphabet = 'my-app-keywhsampl0123';
		let seed = 7;
		const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
		const word = () =>
			Array.from(
				{ length: 1 + Math.floor(random() * 12) },
				() => alphabet[Math.floor(random() * alphabet.length)],
			).join('');
		for (let round = 0; round < 5_000; round += 1) {
			const [key, secret] = [word(), word()];
			if (key !== KEY) expect(read({ ...documentedTrials[0], key }).ok).toBe(false);
			if (secret !== SECRET) expect(read(documentedStockEvent, { secret }).ok).toBe(false);
		}
	});
});

test.each([
	[{ event: 'parcel:picked', key: KEY }, 'parcel:picked', 'unknown'],
	[{ event: 'parcel:picked', key: KEY, parcel: {} }, 'parcel:picked', 'unknown'],
	[{ event: 'parcel:picked', key: KEY, parcel: [{ id: 7 }] }, 'parcel:picked', 'unknown'],
	[{ event: 12, key: KEY, parcel: { id: 7 } }, 'unknown', '7'],
	[{ sku: 'a' }, 'unknown', 'a'],
	[{ hello: 'world' }, 'unknown', 'unknown'],
	[[1, 2], 'unknown', 'unknown'],
])('what can be trusted but not understood is handed on as it came: %j', (body, type, id) => {
	const event = eventOf(body, { secret: SECRET });
	expect(event).toMatchObject({
		// Nobody who chose some events can have meant to miss one of no known type.
		type: type === 'unknown' ? '*' : type,
		item: { id, eventType: type, warnings: [expect.stringContaining('in an unexpected form')] },
	});
	expect(JSON.stringify(event)).not.toContain(KEY);
	expect(cubynEvent.output.safeParse(itemOf(event)).error?.issues ?? []).toEqual([]);
});

test('an odd field costs a warning, not the event', () => {
	const parcel = { id: 7, status: 'PICKED', updatedAt: '2030-01-01T00:00:00.000Z', value: { euros: 3 }, items: 'two' };
	expect(itemOf(eventOf({ event: 'parcel:picked', key: KEY, parcel }))).toMatchObject({
		id: '7',
		status: 'picked_up',
		carrierData: { value: { euros: 3 }, items: 'two' },
		warnings: [expect.stringMatching(/(items, value|value, items)/)],
	});
});

test.each<[string, JsonObject, string]>([
	['a count', { ...documentedStockEvent, available: '9 pieces' }, 'stock:updated'],
	['another count', { ...documentedStockEvent, reserved: {} }, 'stock:updated'],
	['a warehouse', { ...documentedStockEvent, warehouse: 5 }, 'stock:updated'],
	['a name', { ...documentedProduct, name: [] }, 'product.stock.updated'],
	['the quantities', { ...documentedProduct, quantity: 'many' }, 'product.stock.updated'],
	['a lot', { ...documentedProduct, lots: [{ isBlocked: true }] }, 'product.stock.updated'],
])('%s in an odd form leaves a stock event one', (_what, body, type) => {
	const event = eventOf(body, { secret: SECRET });
	expect(event.type).toBe(type);
	expect(itemOf(event)).toMatchObject({ eventType: type, carrierData: body });
});

test('an event that arrived in pieces is handed on as it came, without the key', () => {
	const pieces = '{"sku": "a", "avail';
	expect(itemOf(eventOf(pieces, { secret: SECRET }))).toMatchObject({
		eventType: 'unknown',
		carrierData: { body: pieces },
	});
	expect(JSON.stringify(eventOf(`${pieces} ${KEY}`, { secret: SECRET }))).not.toContain(KEY);
});

test('the key is nowhere in what is handed on', () => {
	const parcel = documentedShipped.parcel as JsonObject;
	const adversarial: JsonObject = {
		...documentedShipped,
		parcel: { ...parcel, key: KEY, note: `see ${KEY}`, deep: [{ [KEY]: 1, inner: KEY }] },
	};
	for (const event of [eventOf(documentedShipped), eventOf(adversarial)])
		expect(JSON.stringify(event)).not.toContain(KEY);
	expect(itemOf(eventOf(adversarial))).toMatchObject({
		carrierData: { status: 'SHIPPED', orderRef: '347-4957372-9234150' },
	});
	expect(JSON.stringify(eventOf({ ...documentedStockEvent, key2: KEY }, { secret: SECRET }))).not.toContain(KEY);
});

test.each([
	[{ event: `parcel:${KEY}`, key: KEY, parcel: { id: 1 } }],
	[{ event: 'parcel:picked', key: KEY, parcel: { id: `1${KEY}` } }],
])('an event whose own words hold the key is handed on without them', (body) => {
	const event = eventOf(body);
	expect(JSON.stringify(event)).not.toContain(KEY);
	expect(itemOf(event)?.warnings).toEqual([expect.stringContaining('in an unexpected form')]);
});

test('an event that Cubyn does not document yet is emitted unchanged', () => {
	expect(
		eventOf({ event: 'parcel:returned', key: KEY, parcel: { id: 1, status: 'CARRIER_RETURN_RECEIVED' } }),
	).toMatchObject({ type: 'parcel:returned', item: { status: 'returned' } });
});
