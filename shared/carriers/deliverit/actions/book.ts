import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, Facts, Given } from '../../../declare/facts';
import type { Sample } from '../../../declare/sample';
import type { Problem } from '../../../declare/failure';
import { longText, moment, text } from '../../../declare/field';
import type { JsonObject } from '../../../declare/json';
import { gives } from '../../../declare/reading';
import { dayOf, millis, wallTime } from '../../../delivery/time';
import { compareTrip } from '../compare';
import { checkContact, eightDigits, latitudeField, longitudeField, streetField, telephoneField, zipField } from '../contact';
import { documentedBooking, signsIn } from '../documented';
import { daysOfBooking } from '../period';
import { answerTo, proposalFields } from '../proposal';
import { checkTag, writeTag } from '../tag';
import { bookedItem, tripShape } from '../trip';
import { bookedAnswer } from '../wire';
import { cancelDriver } from './cancel';
import { listOrders } from './list';

const input = z.object({
	reference: text({
		label: 'Reference',
		placeholder: 'WC-1042',
		help: 'Your own order number. DeliverIt has no field for it, so it stands at the head of the remarks, where drivers may see it, and finds the booking again.',
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
	telephone: telephoneField(),
	street: streetField(),
	zip: zipField(),
	city: text({ label: 'City', placeholder: 'Odense C', common: true }).optional(),
	latitude: latitudeField(),
	longitude: longitudeField(),
	remarks: longText({ label: 'Remarks', help: 'For the driver: floor, door code, whatever leads to the door.', common: true }).optional(),
	...proposalFields,
});

type Input = z.output<typeof input>;

function check(draft: Draft<Input>, facts: Given): Problem[] {
	const past = draft.time !== undefined && millis(draft.time) <= facts.now;
	const unlimited = draft.when_pushed === 'accept_within' && draft.accept_within_minutes === undefined;
	return [
		...(past ? [{ path: ['time'], message: `must lie in the future, not "${draft.time}"` }] : []),
		...checkContact(draft),
		...checkTag(draft.remarks, draft.reference),
		...(unlimited ? [{ path: ['accept_within_minutes'], message: 'is missing' }] : []),
	];
}

/** The asked time for the tag, where DI6 could not tell its day. */
function daysAhead(time: number, { now, access: { zone } }: Facts): string | undefined {
	return dayOf(time, zone) === dayOf(now, zone) ? undefined : wallTime(time, zone, 'yyyy-MM-dd HH:mm');
}

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

const onTheWire = { ...customer, zip: 5000, telephone: 12345678 };
const asText = (body: JsonObject): JsonObject => Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)]));
const nothingYet = (from: string, to: string): Sample['reads'] => ({
	...signsIn,
	[`/api/v1/order/14/${from}/${to}`]: { status: 404, body: { error: true, message: 'No order is found. Are the dates correct?.' } },
});

/** DI2 */
export const bookDriver = action({
	resource: 'driver',
	verb: 'create',
	title: 'Book Driver',
	does: 'Books a driver who collects at your place and drives to a customer.',
	covers: ['DI2'],
	effect: 'booking',
	input,
	output: tripShape,
	check,
	request: (given, facts) => ({
		method: 'POST',
		path: '/api/v1/orderdriver/create',
		body: {
			firstname: given.firstname,
			lastname: given.lastname,
			street: given.street,
			zip: Number(given.zip),
			city: given.city,
			time: wallTime(millis(given.time), facts.access.zone, 'yyyy-MM-dd HH:mm'),
			telephone: Number(eightDigits(given.telephone)),
			remarks: writeTag(given.remarks, given.reference, daysAhead(millis(given.time), facts)),
			latitude: given.latitude,
			longitude: given.longitude,
		},
	}),
	readings: { 200: gives(bookedAnswer, bookedItem), 201: gives(bookedAnswer, bookedItem) },
	find: {
		reference: 'reference',
		action: listOrders,
		input: (_reference, given, facts) => ({ ...daysOfBooking(facts.now, millis(given.time), facts.access.zone) }),
		matches: (candidate, reference) => candidate.reference === reference && candidate.status !== 'cancelled',
		undo: { action: cancelDriver, input: (booking) => ({ booking: booking.id }) },
		compare: compareTrip,
	},
	followUp: answerTo,
	samples: [
		{
			title: 'Today, and another time is proposed (documented)',
			input: { ...customer, time: '2020-11-09 18:30', reference: 'WC-1041' },
			request: { method: 'POST', path: '/api/v1/orderdriver/create', body: asText({ ...onTheWire, time: '2020-11-09 18:30', remarks: '[ref:WC-1041]' }) },
			reads: nothingYet('2020-10-09', '2020-11-10'),
			answer: { status: 201, body: documentedBooking },
		},
		{
			title: 'With a reference, for another day',
			input: { ...customer, telephone: '+45 12 34 56 78', zip: 5000, time: '2020-11-11T19:30:00Z', remarks: '2nd floor', reference: 'WC-1042' },
			request: {
				method: 'POST',
				path: '/api/v1/orderdriver/create',
				body: asText({ ...onTheWire, time: '2020-11-11 20:30', remarks: '[ref:WC-1042] [for:2020-11-11 20:30] 2nd floor' }),
			},
			reads: nothingYet('2020-10-09', '2020-11-12'),
			answer: { status: 201, body: { ...documentedBooking, push: false, time: '20:30', arrive_at_customer: '20:41' } },
		},
		{
			title: 'JSON, with a reference',
			connection: 'json',
			input: { ...customer, time: '2020-11-09 18:30', reference: 'WC-1043', when_pushed: 'accept_within', accept_within_minutes: '15' },
			request: { method: 'POST', path: '/api/v1/orderdriver/create', body: { ...onTheWire, time: '2020-11-09 18:30', remarks: '[ref:WC-1043]' } },
			reads: nothingYet('2020-10-09', '2020-11-10'),
			answer: { status: 201, body: { ...documentedBooking, push: false, time: '18:30', arrive_at_customer: '18:41' } },
		},
	],
	answers: [
		{
			title: 'Something is missing (documented)',
			input: { ...customer, time: '2020-11-09 18:30' },
			answer: { status: 400, body: { DeliverItOpen: true, error: true, message: 'Telephone cannot be empty' } },
			comesTo: 'refused',
		},
		{
			title: 'Outside the opening hours (documented)',
			input: { ...customer, time: '2020-11-09 18:30' },
			answer: { status: 400, body: { DeliverItOpen: true, error: true, message: 'Sorry. DeliverIt is closed.' } },
			comesTo: 'carrier_closed',
		},
	],
	antiSamples: [
		{ why: 'Nothing is filled in', input: {}, names: ['Time at the Shop', 'First Name', 'Phone', 'Street', 'Postal Code', 'Latitude', 'Longitude'] },
		{
			why: 'A time gone by, a French phone, half a postal code, off the globe',
			input: { ...customer, time: '08:59', telephone: '+33612345678', zip: '50', latitude: '91', longitude: 'east' },
			names: ['Time at the Shop', 'Phone', 'Postal Code', 'Latitude', 'Longitude'],
		},
		{ why: 'A wall time that the clock change skips', input: { ...customer, time: '2021-03-28 02:30' }, names: ['Time at the Shop'] },
		{ why: 'A reference that could not be read back', input: { ...customer, time: '2020-11-09 18:30', reference: 'WC]1042' }, names: ['Reference'] },
		{ why: "Remarks that look like somebody else's reference", input: { ...customer, time: '2020-11-09 18:30', remarks: '[ref:WC-1] hello' }, names: ['Remarks'] },
		{ why: 'A limit that is not told', input: { ...customer, time: '2020-11-09 18:30', when_pushed: 'accept_within' }, names: ['Accept Within'] },
	],
});
