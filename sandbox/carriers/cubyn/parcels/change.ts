import { forbidden } from '../requests/refusal';
import { settle, type CubynState } from '../state';
import { release } from '../stock/movement';
import { askCancellation } from './cancel';
import type { CubynParcel } from './parcel.types';
import type { ParcelInput } from './parcelBody';
import { validate } from './validation';

/** Of the older product a parcel may be changed until its collect has set off. */
export function assertChangeable(state: CubynState, parcel: CubynParcel): void {
	const early = parcel.status === 'CREATED' || (!parcel.isStorage && parcel.status === 'PREPARED');
	if (!early || parcel.cancellationStatus === 'SUCCEEDED' || parcel.cancellationStatus === 'IN_PROGRESS') {
		throw forbidden(`Parcel is ${parcel.status} and cannot be changed any more`);
	}
}

export function changeParcel(state: CubynState, before: CubynParcel, given: ParcelInput): CubynParcel {
	release(state, before.held);
	const changed = state.parcels.put(before.id, {
		...before,
		given,
		held: [],
		validationStatus: null,
		validatedAt: null,
		updatedAt: state.house.clock.now(),
	});
	settle(state, state.settings.validationMs, () => validate(state, before.id));
	return changed;
}

/** Gone from the current documentation: what is picked from the warehouse is cancelled instead. */
export function deleteParcel(state: CubynState, parcel: CubynParcel): void {
	if (parcel.isStorage) {
		askCancellation(state, parcel);
		return;
	}
	const collect = parcel.collectId === null ? undefined : state.collects.get(parcel.collectId);
	if (collect !== undefined && collect.status !== 'CREATED') {
		throw forbidden(`Collect of the parcel is ${collect.status} already`);
	}
	assertChangeable(state, parcel);
	const gone = state.parcels.put(parcel.id, { ...parcel, deleted: true, updatedAt: state.house.clock.now() });
	state.webhooks.parcelEvent(state, 'parcel:deleted', gone);
}
