import { creationMoment } from '../../framework/creation-moment';
import type { CubynAccount } from '../account.types';
import type { Owner } from '../owner';
import { invalid } from '../requests/api-error';
import { scheduleAfter, type CubynState } from '../state';
import type { CubynParcel, CubynParcelType } from './parcel.types';
import type { ParcelInput } from './parcel-body';
import { validate } from './validation';

/** Stored at once; address and stock are looked at later. */
export function createParcel(
	state: CubynState,
	{ account, application }: Owner,
	input: ParcelInput,
	type: CubynParcelType = 'SHIPMENT',
): CubynParcel {
	assertReferenceUnused(state, account, input.orderRef);
	const now = creationMoment(state.context);
	const id = state.newId();
	const parcel = state.parcels.put(id, {
		id,
		shipperId: account.id,
		applicationId: application.id,
		type,
		isStorage: input.items.length > 0 && input.items.every(({ name }) => name === undefined),
		input,
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
		reservations: [],
		returnId: null,
		mishap: null,
		deleted: false,
	});
	scheduleAfter(state, state.settings.validationMs, () => validate(state, id));
	return parcel;
}

function assertReferenceUnused(state: CubynState, account: CubynAccount, reference: string | undefined): void {
	if (!state.settings.uniqueOrderRef || reference === undefined) return;
	const taken = state.parcels
		.all()
		.some(({ shipperId, input, deleted }) => !deleted && shipperId === account.id && input.orderRef === reference);
	if (taken) throw invalid({ field: 'orderRef', rule: 'isUnique' });
}
