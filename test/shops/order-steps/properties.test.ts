import fc from '../../fast-check';

import type { Json, JsonObject } from '../../../shared/json';
import { isJsonObject } from '../../../shared/json';
import presta from '../orders/prestashop.json';
import rest from '../orders/shopify-rest.json';
import sheet from '../orders/sheet-row.json';
import woo from '../orders/woocommerce.json';
import zapier from '../orders/zapier-columns.json';
import { read } from '../read';
import { atCarrier, bookers, type AtCarrier } from './at-carrier';
import { rulesFor } from './orders';

const samples: Json[] = [woo, rest, presta, sheet, zapier];

function pathsOf(json: unknown, path: string[] = []): string[][] {
	if (typeof json !== 'object' || json === null) return [path];
	return [path, ...Object.entries(json).flatMap(([key, value]) => pathsOf(value, [...path, key]))];
}

function changedAt(json: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
	if (key === undefined) return value;
	if (Array.isArray(json))
		return json.map((item: unknown, at) => (String(at) === key ? changedAt(item, rest, value) : item));
	if (typeof json !== 'object' || json === null) return json;
	return { ...json, [key]: changedAt(Object.entries(json).find(([name]) => name === key)?.[1], rest, value) };
}

const odd = fc.oneof(
	fc.jsonValue({ maxDepth: 3 }),
	fc.constantFrom(null, '', '0', 0, -1, 1e21, '0000-00-00', '&#0;', '\ud800', [], {}, '__proto__', true, '25/13/2026'),
	fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Real orders with some of their values replaced by anything. */
const damaged = fc
	.constantFrom(...samples)
	.chain((sample) =>
		fc
			.array(fc.tuple(fc.constantFrom(...pathsOf(sample)), odd), { minLength: 1, maxLength: 3 })
			.map((changes) => changes.reduce<unknown>((json, [path, value]) => changedAt(json, path, value), sample)),
	);

const asOrder = (json: unknown): JsonObject => (isJsonObject(json) ? json : {});

describe.each(bookers)('%s, with any order', (id) => {
	let at: AtCarrier;
	beforeEach(() => {
		at = atCarrier(id);
	});

	test('the check never fails without a reason, and books nothing', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(damaged, fc.object({ maxDepth: 3 })), async (order) => {
				const result = await at.run('check', { order: asOrder(order) });
				if (!result.ok) return expect(result.failure.message).not.toMatch(/internal|undefined|\[object/i);
				const [item] = result.value;
				expect(['ready', 'problems', 'left_out']).toContain(item?.outcome);
				expect(String(item?.summary).length).toBeGreaterThan(0);
			}),
			{ numRuns: 150 },
		);
		expect(at.writes()).toBe(0);
	});

	test('what is not ours to deliver is never sent', async () => {
		await fc.assert(
			fc.asyncProperty(damaged, async (order) => {
				const before = at.writes();
				const result = await at.run('book', { order: asOrder(order), ...rulesFor(id) });
				const reading = read(order, { country: at.country });
				if (reading.outcome === 'left_out')
					expect(result).toMatchObject({ ok: true, value: [{ outcome: 'left_out' }] });
				if (reading.outcome !== 'deliver') expect(at.writes()).toBe(before);
			}),
			{ numRuns: 60 },
		);
	});

	test('no line of goods is lost on the way', async () => {
		const line = fc.record({
			name: fc.stringMatching(/^[A-Za-z]{3,12}$/),
			sku: fc.stringMatching(/^[A-Z]{3}-\d{3}$/),
			quantity: fc.integer({ min: 1, max: 9 }),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
				// HubRise's price is read from a list of which it gives ten a minute.
				await at.sandbox.clock.advance(60_000);
				const order: JsonObject = { ...woo, line_items: lines.map((each, at) => ({ ...each, id: at, total: '1.00' })) };
				const result = await at.run('check', { order });
				expect(result).toMatchObject({
					ok: true,
					value: [{ goods: lines.map(({ name, sku, quantity }) => ({ name, sku, quantity })) }],
				});
			}),
			{ numRuns: 25 },
		);
	});
});
