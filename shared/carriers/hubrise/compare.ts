import type { Comparison } from '../../declare/action';
import type { Item } from '../../declare/facts';
import { isJsonObject, type Json } from '../../json';
import { millis } from '../../delivery/time';
import type { Fee } from './delivery-fields';
import { readMoney, writeMoney } from './money';

export interface DeliveryRequest {
	carrier?: string;
	carrier_ref?: string;
	ref?: string;
	status?: string;
	fee?: Fee;
	tracking_url?: string;
	estimated_pickup_at?: string;
	estimated_dropoff_at?: string;
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const toIsoTime = (value: Json | undefined): string =>
	typeof value === 'string' && value !== '' ? new Date(millis(value)).toISOString() : '';

/** The existing fee in HubRise's format, and the requested fee, which takes that currency if it has none. */
function compareFee({ amount, currency }: Fee, found: Item): Pick<Comparison, 'requested' | 'found'> {
	const foundFee = isJsonObject(found.carrierData) ? textOf(found.carrierData.fee) : '';
	return { requested: writeMoney(amount, currency ?? readMoney(foundFee)?.currency ?? '').trim(), found: foundFee };
}

/** The fields that a carrier can no longer change once the delivery exists. */
export const compareFixed = (requested: DeliveryRequest, found: Item): Comparison[] => [
	...(requested.carrier === undefined
		? []
		: [{ label: 'Carrier Name', requested: requested.carrier, found: textOf(found.carrierName) }]),
	...(requested.carrier_ref === undefined
		? []
		: [{ label: 'Carrier Code', requested: requested.carrier_ref, found: textOf(found.carrierCode) }]),
	...(requested.fee === undefined ? [] : [{ label: 'Fee', ...compareFee(requested.fee, found) }]),
];

const compareField = (label: string, requested: string | undefined, found: string): Comparison[] =>
	requested === undefined ? [] : [{ label, requested, found }];

/**
 * Whether the order's existing delivery is the requested one. The status is not compared, because it may have moved on.
 */
export const compareDelivery = (requested: DeliveryRequest, found: Item): Comparison[] => [
	...compareFixed(requested, found),
	...compareField('Tracking Number', requested.ref, textOf(found.trackingNumber)),
	...compareField('Tracking Link', requested.tracking_url, textOf(found.trackingUrl)),
	...compareField(
		'Estimated Pick-Up',
		requested.estimated_pickup_at && toIsoTime(requested.estimated_pickup_at),
		toIsoTime(found.estimatedPickupAt),
	),
	...compareField(
		'Estimated Drop-Off',
		requested.estimated_dropoff_at && toIsoTime(requested.estimated_dropoff_at),
		toIsoTime(found.estimatedDropoffAt),
	),
	...(found.status === 'cancelled' && requested.status !== 'cancelled'
		? [{ label: 'Status', requested: requested.status ?? 'pending', found: 'cancelled' }]
		: []),
];
