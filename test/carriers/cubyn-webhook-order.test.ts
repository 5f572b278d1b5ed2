import fc from '../fast-check';

import { cubyn } from '../../shared/carriers/cubyn/carrier';
import { cubynEvent } from '../../shared/carriers/cubyn/events/webhook';
import type { JsonObject } from '../../shared/json';
import { itemOf, type WebhookEvent } from '../../shared/declare/trigger';
import { emptyDeduplicator, deduplicate, type DeduplicatorState } from '../../shared/events/deduplicator';
import { accessOf } from '../core/samples';

const access = accessOf(cubyn, 'production');
const START = Date.parse('2030-05-20T09:00:00.000Z');
const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();

const parcel = (id: number, status: string, minutes?: number): JsonObject => ({
	key: 'my-app-key',
	event: 'parcel:carrier-status:changed',
	parcel: { id, orderRef: `WC-${id}`, status, ...(minutes === undefined ? {} : { updatedAt: at(minutes) }) },
});
const row = (sku: string, available: number, warehouse = 'TOTAL'): JsonObject => ({
	sku,
	ownerId: 1,
	reserved: 0,
	available,
	warehouse,
	applicationId: 2,
});
const product = (id: string, available: number, minutes: number): JsonObject => ({
	id,
	reference: id,
	updatedAt: at(minutes),
	quantity: { available, damaged: 0, reserved: 0, blocked: 0 },
});

/** A trigger that has seen nothing yet. */
class WebhookHarness {
	private state: DeduplicatorState = emptyDeduplicator();

	receive(body: JsonObject): WebhookEvent | undefined {
		const read = cubynEvent.read({ headers: {}, query: { secret: 'wh-sample' }, body: JSON.stringify(body) }, access);
		if (!read.ok) throw new Error(read.failure.message);
		const after = deduplicate(read.value, this.state, START);
		if (after) this.state = after;
		return after && read.value;
	}

	all(bodies: readonly JsonObject[]): string[] {
		return bodies.flatMap((body) => {
			const event = this.receive(body);
			const item = event && itemOf(event);
			return item
				? [`${String(item.id)} ${String(item.status ?? `${String(item.warehouse)} ${String(item.available)}`)}`]
				: [];
		});
	}
}

const receive = (...bodies: JsonObject[]) => new WebhookHarness().all(bodies);

test('a request that comes twice is emitted once', () => {
	expect(receive(parcel(1, 'PICKED', 1), parcel(1, 'PICKED', 1))).toEqual(['1 picked_up']);
	expect(receive(parcel(1, 'PICKED'), parcel(1, 'PICKED'))).toEqual(['1 picked_up']);
	expect(receive(row('a', 3), row('a', 3))).toEqual(['a TOTAL 3']);
	expect(receive(product('p', 3, 1), product('p', 3, 1))).toEqual(['p TOTAL 3']);
});

test('one change of stock in several warehouses is several events', () => {
	expect(receive(row('a', 3), row('a', 3, 'FR'), row('a', 0, 'ES'), row('b', 3))).toEqual([
		'a TOTAL 3',
		'a FR 3',
		'a ES 0',
		'b TOTAL 3',
	]);
});

test('stock that returns to an earlier level is emitted again', () => {
	expect(receive(row('a', 10), row('a', 9), row('a', 10), row('a', 10))).toEqual([
		'a TOTAL 10',
		'a TOTAL 9',
		'a TOTAL 10',
	]);
	expect(receive(product('p', 10, 1), product('p', 9, 2), product('p', 10, 2))).toEqual([
		'p TOTAL 10',
		'p TOTAL 9',
		'p TOTAL 10',
	]);
});

test('a courier may fail twice', () => {
	const words = [
		'CARRIER_OUT_FOR_DELIVERY',
		'CARRIER_FAILED_ATTEMPT',
		'CARRIER_OUT_FOR_DELIVERY',
		'CARRIER_FAILED_ATTEMPT',
		'CARRIER_DELIVERED',
	];
	expect(receive(...words.map((word, minute) => parcel(1, word, minute)))).toHaveLength(5);
	expect(receive(...words.map((word) => parcel(1, word)))).toHaveLength(5);
});

test('a late event is dropped, whether it has its time or only its status', () => {
	expect(receive(parcel(1, 'CARRIER_DELIVERED', 9), parcel(1, 'PICKED', 3))).toEqual(['1 delivered']);
	expect(receive(parcel(1, 'CARRIER_DELIVERED'), parcel(1, 'PICKED'))).toEqual(['1 delivered']);
	expect(receive(product('p', 3, 9), product('p', 5, 3))).toEqual(['p TOTAL 3']);
});

test('what is remembered stays bounded, and survives being stored', () => {
	let state = emptyDeduplicator();
	for (let each = 0; each < 2_000; each += 1) {
		const read = cubynEvent.read(
			{ headers: {}, query: { secret: 'wh-sample' }, body: JSON.stringify(row(`sku-${each}`, each)) },
			access,
		);
		if (read.ok) state = deduplicate(read.value, JSON.parse(JSON.stringify(state)) as DeduplicatorState, each) ?? state;
	}
	expect(state.lastByState).toHaveLength(500);
	expect(state.emittedIds).toEqual([]);
});

const statuses = [
	'PICKED',
	'SHIPPED',
	'CARRIER_IN_TRANSIT',
	'CARRIER_OUT_FOR_DELIVERY',
	'CARRIER_FAILED_ATTEMPT',
	'CARRIER_DELIVERED',
];
const change = fc.oneof(
	fc.record({
		kind: fc.constant('parcel' as const),
		id: fc.integer({ min: 1, max: 3 }),
		word: fc.constantFrom(...statuses),
	}),
	fc.record({
		kind: fc.constant('row' as const),
		sku: fc.constantFrom('a', 'b'),
		warehouse: fc.constantFrom('TOTAL', 'FR'),
		available: fc.integer({ min: 0, max: 4 }),
	}),
	fc.record({
		kind: fc.constant('product' as const),
		id: fc.constantFrom('p', 'q'),
		available: fc.integer({ min: 0, max: 4 }),
	}),
);

type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

const subjectKey = (each: Change) =>
	each.kind === 'parcel'
		? `parcel ${each.id}`
		: each.kind === 'row'
			? `row ${each.sku} ${each.warehouse}`
			: `product ${each.id}`;

function bodyOf(each: Change, minute: number): JsonObject {
	if (each.kind === 'parcel') return parcel(each.id, each.word, minute);
	return each.kind === 'row' ? row(each.sku, each.available, each.warehouse) : product(each.id, each.available, minute);
}

const history = fc.array(fc.record({ change, repeats: fc.integer({ min: 0, max: 3 }) }), { maxLength: 40 });

test('over random histories every change is emitted once, however often it is sent', () => {
	fc.assert(
		fc.property(history, (steps) => {
			const harness = new WebhookHarness();
			const last = new Map<string, string>();
			for (const [minute, { change: each, repeats }] of steps.entries()) {
				const body = bodyOf(each, minute);
				// Flat stock events without a change between them are the same as repeats, so they need not be
				// distinguished.
				const isNew = last.get(subjectKey(each)) !== JSON.stringify(body);
				const emitted = Array.from({ length: repeats + 1 }, () => harness.receive(body)).filter(
					(event) => event !== undefined,
				);
				expect(emitted).toHaveLength(isNew ? 1 : 0);
				last.set(subjectKey(each), JSON.stringify(body));
			}
		}),
		{ numRuns: 1_000 },
	);
});

test('over random orders no dated event goes back, and the newest is emitted', () => {
	const shuffled = history.chain((steps) => {
		const timed = steps
			.map(({ change: each }) => each)
			.filter(({ kind }) => kind !== 'row')
			.map((each, minute) => ({ about: subjectKey(each), minute, body: bodyOf(each, minute) }));
		return fc
			.shuffledSubarray([...timed, ...timed], { minLength: timed.length * 2 })
			.map((calls) => ({ timed, calls }));
	});
	fc.assert(
		fc.property(shuffled, ({ timed, calls }) => {
			const harness = new WebhookHarness();
			const emitted = calls.filter(({ body }) => harness.receive(body) !== undefined);
			for (const subject of new Set(timed.map((each) => each.about))) {
				const minutes = emitted.filter((each) => each.about === subject).map(({ minute }) => minute);
				expect(minutes).toEqual([...new Set(minutes)].sort((a, b) => a - b));
				expect(minutes.at(-1)).toBe(
					Math.max(...timed.filter((each) => each.about === subject).map(({ minute }) => minute)),
				);
			}
		}),
		{ numRuns: 500 },
	);
});
