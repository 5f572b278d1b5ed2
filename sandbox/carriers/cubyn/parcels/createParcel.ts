import type { CubynAccount, CubynApplication } from '../account.types';
import { invalid } from '../requests/refusal';
import { settle, type CubynState } from '../state';
import type { CubynParcel, CubynParcelType } from './parcel.types';
import type { ParcelInput } from './parcelBody';
import { validate } from './validation';

export interface Owner {
	account: CubynAccount;
	application: CubynApplication;
}

/** Stored at once; address and stock are looked at later. */
export function createParcel(
	state: CubynState,
	{ account, application }: Owner,
	given: ParcelInput,
	type: CubynParcelType = 'SHIPMENT',
): CubynParcel {
	assertReferenceFree(state, account, given.orderRef);
	const now = state.house.clock.now();
	const id = state.newId();
	const parcel = state.parcels.put(id, {
		id,
		shipperId: account.id,
		applicationId: application.id,
		type,
		isStorage: given.items.length > 0 && given.items.every(({ name }) => name === undefined),
		given,
		status: 'CREATED',
		cancellationStatus: 'NONE',
		validationStatus: null,
		batchId: state.newUuid(),
		collectId: null,
		barcode: null,
		qrCode: null,
		carrier: null,
		carrierTrackingId: null,
		createdAt: now,
		updatedAt: now,
		validatedAt: null,
		pickedAt: null,
		shippedAt: null,
		deliveredAt: null,
		held: [],
		returnId: null,
		mishap: null,
		deleted: false,
	});
	settle(state, state.settings.validationMs, () => validate(state, id));
	return parcel;
}

function assertReferenceFree(state: CubynState, account: CubynAccount, reference: string | undefined): void {
	if (!state.settings.uniqueOrderRef || reference === undefined) return;
	const taken = state.parcels
		.all()
		.some(({ shipperId, given, deleted }) => !deleted && shipperId === account.id && given.orderRef === reference);
	if (taken) throw invalid({ field: 'orderRef', rule: 'isUnique' });
}
