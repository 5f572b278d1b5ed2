import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, Facts, ConnectionFacts } from '../../../declare/facts';
import type { Sample } from '../../../declare/sample';
import type { Problem } from '../../../declare/failure';
import { longText, moment, text } from '../../../declare/field';
import type { JsonObject } from '../../../json';
import { millis, wallTime } from '../../../delivery/time';
import { nextWallTime } from '../../../delivery/wall-clock';
import { compareTrip } from '../compare';
import {
	checkContact,
	eightDigits,
	latitudeField,
	longitudeField,
	streetField,
	telephoneField,
	zipField,
} from '../contact';
import { documentedBooking, loginReads, sampleBooking } from '../documented';
import { cautionOf, evidenceOf } from '../evidence';
import { SLACK_MS } from '../moments';
import { AHEAD_MS, daysAround, DAY_MS } from '../period';
import { replyFollowUp, proposalFields } from '../proposal';
import { checkTag, writeTag } from '../tag';
import { bookedReading, tripShape } from '../trip';
import { cancelDriver } from './cancel';
import { listOrders } from './list';

const inputSchema = z.object({
	reference: text({
		reference: true,
		label: 'Reference',
		placeholder: 'WC-1042',
		help: 'Your own order number. It finds the booking again. DeliverIt has no field for it, so drivers see it as [ref:…] at the head of the remarks.',
		common: true,
	}).optional(),
	time: moment({
		label: 'Time at the Shop',
		placeholder: '2030-05-21T18:30:00+02:00',
		help: 'When the driver should be at your place. A time without an offset is Danish time, and 18:30 alone is today.',
		common: true,
	}),
	firstname: text({ label: 'First Name', placeholder: 'Ada', common: true }),
	lastname: text({ label: 'Last Name', common: true }).optional(),
	telephone: telephoneField({ extensionTo: { path: ['remarks'], as: 'note' } }),
	street: streetField(),
	zip: zipField(),
	city: text({ label: 'City', placeholder: 'Odense C', common: true }).optional(),
	latitude: latitudeField(),
	longitude: longitudeField(),
	remarks: longText({
		label: 'Remarks',
		help: 'For the driver: floor, door code, bell. The reference stands in front of it and, for a later day, the requested time as [for:…].',
		common: true,
	}).optional(),
	...proposalFields,
});

type Input = z.output<typeof inputSchema>;

function check(draft: Draft<Input>, facts: ConnectionFacts): Problem[] {
	const time = draft.time === undefined ? undefined : millis(draft.time);
	const isPast = time !== undefined && time <= facts.now;
	const isTooFar = time !== undefined && time > facts.now + AHEAD_MS;
	const lacksLimit = draft.when_pushed === 'accept_within' && draft.accept_within_minutes === undefined;
	return [
		...(isPast ? [{ path: ['time'], message: `must be in the future; it is ${draft.time}` }] : []),
		...(isTooFar
			? [
					{
						path: ['time'],
						message: `must be within ${AHEAD_MS / DAY_MS} days, in which a booking can be found again; it is ${draft.time}`,
					},
				]
			: []),
		...checkContact(draft),
		...checkTag(draft.remarks, draft.reference),
		...(lacksLimit ? [{ path: ['accept_within_minutes'], message: 'is missing' }] : []),
	];
}

/** Within it, even a proposal some hours off is the first such time after the booking. */
const CLEAR_MS = 18 * 3_600_000;

/** The requested time for the tag, where the list of orders would be read as another day. */
function timeForTag(time: number, { now, access: { zone } }: Facts): string | undefined {
	const listed = nextWallTime(wallTime(time, zone, 'HH:mm'), now - SLACK_MS, zone);
	const isClear = time - now <= CLEAR_MS && listed !== undefined && Math.abs(millis(listed) - time) < 60_000;
	return isClear ? undefined : wallTime(time, zone, 'yyyy-MM-dd HH:mm');
}

/** DI2 declares a number, which would lose a zero in front. */
const numberUnlessZero = (digits: string): number | string => (digits.startsWith('0') ? digits : Number(digits));

const customer: JsonObject = {
	firstname: 'Customer',
	lastname: '1',
	street: 'Hovedgaden 1',
	zip: '5000',
	city: 'Odense C',
	telephone: '12345678',
	latitude: 55.3957969,
	longitude: 10.3912053,
};

const wireBody = { ...customer, zip: 5000, telephone: 12345678 };
const asText = (body: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)]));
const noOrders: Sample['otherResponses'] = {
	...loginReads,
	'/api/v1/order/14/2020-10-09/2020-12-11': {
		status: 404,
		body: { error: true, message: 'No order is found. Are the dates correct?.' },
	},
};

/** DI2 */
export const bookDriver = action({
	resource: 'driver',
	verb: 'create',
	title: 'Book Driver',
	description: 'Books a driver who collects at your place and drives to a customer.',
	covers: ['DI2'],
	effect: 'booking',
	input: inputSchema,
	output: tripShape,
	check,
	request: (input, facts) => ({
		method: 'POST',
		path: '/api/v1/orderdriver/create',
		body: {
			firstname: input.firstname,
			lastname: input.lastname,
			street: input.street,
			zip: numberUnlessZero(input.zip),
			city: input.city,
			time: wallTime(millis(input.time), facts.access.zone, 'yyyy-MM-dd HH:mm'),
			telephone: Number(eightDigits(input.telephone)),
			remarks: writeTag(input.remarks, input.reference, timeForTag(millis(input.time), facts)),
			latitude: input.latitude,
			longitude: input.longitude,
		},
	}),
	readings: { 200: bookedReading },
	booking: {
		foundBy: 'reference',
		reference: 'reference',
		action: listOrders,
		input: (_reference, _input, facts) => ({ ...daysAround(facts.now, facts.access.zone) }),
		// DeliverIt lists by day alone, so one list holds every reference.
		sharedList: {
			input: (_input, facts) => ({ ...daysAround(facts.now, facts.access.zone) }),
			isWhole: true,
		},
		// DI6 takes any period; the usual one begins a month ago.
		listSince: {
			input: (since, _input, { now, access: { zone } }) => ({ ...daysAround(now, zone, Date.parse(since)) }),
			seesFurther: true,
		},
		isCandidate: (candidate, reference, input) =>
			candidate.status !== 'cancelled' && evidenceOf(candidate, reference, input) !== undefined,
		caution: (found, input, reference) => cautionOf(found, reference, input),
		cancel: { action: cancelDriver, input: (booking) => ({ booking: booking.id }) },
		compare: compareTrip,
	},
	followUp: replyFollowUp,
	samples: [
		{
			title: 'Today, and another time is proposed',
			input: { ...customer, time: '2020-11-09 18:30', reference: 'WC-1041' },
			request: {
				method: 'POST',
				path: '/api/v1/orderdriver/create',
				body: asText({ ...wireBody, time: '2020-11-09 18:30', remarks: '[ref:WC-1041]' }),
			},
			otherResponses: noOrders,
			response: { status: 201, body: sampleBooking },
		},
		{
			title: 'With a reference, for another day',
			input: {
				...customer,
				telephone: '+45 12 34 56 78',
				zip: 5000,
				time: '2020-11-11T19:30:00Z',
				remarks: '2nd floor',
				reference: 'WC-1042',
			},
			request: {
				method: 'POST',
				path: '/api/v1/orderdriver/create',
				body: asText({
					...wireBody,
					time: '2020-11-11 20:30',
					remarks: '[ref:WC-1042] [for:2020-11-11 20:30] 2nd floor',
				}),
			},
			otherResponses: noOrders,
			response: {
				status: 201,
				body: { ...sampleBooking, push: false, time: '20:30', arrive_at_customer: '20:41' },
			},
		},
		{
			title: 'JSON, with a reference',
			connection: 'json',
			input: {
				...customer,
				time: '2020-11-09 18:30',
				reference: 'WC-1043',
				when_pushed: 'accept_within',
				accept_within_minutes: '15',
			},
			request: {
				method: 'POST',
				path: '/api/v1/orderdriver/create',
				body: { ...wireBody, time: '2020-11-09 18:30', remarks: '[ref:WC-1043]' },
			},
			otherResponses: noOrders,
			response: {
				status: 201,
				body: { ...sampleBooking, push: false, time: '18:30', arrive_at_customer: '18:41' },
			},
		},
		{
			title: 'A proposal, with the values of the page alone (documented)',
			input: { ...customer, time: '2020-11-09 18:30', reference: 'WC-1041' },
			request: {
				method: 'POST',
				path: '/api/v1/orderdriver/create',
				body: asText({ ...wireBody, time: '2020-11-09 18:30', remarks: '[ref:WC-1041]' }),
			},
			otherResponses: noOrders,
			response: { status: 201, body: documentedBooking },
		},
	],
	responses: [
		{
			title: 'Something is missing (documented)',
			input: { ...customer, time: '2020-11-09 18:30' },
			response: { status: 400, body: { error: true, message: 'Telephone cannot be empty' } },
			expected: 'refused',
		},
		{
			// The page gives the sentence, and no value of `DeliverItOpen`.
			title: 'Outside the opening hours',
			input: { ...customer, time: '2020-11-09 18:30' },
			response: { status: 400, body: { DeliverItOpen: false, error: true, message: 'Sorry. DeliverIt is closed.' } },
			expected: 'carrier_closed',
		},
		{
			title: 'No driver: a success status, and nothing was booked',
			input: { ...customer, time: '2020-11-09 18:30' },
			response: { status: 201, body: { DeliverItOpen: true, order_driver: false, message: 'No driver' } },
			expected: 'refused',
		},
	],
	antiSamples: [
		{
			reason: 'Nothing is filled in',
			input: {},
			mentions: ['Time at the Shop', 'First Name', 'Phone', 'Street', 'Postal Code', 'Latitude', 'Longitude'],
		},
		{
			reason: 'A time gone by, a French phone, half a postal code, off the globe',
			input: { ...customer, time: '08:59', telephone: '+33612345678', zip: '50', latitude: '91', longitude: 'east' },
			mentions: ['Time at the Shop', 'Phone', 'Postal Code', 'Latitude', 'Longitude'],
		},
		{
			reason: 'A wall time that the clock change skips',
			input: { ...customer, time: '2021-03-28 02:30' },
			mentions: ['Time at the Shop'],
		},
		{
			reason: 'Further ahead than the list of orders is read',
			input: { ...customer, time: '2020-12-24 18:30' },
			mentions: ['Time at the Shop'],
		},
		{
			reason: 'A reference that could not be read back',
			input: { ...customer, time: '2020-11-09 18:30', reference: 'WC]1042' },
			mentions: ['Reference'],
		},
		{
			reason: "Remarks that look like somebody else's reference",
			input: { ...customer, time: '2020-11-09 18:30', remarks: '[ref:WC-1] hello' },
			mentions: ['Remarks'],
		},
		{
			reason: 'No limit',
			input: { ...customer, time: '2020-11-09 18:30', when_pushed: 'accept_within' },
			mentions: ['Accept Within'],
		},
	],
});
