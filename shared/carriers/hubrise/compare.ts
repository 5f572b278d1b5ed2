import type { Comparison } from '../../declare/booking';
import type { Item } from '../../declare/facts';
import { isJsonObject, type Json } from '../../declare/json';
import { millis } from '../../delivery/time';
import type { Fee } from './delivery-fields';
import { readMoney, writeMoney } from './money';

export interface Asked {
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
const clock = (value: Json | undefined): string => (typeof value === 'string' && value !== '' ? new Date(millis(value)).toISOString() : '');

/** The fee that is there as HubRise writes it, and the asked one in its currency where none was asked. */
function feeOf({ amount, currency }: Fee, found: Item): Pick<Comparison, 'asked' | 'found'> {
	const there = isJsonObject(found.carrierData) ? textOf(found.carrierData.fee) : '';
	return { asked: writeMoney(amount, currency ?? readMoney(there)?.currency ?? '').trim(), found: there };
}

/** What a carrier can no longer change once the delivery is there. */
export const compareFixed = (asked: Asked, found: Item): Comparison[] => [
	...(asked.carrier === undefined ? [] : [{ label: 'Carrier Name', asked: asked.carrier, found: textOf(found.carrierName) }]),
	...(asked.carrier_ref === undefined ? [] : [{ label: 'Carrier Code', asked: asked.carrier_ref, found: textOf(found.carrierCode) }]),
	...(asked.fee === undefined ? [] : [{ label: 'Fee', ...feeOf(asked.fee, found) }]),
];

const field = (label: string, asked: string | undefined, found: string): Comparison[] => (asked === undefined ? [] : [{ label, asked, found }]);

/** Whether the delivery that an order has is the one that was asked for. A status is not compared: it has every right to have moved on. */
export const compareDelivery = (asked: Asked, found: Item): Comparison[] => [
	...compareFixed(asked, found),
	...field('Tracking Number', asked.ref, textOf(found.trackingNumber)),
	...field('Tracking Link', asked.tracking_url, textOf(found.trackingUrl)),
	...field('Estimated Pick-Up', asked.estimated_pickup_at && clock(asked.estimated_pickup_at), clock(found.estimatedPickupAt)),
	...field('Estimated Drop-Off', asked.estimated_dropoff_at && clock(asked.estimated_dropoff_at), clock(found.estimatedDropoffAt)),
	...(found.status === 'cancelled' && asked.status !== 'cancelled' ? [{ label: 'Status', asked: asked.status ?? 'pending', found: 'cancelled' }] : []),
];
