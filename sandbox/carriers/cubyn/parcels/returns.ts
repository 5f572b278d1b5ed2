import { makeLabel } from '../files/labels';
import { forbidden } from '../requests/api-error';
import type { CubynState } from '../state';
import { countryCode } from './countries';
import type { CubynParcel } from './parcel.types';

/** The help centre mentions 30 countries and names some of them. The others are assumed. */
const RETURN_ORIGINS = new Set(
	'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/** A second parcel for the way back, and its label, which takes a moment to be made. */
export function createReturn(state: CubynState, parcel: CubynParcel): CubynParcel {
	if (parcel.type === 'RECIPIENT_RETURN') throw forbidden('A return cannot be returned');
	if (parcel.returnId !== null) throw forbidden('Parcel has a return already');
	if (!RETURN_ORIGINS.has(countryCode(parcel.input.address.country) ?? ''))
		throw forbidden('Returns are not supported from this country');
	if (parcel.status !== 'CARRIER_DELIVERED') throw forbidden('Parcel is not delivered');
	const now = state.context.clock.now();
	const id = state.newId();
	const { relayPickupRef: _relay, ...input } = parcel.input;
	const returnParcel = state.parcels.put(id, {
		...parcel,
		id,
		type: 'RECIPIENT_RETURN',
		input: { ...input, deliveryMode: 'standard', insurance: 0 },
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
	makeLabel(state, returnParcel);
	return returnParcel;
}
