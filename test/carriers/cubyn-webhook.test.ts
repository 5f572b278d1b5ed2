import { cubyn } from '../../shared/carriers/cubyn/carrier';
import { documentedProduct, documentedStockEvent } from '../../shared/carriers/cubyn/stock/samples';
import { cubynEvent } from '../../shared/carriers/cubyn/events/webhook';
import { documentedPicked, documentedShipped, documentedTrials } from '../../shared/carriers/cubyn/events/webhook-samples';
import type { Access } from '../../shared/declare/connection';
import type { Json, JsonObject } from '../../shared/declare/json';
import type { WebhookEvent } from '../../shared/declare/trigger';
import { accessOf } from '../core/samples';

const access = accessOf(cubyn, 'production');
const KEY = 'my-app-key';
const SECRET = 'wh-sample';

const read = (body: Json | string, query: Record<string, string> = {}, on: Access = access) =>
	cubynEvent.read({ headers: {}, query, body: typeof body === 'string' ? body : JSON.stringify(body) }, on);

function eventOf(body: Json, query: Record<string, string> = {}): WebhookEvent {
	const result = read(body, query);
	if (!result.ok) throw new Error(result.failure.message);
	return result.value;
}

const code = (result: ReturnType<typeof read>) => (result.ok ? 'taken' : result.failure.code);

describe('every documented call', () => {
	test('of the current document', () => {
		const { type, rank, item } = eventOf(documentedShipped);
		expect({ type, rank }).toEqual({ type: 'parcel:shipped', rank: Date.parse('2022-02-10T08:36:01.244Z') });
		expect(item).toMatchObject({ id: '817427867', status: 'in_transit', carrierStatus: 'SHIPPED', reference: '347-4957372-9234150', value: 92, eventType: 'parcel:shipped' });
	});

	test('of the older one', () => {
		expect(eventOf(documentedPicked).item).toMatchObject({ id: '673847167', status: 'picked_up', dropoff: { country: 'FR' } });
	});

	test.each(documentedTrials)('a parcel of three fields: $event', (trial) => {
		const { type, item } = eventOf(trial);
		const status = { 'parcel:deleted': 'cancelled', 'parcel:picked': 'picked_up' }[type] ?? 'delivered';
		expect(item).toMatchObject({ id: '673847167', reference: 'WC-1042', status });
		expect(cubynEvent.output.safeParse(item).error?.issues ?? []).toEqual([]);
	});

	test('of the stock, by warehouse', () => {
		expect(eventOf(documentedStockEvent, { secret: SECRET })).toMatchObject({
			type: 'stock:updated',
			item: { id: 'product_2', sku: 'product_2', warehouse: 'TOTAL', available: 81, reserved: 1, stock: '81 available, 1 reserved' },
		});
	});

	test('of the stock, with lots', () => {
		const { type, item } = eventOf(documentedProduct, { secret: SECRET });
		expect(type).toBe('product.stock.updated');
		expect(item).toMatchObject({ id: documentedProduct.id, sku: 'productReferenceA', available: 2, lots: [{ isBlocked: false, available: 2 }] });
		expect(cubynEvent.output.safeParse(item).error?.issues ?? []).toEqual([]);
	});

	test('is listed among the events to choose from', () => {
		const types = [documentedShipped, documentedPicked, ...documentedTrials].map(({ event }) => event);
		const known: unknown[] = cubynEvent.events.map(({ value }) => value);
		for (const type of [...types, 'parcel:cancelled', 'stock:updated', 'product.stock.updated']) expect(known).toContain(type);
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
		expect(cubynEvent.answers.forged).toBe(401);
	});

	test('stock is refused while the connection has no secret, and parcels are not', () => {
		const open = accessOf(cubyn, 'sandbox');
		expect(code(read(documentedStockEvent, { secret: '' }, open))).toBe('not_authorised');
		expect(code(read(documentedStockEvent, {}, open))).toBe('not_authorised');
		expect(code(read(documentedShipped, {}, open))).toBe('taken');
	});

	test('none of many forged calls is taken', () => {
		const letters = 'my-app-keywhsampl0123';
		let seed = 7;
		const random = () => ((seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647);
		const word = () => Array.from({ length: 1 + Math.floor(random() * 12) }, () => letters[Math.floor(random() * letters.length)]).join('');
		for (let turn = 0; turn < 5_000; turn += 1) {
			const [key, secret] = [word(), word()];
			if (key !== KEY) expect(read({ ...documentedTrials[0], key }).ok).toBe(false);
			if (secret !== SECRET) expect(read(documentedStockEvent, { secret }).ok).toBe(false);
		}
	});
});

test('what can be trusted but not understood is asked for again', () => {
	for (const body of [{ event: 'parcel:picked', key: KEY }, { event: 'parcel:picked', key: KEY, parcel: {} }]) expect(code(read(body))).toBe('unreadable_answer');
	for (const body of ['{"sku": "a", "avail', { sku: 'a' }, { hello: 'world' }]) expect(code(read(body, { secret: SECRET }))).toBe('unreadable_answer');
	expect(cubynEvent.answers).toMatchObject({ taken: 200, unreadable: 500 });
});

test('the key is nowhere in what is handed on', () => {
	const parcel = documentedShipped.parcel as JsonObject;
	const sly: JsonObject = { ...documentedShipped, parcel: { ...parcel, key: KEY, note: `see ${KEY}`, deep: [{ [KEY]: 1, inner: KEY }] } };
	for (const event of [eventOf(documentedShipped), eventOf(sly)]) expect(JSON.stringify(event)).not.toContain(KEY);
	expect(eventOf(sly).item).toMatchObject({ carrierData: { status: 'SHIPPED', orderRef: '347-4957372-9234150' } });
	expect(JSON.stringify(eventOf({ ...documentedStockEvent, key2: KEY }, { secret: SECRET }))).not.toContain(KEY);
});

test('an event whose own words hold the key is not understood, rather than half told', () => {
	for (const body of [{ event: `parcel:${KEY}`, key: KEY, parcel: { id: 1 } }, { event: 'parcel:picked', key: KEY, parcel: { id: `1${KEY}` } }]) expect(code(read(body))).toBe('unreadable_answer');
});

test('an event that Cubyn does not document yet is told as it is', () => {
	expect(eventOf({ event: 'parcel:returned', key: KEY, parcel: { id: 1, status: 'CARRIER_RETURN_RECEIVED' } })).toMatchObject({ type: 'parcel:returned', item: { status: 'returned' } });
});
