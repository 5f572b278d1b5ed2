import type { JsonObject } from '../../../shared/json';
import { fromTill, one, type ShopCase, type Wanted } from './case';

const ada: JsonObject = {
	first_name: 'Ada',
	last_name: 'Moreau',
	phone: '+33612345678',
	address_1: '12 rue des Petits Champs',
	postal_code: '75002',
	city: 'Paris',
	country: 'FR',
	delivery_notes: 'Code 1234',
};

/** What the till places. The rest of the order is HubRise's. */
const places = (ref: string, changes: JsonObject = {}, customer: JsonObject = {}): JsonObject => ({
	ref,
	status: 'accepted',
	service_type: 'delivery',
	customer: { ...ada, ...customer },
	...changes,
});

/** A shop that does not wait until its till has accepted an order. */
const atOnce: JsonObject = { leave_out: { statuses: 'new, accepted' } };

const until = (start: string, end: string): Wanted => ({
	booked: { dropoff: { slotStart: `2026-11-24T${start}:00.000+01:00`, slotEnd: `2026-11-24T${end}:00.000+01:00` } },
});
const soon = until('10:30', '12:00');
const leftOut = (code: string): Wanted => ({ leftOut: code });

/** Kinds 39, 40, 42 and 43. */
export const tillCases: readonly ShopCase[] = [
	{
		title: '39 three orders, one without a phone',
		shop: 'hubrise',
		carrier: 'cyke',
		steps: [
			{ order: places('3901', { status: 'new' }), wanted: soon, input: atOnce },
			{ order: places('3902', { status: 'new' }, { phone: undefined }), wanted: { refused: ['Phone'] }, input: atOnce },
			{ order: places('3903', { status: 'new' }), wanted: soon, input: atOnce },
		],
	},
	one('39 variant: no street', fromTill, places('3991', {}, { address_1: undefined }), { refused: ['Street'] }),
	one('39 variant: no customer', fromTill, places('3992', { customer: undefined }), { refused: ['Street'] }),
	one('39 variant: a phone that is none', fromTill, places('3993', {}, { phone: 'voir note' }), {
		refused: ['voir note'],
	}),

	one('40 new', fromTill, places('4001', { status: 'new' }), leftOut('not_ready')),
	one('40 rejected', fromTill, places('4002', { status: 'rejected' }), leftOut('cancelled')),
	one('40 variant: received', fromTill, places('4091', { status: 'received' }), leftOut('not_ready')),
	one('40 variant: cancelled', fromTill, places('4092', { status: 'cancelled' }), leftOut('cancelled')),
	one('40 variant: in preparation', fromTill, places('4093', { status: 'in_preparation' }), soon),

	one(
		'42 a masked phone',
		fromTill,
		places(
			'4201',
			{ status: 'new' },
			{ phone: '+33 1 76 00 00 00', phone_access_code: '12345678', delivery_notes: undefined },
		),
		{ booked: { dropoff: { instructions: expect.stringContaining('12345678') } } },
		atOnce,
	),
	one('42 variant: beside a note', fromTill, places('4291', {}, { phone: '+33176000000', phone_access_code: '4455' }), {
		booked: { dropoff: { instructions: expect.stringMatching(/Code 1234.*4455|4455.*Code 1234/) } },
	}),
	one('42 variant: with a hash', fromTill, places('4292', {}, { phone: '01 76 00 00 00', phone_access_code: '*12#' }), {
		booked: { dropoff: { instructions: expect.stringContaining('*12#') } },
	}),
	one('42 variant: with spaces', fromTill, places('4293', {}, { phone: '0176000000', phone_access_code: ' 12 34 ' }), {
		booked: { dropoff: { instructions: expect.stringContaining('12 34') } },
	}),

	one(
		'43 a time that is over',
		fromTill,
		places('4301', { status: 'new', expected_time: '2026-11-24T09:45:00+01:00' }),
		soon,
		atOnce,
	),
	one('43 variant: yesterday', fromTill, places('4391', { expected_time: '2026-11-23T19:00:00+01:00' }), soon),
	one(
		'43 variant: in UTC',
		fromTill,
		places('4392', { expected_time: '2026-11-24T14:00:00Z' }),
		until('15:00', '16:30'),
	),
	one(
		'43 variant: the time that the till confirmed',
		fromTill,
		places('4393', { expected_time: '2026-11-24T11:00:00+01:00', confirmed_time: '2026-11-24T12:15:00+01:00' }),
		until('12:15', '13:45'),
	),
];
