import { release } from '../stock/movement';
import { forbidden } from '../requests/refusal';
import { settle, type CubynState } from '../state';
import type { CubynParcel } from './parcel.types';
import { validate } from './validation';

/** Asked for now, answered later: until then `status` stays CREATED and says nothing of it. */
export function askCancellation(state: CubynState, parcel: CubynParcel): CubynParcel {
	if (parcel.status !== 'CREATED') throw forbidden(`Parcel is ${parcel.status} and cannot be cancelled any more`);
	if (parcel.cancellationStatus === 'IN_PROGRESS' || parcel.cancellationStatus === 'SUCCEEDED') {
		throw forbidden(`Parcel cancellation is ${parcel.cancellationStatus} already`);
	}
	const asked = put(state, parcel, 'IN_PROGRESS');
	settle(state, state.settings.cancellationMs, () => decide(state, parcel.id));
	return asked;
}

function decide(state: CubynState, id: number): void {
	const parcel = state.parcels.get(id);
	if (parcel === undefined || parcel.cancellationStatus !== 'IN_PROGRESS') return;
	if (parcel.status === 'CREATED' && parcel.mishap !== 'cancellation fails') {
		cancelNow(state, parcel);
		return;
	}
	put(state, parcel, 'FAILED');
	// A parcel that was to be cancelled was not looked at meanwhile.
	validate(state, id);
}

export function cancelNow(state: CubynState, parcel: CubynParcel): CubynParcel {
	const cancelled = put(state, { ...parcel, held: [] }, 'SUCCEEDED');
	release(state, parcel.held);
	state.webhooks.parcelEvent(state, 'parcel:cancelled', cancelled);
	return cancelled;
}

function put(state: CubynState, parcel: CubynParcel, cancellationStatus: CubynParcel['cancellationStatus']) {
	return state.parcels.put(parcel.id, { ...parcel, cancellationStatus, updatedAt: state.house.clock.now() });
}
