import type { CubynParcel, CubynParcelStatus } from './parcel.types';

export const V3_STATUSES = [
	'CREATED',
	'CANCELED',
	'VALIDATION_FAILED',
	'PROCESSING',
	'SHIPPED',
	'IN_TRANSIT',
	'DELIVERED',
	'RETURNING',
	'RETURNED',
	'CARRIER_EXCEPTION',
] as const;

export type V3Status = (typeof V3_STATUSES)[number];

const FROM_V2: Record<CubynParcelStatus, V3Status> = {
	CREATED: 'CREATED',
	PREPARED: 'PROCESSING',
	PICKED: 'PROCESSING',
	SHIPPED: 'SHIPPED',
	CARRIER_IN_TRANSIT: 'IN_TRANSIT',
	CARRIER_OUT_FOR_DELIVERY: 'IN_TRANSIT',
	CARRIER_FAILED_ATTEMPT: 'IN_TRANSIT',
	CARRIER_DELIVERED: 'DELIVERED',
	CARRIER_EXCEPTION: 'CARRIER_EXCEPTION',
	CARRIER_RETURN_RECEIVED: 'RETURNED',
};

const FINAL = new Set<CubynParcelStatus>(['CARRIER_DELIVERED', 'CARRIER_EXCEPTION', 'CARRIER_RETURN_RECEIVED']);

export function v3Status({ status, type, cancellationStatus, validationStatus }: CubynParcel): V3Status {
	if (cancellationStatus === 'SUCCEEDED') return 'CANCELED';
	if (status === 'CREATED' && validationStatus === 'FAILED') return 'VALIDATION_FAILED';
	// A return is on its way to the warehouse, not to a customer.
	if (status === 'CARRIER_IN_TRANSIT' && type === 'RECIPIENT_RETURN') return 'RETURNING';
	return FROM_V2[status];
}

export function isFinal({ status, cancellationStatus, deleted }: CubynParcel): boolean {
	return deleted || cancellationStatus === 'SUCCEEDED' || FINAL.has(status);
}

export function isV2Status(word: string): boolean {
	return Object.hasOwn(FROM_V2, word);
}
