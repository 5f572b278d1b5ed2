import { OrderFields } from '../../shared/shops/order-fields';
import { readSlot } from '../../shared/shops/slots/read-slot';
import { genericPlugins, shopifyPlugins } from '../../shared/shops/slots/table';

import { zone, now, plain, read, shown, slotOf, iconic, afternoon } from './read-slots';

describe('plug-ins', () => {
	it.each<[string, Record<string, unknown>, string]>([
		['Iconic, hidden keys', { _jckwds_date_ymd: '20261125', _jckwds_timeslot: '14:00 - 16:00' }, afternoon],
		[
			'Iconic, a renewal',
			{ _iconic_wds_subscription_date_ymd: '20261125', _iconic_wds_subscription_timeslot: '2:00 pm - 4:00 pm' },
			afternoon,
		],
		[
			'Order Delivery Date Pro',
			{ _orddd_delivery_date: '25 November, 2026', _orddd_time_slot: '14:00 - 16:00' },
			afternoon,
		],
		['Orderable, as soon as possible', { orderable_order_date: 'As soon as possible' }, 'asap ?'],
		[
			'YITH',
			{ ywcdd_order_delivery_date: '2026-11-25', ywcdd_order_slot_from: '14:00', ywcdd_order_slot_to: '16:00' },
			afternoon,
		],
		[
			'YITH, hours as epochs',
			{
				ywcdd_order_delivery_date: '2026-11-25',
				ywcdd_order_slot_from: '1764079200',
				ywcdd_order_slot_to: '1764086400',
			},
			afternoon,
		],
		[
			'CodeRockz',
			{ delivery_type: 'delivery', delivery_date: '2026-11-25', delivery_time: '02:00 PM - 04:00 PM' },
			afternoon,
		],
		[
			'Order Delivery',
			{ _delivery_date: '2026-11-25', _delivery_time_frame: { time_from: '14:00', time_to: '16:00' } },
			afternoon,
		],
		['Product Delivery Date', { _prdd_date: '2026-11-25', _prdd_time_slot: '14:00 - 16:00' }, afternoon],
		['Product Delivery Date Lite', { _prdd_lite_date: '2026-11-25' }, 'day 2026-11-25'],
		[
			'Pickup and Delivery Date Time, by the date of its own',
			{ pi_delivery_date: '03/12/2026', pi_system_delivery_date: '2026/12/03', pi_delivery_time: '14:00 - 16:00' },
			'12-03T14:00+01:00 > 12-03T16:00+01:00',
		],
		[
			'Checkout Time Picker',
			{ tpfw_delivery_mode: 'delivery', tpfw_picked_time: '2026-11-25 2:00 pm' },
			'11-25T14:00+01:00 > ?',
		],
		[
			'Local Pickup Plus',
			{
				_pickup_appointment_start: Date.parse('2026-11-25T13:00:00Z') / 1000,
				_pickup_appointment_end: Date.parse('2026-11-25T15:00:00Z') / 1000,
			},
			afternoon,
		],
	])('%s', (_title, fields, slot) => {
		expect(shown(read(fields))).toBe(slot);
	});

	it.each<[string, Record<string, unknown>, string]>([
		[
			'Zapiet',
			{ 'Checkout-Method': 'delivery', 'Delivery-Date': '2026/11/25', 'Delivery-Time': '14:00 - 16:00' },
			afternoon,
		],
		['Bird and the like', { 'Delivery Date': 'Wed, Nov 25, 2026', 'Delivery Time': '2:00 PM - 4:00 PM' }, afternoon],
		[
			'a day and its hours in one',
			{ 'Local Delivery Date and Time': '2026-11-25 between 2:00 PM and 4:00 PM' },
			afternoon,
		],
		['line item properties in French', { 'Date de livraison': '25/11/2026', Créneau: '14h - 16h' }, afternoon],
	])('%s', (_title, fields, slot) => {
		expect(shown(read(fields, {}, { plugins: shopifyPlugins }))).toBe(slot);
	});

	it.each<[string, Record<string, unknown>, string]>([
		['ISO 8601', { slot_start: '2026-11-25T13:00:00Z', slot_end: '2026-11-25T15:00:00Z' }, afternoon],
		[
			'a database',
			{ slot_start: '2026-11-25 14:00:00.123456+01', slot_end: '2026-11-25 16:00:00.000000+01' },
			afternoon,
		],
		['a day and a slot', { slot_date: '2026-11-25', slot_time: '14:00 - 16:00' }, afternoon],
		['delivery slot', { delivery_slot_start: '2026-11-25T14:00', delivery_slot_end: '2026-11-25T16:00' }, afternoon],
		['delivery start', { delivery_start: '2026-11-25T14:00', delivery_end: '2026-11-25T16:00' }, afternoon],
		[
			'from ten at night to midnight',
			{ slot_start: '2026-11-25T22:00', slot_end: '2026-11-26T00:00' },
			'11-25T22:00+01:00 > 11-26T00:00+01:00',
		],
		[
			"Delivery Dates Wizard's fields",
			{ ddw_order_date: '2026-11-25 00:00:00', ddw_order_time: '14:00 - 16:00' },
			afternoon,
		],
	])('flat fields: %s', (_title, fields, slot) => {
		expect(shown(read(fields, {}, { plugins: genericPlugins }))).toBe(slot);
	});

	it('fields that the user chose outrank the table', () => {
		const order = { ...iconic('10:00 - 12:00'), own_day: '2026-11-25', own_hours: '14:00 - 16:00' };
		expect(shown(read(order, { fields: { day: 'own_day', time: 'own_hours' } }))).toBe(afternoon);
	});

	it('two lines of an order that name different days are a problem', () => {
		const entries = ['2026-11-25', '2026-11-26'].map((value) => ({ key: 'Delivery Date', value }));
		const reading = readSlot(new OrderFields(entries), { plugins: shopifyPlugins, settings: plain, zone, now });
		expect(shown(reading)).toBe('problem: The order names more than one slot: "2026-11-25" and "2026-11-26".');
	});

	it('says where the slot was found, in the words of the order', () => {
		expect(slotOf(read(iconic('2:00 PM - 4:00 PM')))).toMatchObject({
			text: '20261125, 2:00 PM - 4:00 PM',
			source: 'Iconic Delivery Slots',
		});
	});
});

describe('rules of the user', () => {
	const opening = { 2: { from: '09:00', to: '18:00' }, 3: { from: '08:00', to: '12:00' } };

	it('an order without a wish gets what the user chose', () => {
		expect(shown(read({}))).toBe('none');
		expect(shown(read({}, { whenNone: { rule: 'asap', minutes: 45 }, lengthMinutes: 60 }))).toBe(
			'11-24T10:45+01:00 > 11-24T11:45+01:00',
		);
		expect(shown(read({}, { whenNone: { rule: 'next_opening' }, opening }))).toBe(
			'11-24T10:00+01:00 > 11-24T18:00+01:00',
		);
		expect(shown(read({}, { whenNone: { rule: 'next_opening' }, opening: { 3: opening[3] } }))).toBe(
			'11-25T08:00+01:00 > 11-25T12:00+01:00',
		);
		expect(shown(read({}, { whenNone: { rule: 'next_opening' }, opening: {} }))).toBe('none');
	});

	it('as soon as possible is a number of minutes from now, or the opening of the day named', () => {
		expect(shown(read({ orderable_order_date: 'ASAP' }, { asapMinutes: 30, lengthMinutes: 60 }))).toBe(
			'11-24T10:30+01:00 > 11-24T11:30+01:00',
		);
		expect(shown(read(iconic('ASAP'), { asapMinutes: 30, opening }))).toBe('11-25T08:00+01:00 > 11-25T12:00+01:00');
		expect(shown(read(iconic('ASAP'), { asapMinutes: 30 }))).toBe('asap 2026-11-25');
	});

	it('a time alone lasts as long as the user says', () => {
		expect(shown(read(iconic('14:00'), { lengthMinutes: 120 }))).toBe(afternoon);
	});

	it('a slot is in the time zone of the shop, also where clocks change', () => {
		expect(shown(read({ delivery_date: '2026-03-29', delivery_time: '02:30 - 04:00' }))).toContain('problem');
		expect(shown(read({ delivery_date: '2026-10-25', delivery_time: '01:00 - 04:00' }))).toBe(
			'10-25T01:00+02:00 > 10-25T04:00+01:00',
		);
	});
});
