import { releaseStock } from '../stock/stock-movements';
import { forbidden } from '../requests/api-error';
import { scheduleAfter, type CubynState } from '../state';
import type { CubynParcel } from './parcel.types';
import { validate } from './validation';

/** A cancellation is decided later. Until then `status` stays CREATED and does not show the request. */
export function requestCancellation(state: CubynState, parcel: CubynParcel): CubynParcel {
	if (parcel.status !== 'CREATED') throw forbidden(`Parcel is ${parcel.status} and cannot be cancelled any more`);
	if (parcel.cancellationStatus === 'IN_PROGRESS' || parcel.cancellationStatus === 'SUCCEEDED') {
		throw forbidden(`Parcel cancellation is ${parcel.cancellationStatus} already`);
	}
	const requested = setCancellationStatus(state, parcel, 'IN_PROGRESS');
	scheduleAfter(state, state.settings.cancellationMs, () => decideCancellation(state, parcel.id));
	return requested;
}

function decideCancellation(state: CubynState, id: number): void {
	const parcel = state.parcels.get(id);
	if (parcel === undefined || parcel.cancellationStatus !== 'IN_PROGRESS') return;
	if (parcel.status === 'CREATED' && parcel.mishap !== 'cancellation fails') {
		cancelNow(state, parcel);
		return;
	}
	setCancellationStatus(state, parcel, 'FAILED');
	// A parcel that was to be cancelled was not looked at meanwhile.
	validate(state, id);
}

export function cancelNow(state: CubynState, parcel: CubynParcel): CubynParcel {
	const cancelled = setCancellationStatus(state, { ...parcel, reservations: [] }, 'SUCCEEDED');
	releaseStock(state, parcel.reservations);
	state.webhooks.emitParcelEvent(state, 'parcel:cancelled', cancelled);
	return cancelled;
}

function setCancellationStatus(
	state: CubynState,
	parcel: CubynParcel,
	cancellationStatus: CubynParcel['cancellationStatus'],
) {
	return state.parcels.put(parcel.id, { ...parcel, cancellationStatus, updatedAt: state.context.clock.now() });
}
