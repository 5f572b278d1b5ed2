import type { JsonObject } from '../../../shared/json';
import { byBike, byDriver, one, type ShopCase, type Wanted } from './case';
import { iconic, shopifyOrder, wooOrder } from './orders';

const slotted = (start: string, end: string): Wanted => ({
	booked: { dropoff: { slotStart: `2026-${start}:00.000+01:00`, slotEnd: `2026-${end}:00.000+01:00` } },
});
const afternoon = slotted('11-25T14:00', '11-25T16:00');
const morning = slotted('11-25T09:00', '11-25T11:00');
const quoted = (...texts: string[]): Wanted => ({ refused: texts });
const asks = (id: number, text: string): JsonObject => wooOrder(id, { meta_data: iconic(text) });
const has = (id: number, fields: JsonObject): JsonObject =>
	wooOrder(id, { meta_data: Object.entries(fields).map(([key, value], at) => ({ id: at, key, value })) });
const drivenAt = (time: string): Wanted => ({ booked: { requestedTime: `2026-11-${time}:00.000+01:00` } });
const wishes = (id: number, fields: JsonObject): JsonObject =>
	shopifyOrder(id, { note_attributes: Object.entries(fields).map(([name, value]) => ({ name, value })) });

/** Kinds 02 and 24: the slot, as plug-ins write it. */
export const slotCases: readonly ShopCase[] = [
	one('02 2:00 PM', byBike, asks(200, '2:00 PM - 4:00 PM'), afternoon),
	one('02 9:00', byBike, asks(201, '9:00 - 11:00'), morning),
	one('02 14h00', byBike, asks(202, '14h00 - 16h00'), afternoon),
	one('02 a long dash', byBike, asks(203, '14:00 – 16:00'), afternoon),
	one('02 the evening', byBike, asks(204, '18:00 - 20:00'), slotted('11-25T18:00', '11-25T20:00')),
	one('02 ASAP', byBike, asks(205, 'ASAP'), quoted('ASAP')),
	one('02 one time', byBike, asks(206, '14:00'), quoted('14:00')),
	// The sandbox's Cyke delivers until eight; the slot itself is right.
	one('02 over midnight', byBike, asks(207, '22:00 - 00:00'), quoted('opening hours')),
	one('02 variant: AM and PM without minutes', byBike, asks(291, '9AM-11AM'), morning),
	one('02 variant: in words', byBike, asks(292, 'de 14h à 16h'), afternoon),
	one('02 variant: hours as a word', byBike, asks(2920, 'de 14 heures à 16 heures'), afternoon),
	one('02 variant: no word of a time', byBike, asks(293, 'dans la soirée'), quoted('dans la soirée')),
	one(
		'02 variant: YITH',
		byBike,
		has(294, {
			ywcdd_order_delivery_date: '2026-11-25',
			ywcdd_order_slot_from: '14:00',
			ywcdd_order_slot_to: '16:00',
		}),
		afternoon,
	),
	one(
		'02 variant: Order Delivery Date Pro',
		byBike,
		has(295, {
			_orddd_timestamp: '1795564800',
			'Delivery Date': '25 November, 2026',
			_orddd_time_slot: '09:00 AM - 11:00 AM',
		}),
		morning,
	),
	one(
		'02 variant: Order Delivery Date Lite, with its slot',
		byBike,
		has(2910, {
			'Delivery Date': '25 November, 2026',
			_orddd_lite_timestamp: '1795564800',
			_orddd_lite_timeslot_timestamp: '1795597200',
			_orddd_lite_time_slot: '09:00 AM - 11:00 AM',
		}),
		morning,
	),
	one(
		'02 variant: a subscription of Iconic',
		byBike,
		has(2911, {
			_iconic_wds_subscription_date: '25/11/2026',
			_iconic_wds_subscription_date_ymd: '20261125',
			_iconic_wds_subscription_timeslot: '14:00 - 16:00',
		}),
		afternoon,
	),
	one(
		'02 variant: CodeRockz',
		byBike,
		has(296, { delivery_type: 'delivery', delivery_date: '2026-11-25', delivery_time: '14:00 - 16:00' }),
		afternoon,
	),
	one(
		'02 variant: Orderable',
		byBike,
		has(297, {
			_orderable_order_timestamp: 1795611600,
			orderable_order_date: '25/11/2026',
			orderable_order_time: '14:00 - 16:00',
		}),
		afternoon,
	),
	one(
		'02 variant: a date with two readings',
		byBike,
		has(298, { delivery_date: '05/12/2026', delivery_time: '14:00 - 16:00' }),
		quoted('05/12/2026', '2026-12-05', '2026-05-12'),
	),
	one(
		"02 variant: the shop's format",
		byBike,
		has(299, { delivery_date: '05/12/2026', delivery_time: '14:00 - 16:00' }),
		slotted('12-05T14:00', '12-05T16:00'),
		{ slot: { date_format: 'd/m/Y' } },
	),

	one(
		'24 Saturday at five',
		byDriver,
		wishes(2401, { 'Delivery-Date': '2026/11/28', 'Delivery-Time': '17:00 - 18:00' }),
		drivenAt('28T17:00'),
	),
	one(
		'24 variant: a label with a picture',
		byDriver,
		wishes(2490, { '🚚 Choose your delivery day': '2026-11-28', '⏰ Delivery time window': '17:00 - 18:00' }),
		drivenAt('28T17:00'),
	),
	one(
		'24 variant: in Danish',
		byDriver,
		wishes(2491, { Leveringsdato: '28. november 2026', Leveringstid: 'kl. 17.00 - 18.00' }),
		drivenAt('28T17:00'),
	),
	one(
		'24 variant: a property of the line',
		byDriver,
		shopifyOrder(2492, {
			line_items: [
				{
					id: 1,
					name: 'Kage',
					quantity: 1,
					requires_shipping: true,
					properties: [
						{ name: '_delivery_date', value: '2026-11-28' },
						{ name: 'Delivery Time', value: '5:00 PM' },
					],
				},
			],
		}),
		drivenAt('28T17:00'),
	),
	one(
		'24 variant: Bird',
		byDriver,
		shopifyOrder(2494, {
			line_items: [
				{
					id: 1,
					name: 'Kage',
					quantity: 1,
					requires_shipping: true,
					properties: [{ name: '_BirdChimeSlotId', value: 'M=D;D=2026-11-28;L=77;T=17:00 - 18:00' }],
				},
			],
		}),
		drivenAt('28T17:00'),
	),
	one('24 variant: Bird, collected', byDriver, wishes(2495, { _BirdChimeSlotId: 'M=P;D=2026-11-28;L=77;T=17:00' }), {
		leftOut: 'collected',
	}),
	one(
		'24 variant: Zapiet, all of its fields',
		byDriver,
		wishes(2496, {
			'Checkout-Method': 'delivery',
			'Delivery-Location-Id': '286946',
			'Delivery-Day': 'saturday',
			'Delivery-Date': '2026/11/28',
			'Delivery-Time': '5:00 PM - 6:00 PM',
			'Delivery-Slot-Id': '128762835',
		}),
		drivenAt('28T17:00'),
	),
	one(
		'24 variant: a day without a time',
		byDriver,
		wishes(2493, { 'Delivery Date': '2026-11-28' }),
		quoted('2026-11-28', 'no time'),
	),
];
