import { forbidden } from '../requests/api-error';
import { scheduleAfter, type CubynState } from '../state';
import { releaseStock } from '../stock/stock-movements';
import { requestCancellation } from './cancel';
import type { CubynParcel } from './parcel.types';
import type { ParcelInput } from './parcel-body';
import { validate } from './validation';

/** A legacy parcel may be changed until its collect has set off. */
export function assertChangeable(state: CubynState, parcel: CubynParcel): void {
	const early = parcel.status === 'CREATED' || (!parcel.isStorage && parcel.status === 'PREPARED');
	if (!early || parcel.cancellationStatus === 'SUCCEEDED' || parcel.cancellationStatus === 'IN_PROGRESS') {
		throw forbidden(`Parcel is ${parcel.status} and cannot be changed any more`);
	}
}

export function changeParcel(state: CubynState, before: CubynParcel, input: ParcelInput): CubynParcel {
	releaseStock(state, before.reservations);
	const changed = state.parcels.put(before.id, {
		...before,
		input,
		reservations: [],
		validationStatus: null,
		validatedAt: null,
		updatedAt: state.context.clock.now(),
	});
	scheduleAfter(state, state.settings.validationMs, () => validate(state, before.id));
	return changed;
}

/** Gone from the current documentation: what is picked from the warehouse is cancelled instead. */
export function deleteParcel(state: CubynState, parcel: CubynParcel): void {
	if (parcel.isStorage) {
		requestCancellation(state, parcel);
		return;
	}
	const collect = parcel.collectId === null ? undefined : state.collects.get(parcel.collectId);
	if (collect !== undefined && collect.status !== 'CREATED') {
		throw forbidden(`Collect of the parcel is ${collect.status} already`);
	}
	assertChangeable(state, parcel);
	const deletedParcel = state.parcels.put(parcel.id, {
		...parcel,
		deleted: true,
		updatedAt: state.context.clock.now(),
	});
	state.webhooks.emitParcelEvent(state, 'parcel:deleted', deletedParcel);
}
