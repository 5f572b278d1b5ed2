import type { Status } from '../../../delivery/status';

/** CU13: the status of a parcel, with the names of both documents. Only legacy parcels have PREPARED. */
const v2StatusMap: Readonly<Record<string, Status>> = {
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

/** CU51: fewer words, among them the cancellation. */
const v3StatusMap: Readonly<Record<string, Status>> = {
	VALIDATION_FAILED: 'needs_attention',
	PROCESSING: 'picked_up',
	IN_TRANSIT: 'in_transit',
	DELIVERED: 'delivered',
	RETURNING: 'returning',
	RETURNED: 'returned',
	CANCELED: 'cancelled',
	CANCELLED: 'cancelled',
	// Its clients know the word, both documents do not.
	CUBYN_EXCEPTION: 'needs_attention',
};

const statusMap: Readonly<Record<string, Status>> = { ...v3StatusMap, ...v2StatusMap };

export const v2Statuses = Object.keys(v2StatusMap);
export const cancellationStatuses = ['NONE', 'IN_PROGRESS', 'SUCCEEDED', 'FAILED'] as const;

/** Statuses that can still be stopped. Later ones belong to a carrier, whose status counts. */
const beforeHandover: readonly Status[] = ['unknown', 'needs_attention', 'created', 'scheduled', 'picked_up'];

/** CU13: INFO is the only word that either document shows for a passed check. */
const PASSED_CHECK = 'INFO';

export const failsCheck = ({ status, validationStatus }: ParcelStatusFields): boolean =>
	status?.toUpperCase() === 'CREATED' && Boolean(validationStatus) && validationStatus?.toUpperCase() !== PASSED_CHECK;

export interface ParcelStatusFields {
	status?: string | null;
	cancellationStatus?: string | null;
	validationStatus?: string | null;
	/** v3: whether the cancellation succeeded. */
	cancelled?: boolean | null;
	type?: string | null;
}

function mappedStatus(parcel: ParcelStatusFields): Status {
	const carrierStatus = parcel.status?.toUpperCase() ?? '';
	if (carrierStatus === 'RETURNING' && parcel.type === 'RECIPIENT_RETURN') return 'in_transit';
	if (failsCheck(parcel)) return 'needs_attention';
	return statusMap[carrierStatus] ?? 'unknown';
}

/** Three axes in v2, one in v3. A customer's own return is on its way rather than failed. */
export function statusFrom(parcel: ParcelStatusFields): Status {
	const { cancellationStatus, cancelled } = parcel;
	const mapped = mappedStatus(parcel);
	const isCancelled = cancellationStatus === 'SUCCEEDED' || cancelled === true;
	return isCancelled && beforeHandover.includes(mapped) ? 'cancelled' : mapped;
}
