import { z } from 'zod/v4';
import { check } from './check';
import type { HubriseDelivery, HubriseDeliveryStatus, HubriseSettings } from './backoffice.types';
import { validationFailed } from './api-error';
import { inZone } from './time';
import { nonBlank, latitude, longitude, money, time } from './values';

const STATUSES = [
	'pending',
	'pickup_enroute',
	'pickup_approaching',
	'pickup_waiting',
	'dropoff_enroute',
	'dropoff_approaching',
	'dropoff_waiting',
	'delivered',
	'cancelled',
] as const satisfies readonly HubriseDeliveryStatus[];

const FIXED = ['carrier', 'carrier_ref', 'fee'] as const;

export const TIMES = [
	'estimated_pickup_at',
	'estimated_dropoff_at',
	'assigned_at',
	'pickup_at',
	'delivered_at',
	'cancelled_at',
] as const;

const changeable = {
	ref: z.string().optional(),
	estimated_pickup_at: time.optional(),
	estimated_dropoff_at: time.optional(),
	tracking_url: z.string().optional(),
	driver_pickup_url: z.string().optional(),
	driver_name: z.string().optional(),
	driver_phone: z.string().optional(),
	driver_phone_access_code: z.string().optional(),
	driver_latitude: latitude.optional(),
	driver_longitude: longitude.optional(),
	assigned_at: time.optional(),
	pickup_at: time.optional(),
	delivered_at: time.optional(),
	cancelled_at: time.optional(),
};

const newDelivery = z.strictObject({
	...changeable,
	carrier: nonBlank,
	carrier_ref: z.string().optional(),
	status: z.enum(STATUSES),
	fee: money.optional(),
});

const fixed = { carrier: z.unknown().optional(), carrier_ref: z.unknown().optional(), fee: z.unknown().optional() };
const change = z.strictObject({ ...changeable, ...fixed, status: z.enum(STATUSES).optional() });

export type NewDelivery = z.infer<typeof newDelivery>;
export type DeliveryChange = Partial<Omit<NewDelivery, (typeof FIXED)[number]>>;

export function readNewDelivery(body: unknown, timeZone: string): NewDelivery {
	const input = check(newDelivery, body);
	return { ...input, ...timesInZone(input, timeZone) };
}

/** HR3: carrier and fee stay as they were given; what happens to a caller who tries is a setting. */
export function readDeliveryChange(body: unknown, timeZone: string, settings: HubriseSettings): DeliveryChange {
	const { carrier, carrier_ref, fee, ...input } = check(change, body);
	const fixedInput = { carrier, carrier_ref, fee };
	const errors = FIXED.filter((field) => fixedInput[field] !== undefined).map((field) => ({
		field,
		message: 'cannot be changed',
	}));
	if (errors.length > 0 && settings.fixedFields === 'refuse') throw validationFailed(errors);
	return { ...input, ...timesInZone(input, timeZone) };
}

type Times = Partial<Pick<HubriseDelivery, (typeof TIMES)[number]>>;

function timesInZone(input: DeliveryChange, timeZone: string): { [Name in keyof Times]: string } {
	return Object.fromEntries(
		TIMES.flatMap((name) => (input[name] === undefined ? [] : [[name, inZone(input[name], timeZone)]])),
	);
}
