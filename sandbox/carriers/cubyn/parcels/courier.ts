import type { CubynState } from '../state';
import type { CubynParcel, CubynParcelStatus } from './parcel.types';
import { transitionTo } from './transitions';
import { isFinal } from './statuses';

const HOUR = 3_600_000;

export function activeParcels(state: CubynState): { id: string; dueAt: number }[] {
	return state.parcels
		.all()
		.filter((parcel) => nextStatus(parcel) !== undefined)
		.map(({ id, updatedAt }) => ({ id: `parcel:${id}`, dueAt: updatedAt + HOUR }));
}

/** One step of the parcel's current holder: picker, packer or carrier. */
export function stepParcel(state: CubynState, parcel: CubynParcel): boolean {
	const next = nextStatus(parcel);
	if (next === undefined) return false;
	// A failed attempt is met once; the next one succeeds.
	const updated = next === 'CARRIER_FAILED_ATTEMPT' ? { ...parcel, mishap: null } : parcel;
	transitionTo(state, updated, next);
	return true;
}

/** Undefined if the parcel does not move: it is done, or it waits for a validation, a cancellation or a collect. */
function nextStatus(parcel: CubynParcel): CubynParcelStatus | undefined {
	const { status, type, mishap, isStorage } = parcel;
	if (isFinal(parcel) || parcel.cancellationStatus === 'IN_PROGRESS') return undefined;
	if (type === 'RECIPIENT_RETURN') return status === 'CREATED' ? 'CARRIER_IN_TRANSIT' : 'CARRIER_RETURN_RECEIVED';
	switch (status) {
		case 'CREATED':
			if (parcel.validationStatus !== 'INFO') return undefined;
			return isStorage ? 'PICKED' : 'PREPARED';
		case 'PREPARED':
			return undefined;
		case 'PICKED':
			return 'SHIPPED';
		case 'SHIPPED':
			return 'CARRIER_IN_TRANSIT';
		case 'CARRIER_IN_TRANSIT':
			return mishap === 'return' ? 'CARRIER_RETURN_RECEIVED' : 'CARRIER_OUT_FOR_DELIVERY';
		case 'CARRIER_OUT_FOR_DELIVERY':
			if (mishap === 'failed attempt') return 'CARRIER_FAILED_ATTEMPT';
			return mishap === 'exception' ? 'CARRIER_EXCEPTION' : 'CARRIER_DELIVERED';
		case 'CARRIER_FAILED_ATTEMPT':
			return 'CARRIER_OUT_FOR_DELIVERY';
		default:
			return undefined;
	}
}
