import type { Status } from '../../../delivery/status';

/** CU13: where a parcel is, in the words of both documents; PREPARED is of the older product alone. */
const v2: Readonly<Record<string, Status>> = {
	CREATED: 'created',
	PREPARED: 'scheduled',
	PICKED: 'picked_up',
	SHIPPED: 'in_transit',
	CARRIER_IN_TRANSIT: 'in_transit',
	CARRIER_OUT_FOR_DELIVERY: 'out_for_delivery',
	CARRIER_FAILED_ATTEMPT: 'attempt_failed',
	CARRIER_DELIVERED: 'delivered',
	CARRIER_EXCEPTION: 'failed',
	CARRIER_RETURN_RECEIVED: 'returned',
};

/** CU51: fewer words, among them the cancellation. What was refused at validation is looked at again when stock comes in. */
const v3: Readonly<Record<string, Status>> = {
	VALIDATION_FAILED: 'created',
	PROCESSING: 'picked_up',
	IN_TRANSIT: 'in_transit',
	DELIVERED: 'delivered',
	// On its way back: no longer out for delivery, and not there yet.
	RETURNING: 'attempt_failed',
	RETURNED: 'returned',
	CANCELED: 'cancelled',
	CANCELLED: 'cancelled',
};

const known: Readonly<Record<string, Status>> = { ...v3, ...v2 };

export const v2Statuses = Object.keys(v2);
export const cancellationStatuses = ['NONE', 'IN_PROGRESS', 'SUCCEEDED', 'FAILED'] as const;

/** What can still be kept back: the rest is with a carrier, whose word about it counts. */
const inHouse: readonly Status[] = ['unknown', 'created', 'scheduled', 'picked_up'];

export interface StatusWords {
	status?: string | null;
	cancellationStatus?: string | null;
	/** v3: whether the cancellation succeeded. */
	cancelled?: boolean | null;
	type?: string | null;
}

/** Two axes in v2, one in v3. A customer's own return is on its way rather than failed. */
export function statusFrom({ status, cancellationStatus, cancelled, type }: StatusWords): Status {
	const word = status?.toUpperCase() ?? '';
	const where = word === 'RETURNING' && type === 'RECIPIENT_RETURN' ? 'in_transit' : (known[word] ?? 'unknown');
	const isCancelled = cancellationStatus === 'SUCCEEDED' || cancelled === true;
	return isCancelled && inHouse.includes(where) ? 'cancelled' : where;
}
