import type { Problem } from '../../declare/failure';
import { choice, exact, group, moment, phone, text, url } from '../../declare/field';
import type { JsonObject } from '../../json';
import { currencyField } from './currency';
import { deliveryStatuses } from './delivery';
import { writeMoney } from './money';
import { withoutFraction } from './paths';

/** A time that HubRise fills in by itself when the status comes to it. */
const statusTimeField = (label: string, status: string) =>
	moment({
		label,
		help: `HubRise fills it in when the status becomes "${status}". Give it only where that status was skipped, or reported late.`,
	}).optional();

const latitude = (common: boolean) =>
	exact(
		{
			label: 'Courier Latitude',
			placeholder: '48.856614',
			help: 'In decimal degrees; the digits are kept as given.',
			common,
		},
		{ min: -90, max: 90 },
	);
const longitude = (common: boolean) =>
	exact(
		{
			label: 'Courier Longitude',
			placeholder: '2.3522219',
			help: 'In decimal degrees; the digits are kept as given.',
			common,
		},
		{ min: -180, max: 180 },
	);

export const positionFields = { driver_latitude: latitude(true), driver_longitude: longitude(true) };

export const statusField = (help: string) => choice(deliveryStatuses, { label: 'Status', help, common: true });

/** HR3: the fields that stay open to change. */
export const changeableFields = {
	ref: text({
		label: 'Tracking Number',
		placeholder: '1Z12345E0291980793',
		help: "The carrier's own number of this delivery.",
		common: true,
	}).optional(),
	estimated_pickup_at: moment({
		label: 'Estimated Pick-Up',
		help: 'When the courier should be at the shop.',
		common: true,
	}).optional(),
	estimated_dropoff_at: moment({
		label: 'Estimated Drop-Off',
		help: 'When the courier should be at the customer.',
		common: true,
	}).optional(),
	tracking_url: url({
		label: 'Tracking Link',
		placeholder: 'https://track.example.com/42',
		help: 'A page where the customer can follow the delivery.',
		common: true,
	}).optional(),
	driver_pickup_url: url({
		label: 'Courier Pick-Up Link',
		placeholder: 'https://track.example.com/42/pickup',
		help: 'A link that the courier opens at the shop to confirm the hand-over, often shown as a QR code.',
	}).optional(),
	driver_name: text({ label: 'Courier Name', placeholder: 'John' }).optional(),
	driver_phone: phone({
		label: 'Courier Phone',
		placeholder: '+33612345678',
		help: 'With its country code.',
		extensionTo: { path: ['driver_phone_access_code'], as: 'digits' },
	}).optional(),
	driver_phone_access_code: text({
		label: 'Courier Phone Access Code',
		placeholder: '1234',
		help: 'What to type after calling that number, where the carrier hides the real one.',
	}).optional(),
	driver_latitude: latitude(false).optional(),
	driver_longitude: longitude(false).optional(),
	assigned_at: statusTimeField('Assigned At', 'On the Way to Pick-Up'),
	pickup_at: statusTimeField('Picked Up At', 'On the Way to Drop-Off'),
	delivered_at: statusTimeField('Delivered At', 'Delivered'),
	cancelled_at: statusTimeField('Cancelled At', 'Cancelled'),
};

type DeliveryChanges = { [K in keyof typeof changeableFields]?: string };

const fixedHelp = 'It cannot be changed later.';

/** The fields that are fixed once the delivery exists. Only HR1 accepts them. */
export const fixedFields = {
	carrier: text({
		label: 'Carrier Name',
		placeholder: 'UPS',
		help: `As tills and ordering apps show it. ${fixedHelp}`,
	}),
	carrier_ref: text({
		label: 'Carrier Code',
		placeholder: 'ups',
		help: `A short code that names the carrier for software. ${fixedHelp}`,
	}).optional(),
};

export const amountField = (label: string, help?: string) =>
	exact({ label, placeholder: '4.50', help, common: true }, { decimals: 2 });

export const feeField = (help: string) =>
	group(
		{ amount: amountField('Amount', 'Up to two decimals.'), currency: currencyField() },
		{ label: 'Fee', help, common: true },
	);

export interface Fee {
	amount: string;
	currency?: string;
}

export const feeBody = (fee: Fee | undefined, currency: string): string | undefined =>
	fee && writeMoney(fee.amount, currency);

/** A fee without its currency. */
export const lacksCurrency = ({ fee }: { fee?: Fee }): boolean => fee !== undefined && fee.currency === undefined;

/** A position has two parts. */
export function checkPosition({ driver_latitude, driver_longitude }: DeliveryChanges): Problem[] {
	if ((driver_latitude === undefined) === (driver_longitude === undefined)) return [];
	const missing = driver_latitude === undefined ? 'driver_latitude' : 'driver_longitude';
	return [{ path: [missing], message: 'is missing: a position has a latitude and a longitude' }];
}

/** As HubRise takes it: decimals as texts, times with offset and without fraction. */
export const changesBody = (changes: DeliveryChanges & { status?: string }): JsonObject => ({
	ref: changes.ref,
	status: changes.status,
	estimated_pickup_at: withoutFraction(changes.estimated_pickup_at),
	estimated_dropoff_at: withoutFraction(changes.estimated_dropoff_at),
	tracking_url: changes.tracking_url,
	driver_pickup_url: changes.driver_pickup_url,
	driver_name: changes.driver_name,
	driver_phone: changes.driver_phone,
	driver_phone_access_code: changes.driver_phone_access_code,
	driver_latitude: changes.driver_latitude,
	driver_longitude: changes.driver_longitude,
	assigned_at: withoutFraction(changes.assigned_at),
	pickup_at: withoutFraction(changes.pickup_at),
	delivered_at: withoutFraction(changes.delivered_at),
	cancelled_at: withoutFraction(changes.cancelled_at),
});
