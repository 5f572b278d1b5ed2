import { z } from 'zod/v4';

import type { Item } from '../../declare/facts';
import { isJsonObject, untouched } from '../../declare/json';
import { millis } from '../../delivery/time';
import { out } from '../../delivery/delivery';
import type { Fee } from './delivery-fields';
import { readMoney, writeMoney } from './money';
import type { QuoteAnswer } from './wire';

export const hubriseQuote = z.object({
	id: out.id('Quote ID'),
	carrier: out.id('Carrier'),
	orderId: out.text('Order ID'),
	locationId: out.text('Location ID'),
	carrierName: out.text('Carrier Name'),
	carrierCode: out.text('Carrier Code'),
	quoteNumber: out.text('Quote Number'),
	price: out.object({ amount: out.number('Price Amount (in minor units)'), currency: out.text('Price Currency') }, 'Price'),
	estimatedPickupAt: out.moment('Estimated Pick-Up At'),
	estimatedDropoffAt: out.moment('Estimated Drop-Off At'),
	accepted: out.toggle('Is Accepted'),
	acceptedAt: out.moment('Accepted At'),
	outcome: out.text('Outcome'),
	warnings: out.texts('Warnings'),
	carrierData: out.carrierData(),
});

export function toQuoteItem(answer: QuoteAnswer): Item {
	const fee = readMoney(answer.fee);
	return {
		id: answer.id,
		carrier: 'hubrise',
		orderId: answer.order_id ?? null,
		locationId: answer.location_id ?? null,
		carrierName: answer.carrier ?? null,
		carrierCode: answer.carrier_ref ?? null,
		quoteNumber: answer.ref ?? null,
		price: fee && { ...fee },
		estimatedPickupAt: answer.estimated_pickup_at ?? null,
		estimatedDropoffAt: answer.estimated_dropoff_at ?? null,
		accepted: typeof answer.accepted_at === 'string',
		acceptedAt: answer.accepted_at ?? null,
		carrierData: untouched(answer),
	};
}

export interface AskedQuote {
	order_id: string;
	carrier: string;
	carrier_ref?: string;
	ref?: string;
	fee: Fee;
	estimated_pickup_at?: string;
	estimated_dropoff_at?: string;
}

const moment = (text: unknown): number | null => (typeof text === 'string' && text !== '' ? millis(text) : null);

/** A quote has no reference of its own: whatever is offered, taken together, tells one from the next. */
export const quoteIdentity = ({ order_id, carrier, carrier_ref, ref, fee, estimated_pickup_at, estimated_dropoff_at }: AskedQuote): string =>
	[`order ${order_id}`, carrier, carrier_ref, ref, `${fee.amount} ${fee.currency ?? ''}`.trim(), moment(estimated_pickup_at), moment(estimated_dropoff_at)]
		.filter((part) => part !== undefined && part !== null)
		.join(', ');

/** Is a quote that is there to the letter what is asked for? Times are the same whatever offset they are written with. */
export function isSameQuote(found: Item, asked: AskedQuote): boolean {
	const there = isJsonObject(found.carrierData) && typeof found.carrierData.fee === 'string' ? found.carrierData.fee : '';
	return (
		found.carrierName === asked.carrier &&
		(found.carrierCode ?? undefined) === asked.carrier_ref &&
		(found.quoteNumber ?? undefined) === asked.ref &&
		there === writeMoney(asked.fee.amount, asked.fee.currency ?? readMoney(there)?.currency ?? '') &&
		moment(found.estimatedPickupAt) === moment(asked.estimated_pickup_at) &&
		moment(found.estimatedDropoffAt) === moment(asked.estimated_dropoff_at)
	);
}
