import { createHash } from 'node:crypto';

import fc from '../fast-check';

import { cyke } from '../../shared/carriers/cyke/carrier';
import { deliveryEvent } from '../../shared/carriers/cyke/webhook';
import { createEventMemory } from '../../shared/events/event-memory';
import { emptyDeduplicator, deduplicate, type DeduplicatorState } from '../../shared/events/deduplicator';
import { isSameSecret } from '../../shared/events/secret';
import type { WebhookEvent } from '../../shared/declare/trigger';
import { accessOf } from './samples';

const access = accessOf(cyke, 'v2');
const token = access.webhookSecret ?? '';

const event = (id: string, subject: string, rank: number): WebhookEvent => ({
	knownBy: 'id',
	id,
	type: 'x',
	order: { subject, rank },
	content: 'item',
	item: { id: subject, rank },
});

/** Runs events through the deduplicator; returns what passed. */
function passedEvents(events: readonly WebhookEvent[]): WebhookEvent[] {
	let state: DeduplicatorState = emptyDeduplicator();
	return events.filter((each) => {
		const next = deduplicate(each, state, 0);
		if (next) state = next;
		return next !== undefined;
	});
}

test('an event passes once, and a subject never goes back, over random orders and repeats', () => {
	const events = fc.array(
		fc.record({
			id: fc.integer({ max: 30, min: 0 }),
			subject: fc.integer({ min: 0, max: 3 }),
			rank: fc.integer({ min: 0, max: 11 }),
		}),
		{ maxLength: 80 },
	);
	fc.assert(
		fc.property(events, (generated) => {
			const passed = passedEvents(generated.map(({ id, subject, rank }) => event(String(id), String(subject), rank)));
			expect(new Set(passed.map(({ id }) => id)).size).toBe(passed.length);
			for (const subject of new Set(passed.map((each) => each.order?.subject))) {
				const ranks = passed.filter((each) => each.order?.subject === subject).map(({ order }) => order?.rank ?? 0);
				expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
			}
		}),
		{ numRuns: 1_000 },
	);
});

test('in order and without repeats, everything passes', () => {
	const events = [1, 2, 5, 6, 11].map((rank) => event(`e${rank}`, '7', rank));
	expect(passedEvents(events)).toEqual(events);
});

test('what is remembered stays bounded', () => {
	let state = emptyDeduplicator();
	for (let each = 0; each < 2_000; each += 1)
		state = deduplicate(event(`e${each}`, `s${each}`, 1), state, each) ?? state;
	expect(state.emittedIds.length).toBe(500);
	expect(state.rankBySubject.length).toBe(500);
});

test('a repeat is recognised after 100,000 newer events, and what is remembered stays bounded', () => {
	const memory = createEventMemory(120_000);
	const emit = (each: WebhookEvent, at: number, trigger = 'w:n') => {
		const state = deduplicate(each, memory.recall(trigger, each), at);
		if (state) memory.note(trigger, each, state);
		return state !== undefined;
	};
	const first = event('first', 'delivery 1', 3);
	expect(emit(first, 0)).toBe(true);
	for (let at = 1; at <= 100_000; at += 1) emit(event(`e${at}`, `s${at}`, 1), at);
	expect(emit(first, 100_001)).toBe(false);
	// An earlier stage of the same delivery is late even then, and another trigger has its own memory.
	expect(emit(event('late', 'delivery 1', 2), 100_002)).toBe(false);
	expect(emit(first, 100_003, 'other:n')).toBe(true);
	for (let at = 1; at <= 130_000; at += 1) emit(event(`f${at}`, `t${at}`, 1), at);
	expect(emit(first, 240_000)).toBe(true);
});

const body = (id: string) =>
	JSON.stringify({
		event_id: id,
		event_type: 'delivery_scheduled',
		payload: { delivery: { id: 4711, status: 'scheduled' } },
	});

describe("Cyke's webhook", () => {
	test('is read when it carries the secret', () => {
		const read = deliveryEvent.read({ query: {}, headers: { 'x-cyke-token': token }, body: body('e-1') }, access);
		expect(read).toMatchObject({
			ok: true,
			value: {
				id: 'e-1',
				order: { subject: '4711' },
				content: 'item',
				item: { id: '4711', status: 'scheduled', eventType: 'delivery_scheduled' },
			},
		});
	});

	test('a test event is accepted and emits nothing', () => {
		const read = deliveryEvent.read(
			{
				query: {},
				headers: { 'x-cyke-token': token },
				body: JSON.stringify({ event_id: 1, event_type: 'test', payload: {} }),
			},
			access,
		);
		expect(read).toMatchObject({ ok: true, value: { id: '1', type: 'test', content: 'nothing' } });
	});

	test('no secret in the connection means no event', () => {
		const read = deliveryEvent.read(
			{ query: {}, headers: { 'x-cyke-token': '' }, body: body('e-1') },
			{ ...access, webhookSecret: undefined },
		);
		expect(read).toMatchObject({ ok: false, failure: { code: 'not_authorised' } });
	});

	test('a secret beyond ASCII is the same as a header and as its bytes', () => {
		expect(isSameSecret('clé-été', 'clé-été')).toBe(true);
		expect(isSameSecret(Buffer.from('clé-été', 'utf8').toString('latin1'), 'clé-été')).toBe(true);
		expect(isSameSecret('cle-ete', 'clé-été')).toBe(false);
		expect(isSameSecret('', '')).toBe(false);
	});

	test('100,000 forged tokens are refused', () => {
		const forged = fc.oneof(
			fc.string(),
			fc
				.nat({ max: token.length - 1 })
				.map((at) => token.slice(0, at) + String.fromCharCode(token.charCodeAt(at) ^ 1) + token.slice(at + 1)),
			fc.constantFrom(
				'',
				` ${token}`,
				`${token} `,
				token.toUpperCase(),
				createHash('sha256').update(token).digest('hex'),
			),
		);
		fc.assert(
			fc.property(
				forged.filter((text) => text !== token),
				(text) => !isSameSecret(text, token),
			),
			{ numRuns: 100_000 },
		);
	});

	test('only the status of the event changes the deduplicator when the payload is partial', () => {
		const read = deliveryEvent.read(
			{
				query: {},
				headers: { 'x-cyke-token': token },
				body: JSON.stringify({
					event_id: 'e-2',
					event_type: 'delivery_delivered',
					payload: { delivery: { id: 4711 } },
				}),
			},
			access,
		);
		expect(read).toMatchObject({ ok: true, value: { item: { status: 'delivered', terminal: true } } });
	});
});
