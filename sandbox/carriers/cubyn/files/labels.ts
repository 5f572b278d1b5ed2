import { addressView } from '../parcels/parcelView';
import type { CubynParcel } from '../parcels/parcel.types';
import { settle, type CubynState } from '../state';
import { completeAttachment, newAttachment } from './attachments';
import { makePdf } from './pdf';

export function makeLabel(state: CubynState, parcel: CubynParcel): void {
	const { id } = newAttachment(state, { ownerId: parcel.shipperId, parcelId: parcel.id, type: 'LABEL' });
	settle(state, state.settings.labelMs, () => {
		completeAttachment(state, id, labelOf(parcel));
	});
}

function labelOf(parcel: CubynParcel): Uint8Array {
	const { line1, zip, city, country } = addressView(parcel);
	return makePdf([
		`Return CUB${parcel.id}`,
		`${parcel.carrier ?? ''} ${parcel.carrierTrackingId ?? ''}`,
		[parcel.given.firstName, parcel.given.lastName].join(' '),
		line1,
		`${zip} ${city} ${country}`,
	]);
}
