import { atCarrier, itemOf, messageOf, type AtCarrier } from './at-carrier';
import { parcels, shopify, woo } from './orders';
import { tillOrder } from './till-orders';

describe('drivers on demand', () => {
	let deliverit: AtCarrier;
	beforeEach(() => {
		deliverit = atCarrier('deliverit');
	});
	const unslotted = shopify({ note_attributes: [] });

	test('an order without a slot is wanted as soon as possible, and is found again later', async () => {
		expect(itemOf(await deliverit.run('book', { order: unslotted }))).toMatchObject({
			outcome: 'booked',
			requestedTime: '2026-11-24T10:45:00.000+01:00',
		});
		await deliverit.sandbox.clock.advance(300_000);
		expect(itemOf(await deliverit.run('book', { order: unslotted }))).toMatchObject({ outcome: 'found' });
		expect(deliverit.sandbox.deliverit.orders).toHaveLength(1);
	});

	test('the user says otherwise', async () => {
		const run = async (slot: object) => await deliverit.run('check', { order: unslotted, slot: { ...slot } });
		expect(messageOf(await deliverit.run('book', { order: unslotted, slot: { when_none: 'problem' } }))).toContain(
			'names no slot',
		);
		expect(itemOf(await run({ ready_minutes: 20 }))).toMatchObject({
			slot: { start: expect.stringContaining('10:20') },
		});
		expect(itemOf(await run({ when_none: 'next_opening', opening: 'Mon-Fri 12:00-18:00' }))).toMatchObject({
			slot: { start: expect.stringContaining('T12:00') },
		});
	});

	test('a text that cannot be read is never replaced by a time', async () => {
		const order = shopify({ note_attributes: [{ name: 'Delivery Time', value: 'after lunch' }] });
		expect(messageOf(await deliverit.run('book', { order }))).toContain('after lunch');
		expect(deliverit.writes()).toBe(0);
	});
});

describe('couriers with slots', () => {
	let cyke: AtCarrier;
	beforeEach(() => {
		cyke = atCarrier('cyke');
	});

	test("a shop's order without a slot is reported, unless the user chose a rule", async () => {
		const order = woo({ meta_data: [] });
		expect(messageOf(await cyke.run('book', { order, parcels }))).toContain('names no slot');
		const slot = { when_none: 'asap' };
		expect(itemOf(await cyke.run('book', { order, parcels, slot }))).toMatchObject({
			dropoff: { slotStart: '2026-11-24T11:00:00.000+01:00', slotEnd: '2026-11-24T12:00:00.000+01:00' },
		});
		await cyke.sandbox.clock.advance(300_000);
		expect(itemOf(await cyke.run('book', { order, parcels, slot }))).toMatchObject({ outcome: 'found' });
	});

	test.each([
		['no time', {}, '10:30', '12:00'],
		['a time that is over', { expected_time: '2026-11-24T09:40:00+01:00' }, '10:30', '12:00'],
		['a time to come', { expected_time: '2026-11-24T17:00:00+01:00' }, '17:00', '18:30'],
	])("a till's order with %s has a courier, and is found again later", async (_name, change, start, end) => {
		const order = tillOrder(change);
		expect(itemOf(await cyke.run('book', { order, parcels }))).toMatchObject({
			outcome: 'booked',
			dropoff: { slotStart: `2026-11-24T${start}:00.000+01:00`, slotEnd: `2026-11-24T${end}:00.000+01:00` },
		});
		await cyke.sandbox.clock.advance(120_000);
		expect(itemOf(await cyke.run('book', { order, parcels }))).toMatchObject({ outcome: 'found' });
	});

	test('a till that plans its orders and names no time is reported', async () => {
		expect(messageOf(await cyke.run('book', { order: tillOrder({ asap: false }), parcels }))).toContain(
			'names no slot',
		);
	});
});
