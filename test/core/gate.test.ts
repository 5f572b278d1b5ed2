import { createHash } from 'node:crypto';

import fc from 'fast-check';

import { cyke } from '../../shared/carriers/cyke/carrier';
import { deliveryEvent } from '../../shared/carriers/cyke/webhook';
import { emptyGate, pass, type GateState } from '../../shared/events/gate';
import { sameSecret } from '../../shared/events/secret';
import type { WebhookEvent } from '../../shared/declare/trigger';
import { accessOf } from './samples';

const access = accessOf(cyke, 'v2');
const token = access.webhookSecret ?? '';

const event = (id: string, subject: string, rank: number): WebhookEvent => ({ id, type: 'x', subject, rank, item: { id: subject, rank } });

/** Runs events through a gate; returns what passed. */
function passing(events: readonly WebhookEvent[]): WebhookEvent[] {
	let state: GateState = emptyGate();
	return events.filter((each) => {
		const next = pass(each, state, 0);
		if (next) state = next;
		return next !== undefined;
	});
}

test('an event passes once, and a subject never goes back, over random orders and repeats', () => {
	const events = fc.array(fc.record({ id: fc.integer({ max: 30, min: 0 }), subject: fc.integer({ min: 0, max: 3 }), rank: fc.integer({ min: 0, max: 11 }) }), { maxLength: 80 });
	fc.assert(
		fc.property(events, (given) => {
			const through = passing(given.map(({ id, subject, rank }) => event(String(id), String(subject), rank)));
			expect(new Set(through.map(({ id }) => id)).size).toBe(through.length);
			for (const subject of new Set(through.map((each) => each.subject))) {
				const ranks = through.filter((each) => each.subject === subject).map(({ rank }) => rank ?? 0);
				expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
			}
		}),
		{ numRuns: 1_000 },
	);
});

test('in order and without repeats, everything passes', () => {
	const events = [1, 2, 5, 6, 11].map((rank) => event(`e${rank}`, '7', rank));
	expect(passing(events)).toEqual(events);
});

test('what is remembered stays bounded', () => {
	let state = emptyGate();
	for (let each = 0; each < 2_000; each += 1) state = pass(event(`e${each}`, `s${each}`, 1), state, each) ?? state;
	expect(state.told.length).toBe(500);
	expect(state.reached.length).toBe(500);
});

const body = (id: string) => JSON.stringify({ event_id: id, event_type: 'delivery_scheduled', payload: { delivery: { id: 4711, status: 'scheduled' } } });

describe("Cyke's webhook", () => {
	test('is read when it carries the secret', () => {
		const read = deliveryEvent.read({ query: {}, headers: { 'x-cyke-token': token }, body: body('e-1') }, access);
		expect(read).toMatchObject({ ok: true, value: { id: 'e-1', subject: '4711', item: { id: '4711', status: 'scheduled', eventType: 'delivery_scheduled' } } });
	});

	test('a test event is taken and says nothing', () => {
		const read = deliveryEvent.read({ query: {}, headers: { 'x-cyke-token': token }, body: JSON.stringify({ event_id: 1, event_type: 'test', payload: {} }) }, access);
		expect(read).toMatchObject({ ok: true, value: { id: '1', type: 'test' } });
		expect(read.ok && read.value.item).toBeUndefined();
	});

	test('no secret in the connection means no event', () => {
		const read = deliveryEvent.read({ query: {}, headers: { 'x-cyke-token': '' }, body: body('e-1') }, { ...access, webhookSecret: undefined });
		expect(read).toMatchObject({ ok: false, failure: { code: 'not_authorised' } });
	});

	test('a secret beyond ASCII is the same as a header and as its bytes', () => {
		expect(sameSecret('clé-été', 'clé-été')).toBe(true);
		expect(sameSecret(Buffer.from('clé-été', 'utf8').toString('latin1'), 'clé-été')).toBe(true);
		expect(sameSecret('cle-ete', 'clé-été')).toBe(false);
		expect(sameSecret('', '')).toBe(false);
	});

	test('100,000 forged tokens are refused', () => {
		const forged = fc.oneof(
			fc.string(),
			fc.nat({ max: token.length - 1 }).map((at) => token.slice(0, at) + String.fromCharCode(token.charCodeAt(at) ^ 1) + token.slice(at + 1)),
			fc.constantFrom('', ` ${token}`, `${token} `, token.toUpperCase(), createHash('sha256').update(token).digest('hex')),
		);
		fc.assert(
			fc.property(forged.filter((text) => text !== token), (text) => {
				expect(sameSecret(text, token)).toBe(false);
			}),
			{ numRuns: 100_000 },
		);
	});

	test('only the status of the event moves the gate when the payload is partial', () => {
		const read = deliveryEvent.read({ query: {}, headers: { 'x-cyke-token': token }, body: JSON.stringify({ event_id: 'e-2', event_type: 'delivery_delivered', payload: { delivery: { id: 4711 } } }) }, access);
		expect(read).toMatchObject({ ok: true, value: { terminal: true, item: { status: 'delivered', terminal: true } } });
	});
});
