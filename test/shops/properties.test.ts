import fc from '../fast-check';

import type { Json } from '../../shared/json';
import { defaultUpdateSettings, type DeliveryNews } from '../../shared/shops/update';
import { statuses } from '../../shared/delivery/status';
import { recognise, shops } from '../../shared/shops/shops';
import presta from './orders/prestashop.json';
import xml from './orders/prestashop-xml.json';
import sheet from './orders/sheet-row.json';
import graphql from './orders/shopify-graphql.json';
import rest from './orders/shopify-rest.json';
import woo from './orders/woocommerce.json';
import zapier from './orders/zapier-columns.json';
import { read, settings } from './read';

const samples: Json[] = [woo, rest, graphql, presta, xml, sheet, zapier];

/** Every path within a sample. */
function pathsOf(json: unknown, path: string[] = []): string[][] {
	if (typeof json !== 'object' || json === null) return [path];
	return [path, ...Object.entries(json).flatMap(([key, value]) => pathsOf(value, [...path, key]))];
}

function changedAt(json: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
	if (key === undefined) return value;
	if (Array.isArray(json))
		return json.map((item: unknown, index) => (String(index) === key ? changedAt(item, rest, value) : item));
	if (typeof json !== 'object' || json === null) return json;
	return { ...json, [key]: changedAt(Object.entries(json).find(([name]) => name === key)?.[1], rest, value) };
}

const odd = fc.oneof(
	fc.jsonValue(),
	fc.constantFrom(
		null,
		'',
		' ',
		'0',
		0,
		-1,
		1e21,
		'null',
		'0000-00-00',
		'&#0;',
		'&#x110000;',
		'\u0000',
		'\ud800',
		[],
		[[]],
		{},
		{ _: {} },
		{ value: [] },
		'__proto__',
		'constructor',
		true,
	),
	fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Real orders with some of their values replaced by anything. */
const almostOrders = (from: readonly Json[]) =>
	fc.constantFrom(...from).chain((sample) => {
		const paths = pathsOf(sample);
		return fc
			.array(fc.record({ path: fc.constantFrom(...paths.slice(1)), value: odd }), { maxLength: 6 })
			.map((changes) => changes.reduce<unknown>((json, { path, value }) => changedAt(json, path, value), sample));
	});

const news: fc.Arbitrary<DeliveryNews> = fc.oneof(
	fc.record({
		kind: fc.constantFrom('booked' as const, 'moved' as const),
		delivery: fc.record({
			carrier: fc.constantFrom('Cyke', 'A & B'),
			id: fc.constantFrom('77', '<b>'),
			reference: fc.constant('WC-1'),
			status: fc.constantFrom(...statuses),
			reason: fc.constantFrom(null, 'Nobody was there'),
			trackingNumber: fc.constantFrom(null, 'T1'),
			trackingUrl: fc.constantFrom(null, 'https://track.example.com/77'),
			occurredAt: fc.constantFrom(null, '2026-11-25T14:10:00+01:00'),
			warnings: fc.constantFrom([], ['Booked for another address']),
			differs: fc.boolean(),
		}),
	}),
	fc.constant({ kind: 'refused' as const, carrier: 'Cyke', message: 'Phone is empty' }),
	fc.constant({ kind: 'differs' as const, carrier: 'Cyke', message: 'Delivery 7 differs' }),
	fc.constant({ kind: 'unknown' as const, carrier: 'Cyke', reference: 'WC-1' }),
	fc.constant({ kind: 'later' as const, message: 'Cyke is down' }),
);

const runs = { numRuns: 200 };

describe('any JSON', () => {
	it('is a request, left out, or problems with what stands there', () => {
		fc.assert(
			fc.property(fc.oneof(fc.jsonValue(), almostOrders(samples)), (json) => {
				const reading = read(json);
				if (reading.outcome === 'left_out') expect(reading.reasons.length).toBeGreaterThan(0);
				if (reading.outcome === 'problems') {
					expect(reading.problems.length).toBeGreaterThan(0);
					for (const { found, message } of reading.problems)
						expect(found === null || message.includes(found.split(', ')[0]?.slice(0, 20) ?? '')).toBe(true);
				}
				if (reading.outcome === 'deliver') {
					const { contact, place, reference } = reading.request;
					expect([contact.name, reference.number, place.lines.join('')].every((text) => text.trim() !== '')).toBe(true);
				}
			}),
			runs,
		);
	});

	it('is read by every shop without a throw, whichever it is of', () => {
		fc.assert(
			fc.property(fc.oneof(fc.jsonValue(), almostOrders(samples)), fc.constantFrom(...shops), (json, shop) => {
				expect(['deliver', 'left_out', 'problems']).toContain(shop.read(json, settings()).outcome);
			}),
			runs,
		);
	});

	it('is updated without a throw, and requests go to the shop alone', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.jsonValue(), almostOrders(samples)),
				fc.constantFrom(...shops),
				news,
				(json, shop, about) => {
					const update = shop.update(json, about, defaultUpdateSettings);
					const requests =
						update.outcome === 'send' ? update.requests : update.outcome === 'ask' ? [update.request] : [];
					expect(requests.every(({ path }) => /^\/(wp-json|admin\/api|api)\//.test(path))).toBe(true);
					expect(about.kind === 'later' && requests.length > 0).toBe(false);
				},
			),
			runs,
		);
	});

	it('may be nested as deep as JSON can be', () => {
		const deep = JSON.parse(`${'{"order":'.repeat(2000)}1${'}'.repeat(2000)}`) as unknown;
		const list = JSON.parse(`${'['.repeat(2000)}1${']'.repeat(2000)}`) as unknown;
		for (const json of [
			deep,
			list,
			{ ...woo, meta_data: deep },
			{ ...rest, note_attributes: list },
			{ order: deep, id_carrier: 1 },
		]) {
			for (const shop of shops)
				expect(['deliver', 'left_out', 'problems']).toContain(shop.read(json, settings()).outcome);
		}
	});
});

describe('lines', () => {
	const line = fc.record({
		name: fc.string({ minLength: 1, maxLength: 12 }),
		sku: fc.stringMatching(/^[A-Z0-9-]{1,8}$/),
		quantity: fc.oneof(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }).map(String), odd),
	});

	it('all arrive, or the order is not booked', () => {
		fc.assert(
			fc.property(
				fc.array(line, { minLength: 1, maxLength: 8 }),
				fc.constantFrom('woo', 'shopify', 'presta', 'sheet'),
				(lines, shop) => {
					const order = {
						woo: { ...woo, line_items: lines },
						shopify: { ...rest, line_items: lines },
						presta: {
							...presta,
							order: {
								...presta.order.orders[0],
								associations: {
									order_rows: lines.map(({ name, sku, quantity }) => ({
										product_name: name,
										product_reference: sku,
										product_quantity: quantity,
									})),
								},
							},
						},
						sheet: { ...sheet, Items: lines },
					}[shop];
					const reading = read(order);
					if (reading.outcome !== 'deliver') return;
					expect(reading.request.goods.map(({ sku }) => sku)).toEqual(lines.map(({ sku }) => sku));
					expect(reading.request.goods.every(({ quantity }) => quantity > 0)).toBe(true);
				},
			),
			runs,
		);
	});
});

describe('never ours, with any other content of the order', () => {
	const never: [string, (order: Record<string, unknown>) => unknown, Json][] = [
		['WooCommerce: cancelled', (order) => ({ ...order, status: 'cancelled' }), woo],
		['WooCommerce: refunded', (order) => ({ ...order, status: 'refunded' }), woo],
		['WooCommerce: collected', (order) => ({ ...order, shipping_lines: [{ method_id: 'pickup_location' }] }), woo],
		['WooCommerce: nothing to send', (order) => ({ ...order, needs_processing: false }), woo],
		['Shopify: cancelled', (order) => ({ ...order, cancelled_at: '2026-11-24T10:00:00Z' }), rest],
		['Shopify: a test', (order) => ({ ...order, test: true }), rest],
		['Shopify: voided', (order) => ({ ...order, financial_status: 'voided' }), rest],
		['Shopify: refunded', (order) => ({ ...order, financial_status: 'refunded' }), rest],
		['Shopify: not paid', (order) => ({ ...order, financial_status: 'pending' }), rest],
		['Shopify: collected', (order) => ({ ...order, shipping_lines: [{ title: 'Pickup in store' }] }), rest],
		['sheet: cancelled', (order) => ({ ...order, Status: 'cancelled' }), sheet],
	];

	it.each(never)('%s', (_title, force, sample) => {
		fc.assert(
			fc.property(almostOrders([sample]), (json) => {
				fc.pre(typeof json === 'object' && json !== null && !Array.isArray(json));
				expect(read(force(json as Record<string, unknown>)).outcome).not.toBe('deliver');
			}),
			{ numRuns: 60 },
		);
	});

	it('PrestaShop: cancelled, refunded, or its own carrier for collecting', () => {
		const [order] = presta.order.orders;
		fc.assert(
			fc.property(
				almostOrders([presta]),
				fc.constantFrom({ current_state: '6' }, { current_state: 7 }, { id_carrier: '1', carrier: undefined }),
				(json, forced) => {
					fc.pre(typeof json === 'object' && json !== null);
					const others = { ...(json as Record<string, unknown>), carrier: undefined };
					expect(read({ ...others, order: { ...order, ...forced } }).outcome).not.toBe('deliver');
				},
			),
			{ numRuns: 60 },
		);
	});

	it('a status of the shop is written only over those that it may follow', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('cancelled', 'refunded', 'completed', 'failed', 'pending', 'in-the-kitchen'),
				news,
				(status, about) => {
					const shop = recognise(woo);
					const update = shop.update({ ...woo, status }, about, defaultUpdateSettings);
					expect(update.outcome === 'send' && update.requests.some(({ purpose }) => purpose !== 'note')).toBe(false);
				},
			),
			runs,
		);
	});
});

describe('slots', () => {
	it('any text of a time is a window of its day, a day, as soon as possible, or a problem with the text', () => {
		const times = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.stringMatching(/^[0-9: \-–hapm.]{0,20}$/));
		fc.assert(
			fc.property(times, (timeslot) => {
				const reading = read({
					...woo,
					meta_data: [
						{ key: 'jckwds_date_ymd', value: '20261125' },
						{ key: 'jckwds_timeslot', value: timeslot },
					],
				});
				if (reading.outcome !== 'deliver') return;
				const { slot } = reading.request;
				if (slot.kind !== 'window') return expect(slot).toMatchObject({ day: '2026-11-25' });
				expect(slot.start.slice(0, 10)).toBe('2026-11-25');
				if (slot.end !== null) expect(Date.parse(slot.end)).toBeGreaterThan(Date.parse(slot.start));
			}),
			{ numRuns: 400 },
		);
	});

	it('no day is ever taken for a month: what can be read in two ways is a problem', () => {
		const days = fc.record({
			first: fc.integer({ min: 1, max: 12 }),
			second: fc.integer({ min: 1, max: 12 }),
			sign: fc.constantFrom('/', '.', '-'),
		});
		fc.assert(
			fc.property(days, ({ first, second, sign }) => {
				fc.pre(first !== second);
				const reading = read({
					...woo,
					meta_data: [{ key: 'Delivery Date', value: `${String(first).padStart(2, '0')}${sign}${second}${sign}2027` }],
				});
				expect(reading.outcome).toBe('problems');
			}),
			runs,
		);
	});
});
