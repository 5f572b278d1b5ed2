import { iso } from '../requests/time';
import type { CubynParcel } from './parcel.types';
import { parcelView } from './parcel-view';
import { WEIGHT, VOLUMETRIC_WEIGHT } from './weight';

/** What a webhook call carries: the parcel at its fullest. */
export function eventView(parcel: CubynParcel) {
	return parcel.isStorage ? fullView(parcel) : collectedView(parcel);
}

function fullView(parcel: CubynParcel) {
	const { input } = parcel;
	const view = parcelView(parcel);
	return {
		...view,
		barcode: parcel.barcode ?? undefined,
		qrCode: parcel.qrCode ?? undefined,
		collectId: parcel.collectId ?? undefined,
		// The same carrier has a longer name here.
		carrier: parcel.carrier === null ? undefined : `carrier-${parcel.carrier}`,
		items: input.items.map(({ count, reference }) => ({ count, reference })),
		label: labelOf(parcel),
		originalValue: view.value,
		...(parcel.shippedAt !== null && { weight: WEIGHT, volumetricWeight: VOLUMETRIC_WEIGHT }),
	};
}

/** The legacy product sends about the same as its create response, plus a label. */
function collectedView(parcel: CubynParcel) {
	const { input } = parcel;
	return {
		id: parcel.id,
		label: labelOf(parcel),
		status: parcel.status,
		address: input.address,
		firstName: input.firstName,
		lastName: input.lastName,
		organizationName: input.organizationName,
		deliveryMode: input.deliveryMode ?? 'standard',
		objectCount: input.objectCount ?? 1,
		insurance: input.insurance ?? 250,
		orderRef: input.orderRef,
		createdAt: iso(parcel.createdAt),
		updatedAt: iso(parcel.updatedAt),
	};
}

function labelOf({ input }: CubynParcel): string | undefined {
	const first = input.items[0];
	return first?.name ?? first?.reference;
}
