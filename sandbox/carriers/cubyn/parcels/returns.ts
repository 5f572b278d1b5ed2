import { makeLabel } from '../files/labels';
import { forbidden } from '../requests/refusal';
import type { CubynState } from '../state';
import { countryCode } from './countries';
import type { CubynParcel } from './parcel.types';

/** A second parcel for the way back, and its label, which takes a moment to be made. */
export function createReturn(state: CubynState, parcel: CubynParcel): CubynParcel {
	if (parcel.type === 'RECIPIENT_RETURN') throw forbidden('A return cannot be returned');
	if (parcel.returnId !== null) throw forbidden('Parcel has a return already');
	if (countryCode(parcel.given.address.country) !== 'FR') throw forbidden('Returns are supported from France only');
	if (parcel.status !== 'CARRIER_DELIVERED') throw forbidden('Parcel is not delivered');
	const now = state.house.clock.now();
	const id = state.newId();
	const { relayPickupRef: _relay, ...given } = parcel.given;
	const back = state.parcels.put(id, {
		...parcel,
		id,
		type: 'RECIPIENT_RETURN',
		given: { ...given, deliveryMode: 'standard', insurance: 0 },
		status: 'CREATED',
		cancellationStatus: 'NONE',
		validationStatus: 'INFO',
		batchId: state.newUuid(),
		barcode: null,
		qrCode: null,
		carrier: 'colissimo',
		carrierTrackingId: state.newTrackingId(),
		createdAt: now,
		updatedAt: now,
		validatedAt: now,
		pickedAt: now,
		shippedAt: null,
		deliveredAt: null,
		mishap: null,
	});
	state.parcels.put(parcel.id, { ...parcel, returnId: id, updatedAt: now });
	makeLabel(state, back);
	return back;
}
