import type { Item } from '../../declare/facts';
import { isJsonObject, asJsonObject } from '../../json';
import { millis } from '../../delivery/time';
import { outputField, outputItem } from '../../delivery/delivery';
import type { Fee } from './delivery-fields';
import { readMoney, readShownMoney, writeMoney } from './money';
import type { QuoteResponse } from './wire';

export const hubriseQuote = outputItem(() => ({
	id: outputField.id('Quote ID'),
	carrier: outputField.id('Carrier'),
	orderId: outputField.text('Order ID'),
	locationId: outputField.text('Location ID'),
	carrierName: outputField.text('Carrier Name'),
	carrierCode: outputField.text('Carrier Code'),
	quoteNumber: outputField.text('Quote Number'),
	price: outputField.money('Price', {}),
	estimatedPickupAt: outputField.moment('Estimated Pick-Up At'),
	estimatedDropoffAt: outputField.moment('Estimated Drop-Off At'),
	accepted: outputField.toggle('Is Accepted'),
	acceptedAt: outputField.moment('Accepted At'),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

export function toQuoteItem(response: QuoteResponse) {
	return {
		id: response.id,
		carrier: 'hubrise',
		orderId: response.order_id ?? null,
		locationId: response.location_id ?? null,
		carrierName: response.carrier ?? null,
		carrierCode: response.carrier_ref ?? null,
		quoteNumber: response.ref ?? null,
		price: readShownMoney(response.fee),
		estimatedPickupAt: response.estimated_pickup_at ?? null,
		estimatedDropoffAt: response.estimated_dropoff_at ?? null,
		accepted: typeof response.accepted_at === 'string',
		acceptedAt: response.accepted_at ?? null,
		carrierData: asJsonObject(response),
	};
}

export interface QuoteRequest {
	order_id: string;
	carrier: string;
	carrier_ref?: string;
	ref?: string;
	fee: Fee;
	estimated_pickup_at?: string;
	estimated_dropoff_at?: string;
}

const millisOrNull = (text: unknown): number | null => (typeof text === 'string' && text !== '' ? millis(text) : null);

/** A quote has no reference. All its fields together identify it. */
export const quoteIdentity = ({
	order_id,
	carrier,
	carrier_ref,
	ref,
	fee,
	estimated_pickup_at,
	estimated_dropoff_at,
}: QuoteRequest): string =>
	[
		`order ${order_id}`,
		carrier,
		carrier_ref,
		ref,
		`${fee.amount} ${fee.currency ?? ''}`.trim(),
		millisOrNull(estimated_pickup_at),
		millisOrNull(estimated_dropoff_at),
	]
		.filter((part) => part !== undefined && part !== null)
		.join(', ');

/** Does an existing quote equal the requested one exactly? Times are equal at any offset. */
export function isSameQuote(found: Item, requested: QuoteRequest): boolean {
	const foundFee =
		isJsonObject(found.carrierData) && typeof found.carrierData.fee === 'string' ? found.carrierData.fee : '';
	return (
		found.carrierName === requested.carrier &&
		(found.carrierCode ?? undefined) === requested.carrier_ref &&
		(found.quoteNumber ?? undefined) === requested.ref &&
		foundFee === writeMoney(requested.fee.amount, requested.fee.currency ?? readMoney(foundFee)?.currency ?? '') &&
		millisOrNull(found.estimatedPickupAt) === millisOrNull(requested.estimated_pickup_at) &&
		millisOrNull(found.estimatedDropoffAt) === millisOrNull(requested.estimated_dropoff_at)
	);
}
