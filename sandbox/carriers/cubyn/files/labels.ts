import { addressView } from '../parcels/parcel-view';
import type { CubynParcel } from '../parcels/parcel.types';
import { scheduleAfter, type CubynState } from '../state';
import { completeAttachment, newAttachment } from './attachments';
import { makePdf } from './pdf';

export function makeLabel(state: CubynState, parcel: CubynParcel): void {
	const { id } = newAttachment(state, { ownerId: parcel.shipperId, parcelId: parcel.id, type: 'LABEL' });
	scheduleAfter(state, state.settings.labelMs, () => {
		completeAttachment(state, id, labelOf(parcel));
	});
}

function labelOf(parcel: CubynParcel): Uint8Array {
	const { line1, zip, city, country } = addressView(parcel);
	return makePdf([
		`Return CUB${parcel.id}`,
		`${parcel.carrier ?? ''} ${parcel.carrierTrackingId ?? ''}`,
		[parcel.input.firstName, parcel.input.lastName].join(' '),
		line1,
		`${zip} ${city} ${country}`,
	]);
}
