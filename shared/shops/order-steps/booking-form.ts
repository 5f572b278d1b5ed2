import { z } from 'zod/v4';

import { choice, decimal, group, integer, json, longText, moment, text, toggle } from '../../declare/field';
import { mappedOrder, shopChoice, wholeOrder } from './order-fields';
import type { Shop } from '../shop';
import type { OrderStepsOf } from './steps-of';

const slotFields = {
	when_none: choice(
		[
			{ value: 'problem', label: 'Report It', help: 'Nothing is booked, and the step says what is missing' },
			{ value: 'asap', label: 'As Soon as Possible', help: 'After the time that the order needs to be ready' },
			{ value: 'next_opening', label: 'Next Opening Hours', help: 'The rest of today, or the next day with hours' },
		],
		{
			label: 'If the Order Names None',
			help: 'Left empty: as soon as possible where drivers come on demand, reported elsewhere. A slot that is there and cannot be read is always reported.',
		},
	).optional(),
	ready_minutes: integer(
		{
			label: 'Ready In',
			unit: 'minutes',
			help: 'For an order that is wanted as soon as possible. Left empty: 45 where drivers come on demand, 30 for an order of a till; elsewhere such an order is reported.',
		},
		{ min: 0, max: 10_080 },
	).optional(),
	length_minutes: integer(
		{ label: 'Length', unit: 'minutes', help: 'For an order that names a start and no end.' },
		{ min: 5, max: 1_440 },
	).optional(),
	opening: text({
		label: 'Opening Hours',
		placeholder: 'Mon-Fri 09:00-18:00, Sat 10:00-14:00',
		help: 'For an order that names a day and no time.',
	}).optional(),
	day_field: text({
		label: 'Day Field',
		placeholder: 'delivery_day',
		help: "Name of the order's field with the day, where the plug-in is not recognised.",
	}).optional(),
	time_field: text({ label: 'Time Field', placeholder: 'delivery_hours' }).optional(),
	date_format: text({
		label: 'Date Format',
		placeholder: 'd/m/Y',
		help: 'How the shop writes dates. Without it, 05/12/2026 is reported, because it may be two days.',
	}).optional(),
};

const leaveOutFields = {
	statuses: text({
		label: 'Statuses to Deliver',
		placeholder: 'processing, ready',
		help: "The shop's own, with commas between. Left empty: those that the shop's software uses for paid orders.",
	}).optional(),
	methods: text({
		label: 'Shipping Methods to Deliver',
		placeholder: 'flat_rate, Vélo',
		help: 'IDs or titles, with commas between. Left empty: all but those by which customers collect.',
	}).optional(),
	pickup_methods: text({
		label: 'Shipping Methods to Collect',
		help: 'Further IDs or titles by which the customer collects, with commas between.',
	}).optional(),
	other_riders: text({
		label: "Shipping Methods of Others' Riders",
		help: 'IDs or titles that somebody else delivers, with commas between.',
	}).optional(),
	deliver_unpaid: toggle({ label: 'Deliver Unpaid Orders' }).optional(),
	deliver_pay_at_door: toggle({
		label: 'Deliver Orders Paid at the Door',
		help: 'Couriers take no money.',
	}).optional(),
};

const overrideFields = {
	reference: text({ label: 'Reference', help: 'In place of prefix and number.' }).optional(),
	after_failed: text({
		label: 'Reference of the Failed Delivery',
		placeholder: 'WC-1042',
		help: 'Books the order once more after it, under a reference of its own: WC-1042-R2.',
	}).optional(),
	name: text({ label: 'Contact Name' }).optional(),
	company: text({ label: 'Company' }).optional(),
	phone: text({ label: 'Phone', placeholder: '+33612345678' }).optional(),
	email: text({ label: 'Email', placeholder: 'name@email.com' }).optional(),
	street: text({ label: 'Street' }).optional(),
	street_2: text({ label: 'Street, Second Line' }).optional(),
	postal_code: text({ label: 'Postal Code' }).optional(),
	city: text({ label: 'City' }).optional(),
	country: text({ label: 'Country', placeholder: 'FR' }).optional(),
	latitude: decimal({ label: 'Latitude', placeholder: '55.3957969' }, { min: -90, max: 90 }).optional(),
	longitude: decimal({ label: 'Longitude', placeholder: '10.3912053' }, { min: -180, max: 180 }).optional(),
	position: json({
		label: 'Position',
		help: "A geocoder's answer, where the order has no position. An answer that is not sure is reported.",
		handover: 'whole',
	}).optional(),
	slot_start: moment({ label: 'Slot Start', placeholder: '2030-05-21T16:00:00+02:00' }).optional(),
	slot_end: moment({ label: 'Slot End', placeholder: '2030-05-21T18:00:00+02:00' }).optional(),
	note: longText({ label: 'Note' }).optional(),
};

const parcelFields = ({ types }: { types?: string }) => ({
	type: text({
		label: 'Package Type',
		help: 'By name or number. Give it, or Weight and Volume.',
		common: true,
		choices: types,
	}).optional(),
	rule: choice(
		[
			{ value: 'one', label: 'One Parcel' },
			{ value: 'per_line', label: 'One for Each Line' },
			{ value: 'per_piece', label: 'One for Each Piece' },
		],
		{ label: 'Number of Parcels' },
	).optional(),
	weight_kg: decimal(
		{ label: 'Weight', unit: 'kg', help: 'Of one parcel, where the order gives none.' },
		{ min: 0 },
	).optional(),
	volume_dm3: decimal({ label: 'Volume', unit: 'dm³', help: 'Of one parcel.' }, { min: 0 }).optional(),
});

/** What a step needs to read an order, whichever carrier it is for. */
export const readingShape = (kinds: readonly Shop[]) => ({
	order: wholeOrder(),
	shop: shopChoice(kinds),
	fields: mappedOrder(),
	reference_prefix: text({
		label: 'Reference Prefix',
		placeholder: 'WC',
		help: 'Stands before the order number. Two shops on one account need different ones.',
		common: true,
	}).optional(),
	slot: group(slotFields, { label: 'Slot' }).optional(),
	leave_out: group(leaveOutFields, { label: 'Orders to Leave Out' }).optional(),
	overrides: group(overrideFields, { label: 'Override' }).optional(),
	home_country: text({ label: 'Home Country', placeholder: 'FR', help: 'For an order that names none.' }).optional(),
	home_currency: text({ label: 'Home Currency', placeholder: 'EUR', help: 'For an order that names none.' }).optional(),
	time_zone: text({
		label: 'Time Zone',
		placeholder: 'Europe/Paris',
		help: "Of the shop's own times. The connection's where it is left empty.",
	}).optional(),
});

export type ReadingInput = z.output<z.ZodObject<ReturnType<typeof readingShape>>>;

export type ParcelInput = z.output<z.ZodObject<ReturnType<typeof parcelFields>>>;

/** The form of a step that books or checks: the common fields, parcels where the carrier counts them, and its own. */
export const bookingForm = ({ booking, choices, parcels, kinds }: OrderStepsOf) =>
	z.object({
		...readingShape(kinds),
		...(parcels ? { parcels: group(parcelFields(parcels), { label: 'Parcels', common: true }).optional() } : {}),
		...Object.fromEntries(
			choices.flatMap((key) => {
				const field = booking.input.shape[key];
				return field === undefined ? [] : [[key, field] as const];
			}),
		),
	});
