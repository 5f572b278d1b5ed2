import type { Problem } from '../../declare/failure';
import { choice, exact, group, moment, phone, text, url } from '../../declare/field';
import type { JsonObject } from '../../declare/json';
import { currencyField } from './currency';
import { deliveryStatuses } from './delivery';
import { writeMoney } from './money';
import { seconds } from './place';

/** A time that HubRise fills in by itself when the status comes to it. */
const automatic = (label: string, status: string) =>
	moment({ label, help: `HubRise fills it in when the status becomes "${status}". Give it only where that status was skipped, or reported late.` }).optional();

const latitude = (common: boolean) => exact({ label: 'Courier Latitude', placeholder: '48.856614', help: 'In decimal degrees; the digits are kept as given.', common }, { min: -90, max: 90 });
const longitude = (common: boolean) => exact({ label: 'Courier Longitude', placeholder: '2.3522219', help: 'In decimal degrees; the digits are kept as given.', common }, { min: -180, max: 180 });

export const position = { driver_latitude: latitude(true), driver_longitude: longitude(true) };

export const statusField = (help: string) => choice(deliveryStatuses, { label: 'Status', help, common: true });

/** What stays open to change: HR3. */
export const changeable = {
	ref: text({ label: 'Tracking Number', placeholder: '1Z12345E0291980793', help: "The carrier's own number of this delivery.", common: true }).optional(),
	estimated_pickup_at: moment({ label: 'Estimated Pick-Up', help: 'When the courier should be at the shop.', common: true }).optional(),
	estimated_dropoff_at: moment({ label: 'Estimated Drop-Off', help: 'When the courier should be at the customer.', common: true }).optional(),
	tracking_url: url({ label: 'Tracking Link', placeholder: 'https://track.example.com/42', help: 'A page where the customer can follow the delivery.', common: true }).optional(),
	driver_pickup_url: url({ label: 'Courier Pick-Up Link', placeholder: 'https://track.example.com/42/pickup', help: 'A link that the courier opens at the shop to confirm the hand-over, often shown as a QR code.' }).optional(),
	driver_name: text({ label: 'Courier Name', placeholder: 'John' }).optional(),
	driver_phone: phone({ label: 'Courier Phone', placeholder: '+33612345678', help: 'With its country code.' }).optional(),
	driver_phone_access_code: text({ label: 'Courier Phone Access Code', placeholder: '1234', help: 'What to type after calling that number, where the carrier hides the real one.' }).optional(),
	driver_latitude: latitude(false).optional(),
	driver_longitude: longitude(false).optional(),
	assigned_at: automatic('Assigned At', 'On the Way to Pick-Up'),
	pickup_at: automatic('Picked Up At', 'On the Way to Drop-Off'),
	delivered_at: automatic('Delivered At', 'Delivered'),
	cancelled_at: automatic('Cancelled At', 'Cancelled'),
};

type Changeable = { [K in keyof typeof changeable]?: string };

const later = 'It cannot be changed later.';

/** What is settled once the delivery is there: HR1 alone takes it. */
export const fixed = {
	carrier: text({ label: 'Carrier Name', placeholder: 'UPS', help: `As tills and ordering apps show it. ${later}` }),
	carrier_ref: text({ label: 'Carrier Code', placeholder: 'ups', help: `A short code that names the carrier for software. ${later}` }).optional(),
};

export const amountField = (label: string, help?: string) => exact({ label, placeholder: '4.50', help, common: true }, { decimals: 2 });

export const feeField = (help: string) => group({ amount: amountField('Amount', 'Up to two decimals.'), currency: currencyField() }, { label: 'Fee', help, common: true });

export interface Fee {
	amount: string;
	currency?: string;
}

export const feeBody = (fee: Fee | undefined, currency: string): string | undefined => fee && writeMoney(fee.amount, currency);

/** A fee without its currency. */
export const lacksCurrency = ({ fee }: { fee?: Fee }): boolean => fee !== undefined && fee.currency === undefined;

/** A position has two parts. */
export function checkPosition({ driver_latitude, driver_longitude }: Changeable): Problem[] {
	if ((driver_latitude === undefined) === (driver_longitude === undefined)) return [];
	const lacking = driver_latitude === undefined ? 'driver_latitude' : 'driver_longitude';
	return [{ path: [lacking], message: 'is missing: a position has a latitude and a longitude' }];
}

/** As HubRise takes it: decimals as texts, times with offset and without fraction. */
export const changesBody = (given: Changeable & { status?: string }): JsonObject => ({
	ref: given.ref,
	status: given.status,
	estimated_pickup_at: seconds(given.estimated_pickup_at),
	estimated_dropoff_at: seconds(given.estimated_dropoff_at),
	tracking_url: given.tracking_url,
	driver_pickup_url: given.driver_pickup_url,
	driver_name: given.driver_name,
	driver_phone: given.driver_phone,
	driver_phone_access_code: given.driver_phone_access_code,
	driver_latitude: given.driver_latitude,
	driver_longitude: given.driver_longitude,
	assigned_at: seconds(given.assigned_at),
	pickup_at: seconds(given.pickup_at),
	delivered_at: seconds(given.delivered_at),
	cancelled_at: seconds(given.cancelled_at),
});
