import { iso } from '../requests/time';
import type { CubynParcel } from './parcel.types';
import { parcelView } from './parcelView';
import { WEIGHT, VOLUMETRIC_WEIGHT } from './weight';

/** What a webhook call carries: the parcel at its fullest. */
export function eventView(parcel: CubynParcel) {
	return parcel.isStorage ? fullView(parcel) : collectedView(parcel);
}

function fullView(parcel: CubynParcel) {
	const { given } = parcel;
	const view = parcelView(parcel);
	return {
		...view,
		barcode: parcel.barcode ?? undefined,
		qrCode: parcel.qrCode ?? undefined,
		collectId: parcel.collectId ?? undefined,
		// The same carrier has a longer name here.
		carrier: parcel.carrier === null ? undefined : `carrier-${parcel.carrier}`,
		items: given.items.map(({ count, reference }) => ({ count, reference })),
		label: labelOf(parcel),
		originalValue: view.value,
		...(parcel.shippedAt !== null && { weight: WEIGHT, volumetricWeight: VOLUMETRIC_WEIGHT }),
	};
}

/** The older product sends about what its create answers, and a label. */
function collectedView(parcel: CubynParcel) {
	const { given } = parcel;
	return {
		id: parcel.id,
		label: labelOf(parcel),
		status: parcel.status,
		address: given.address,
		firstName: given.firstName,
		lastName: given.lastName,
		organizationName: given.organizationName,
		deliveryMode: given.deliveryMode ?? 'standard',
		objectCount: given.objectCount ?? 1,
		insurance: given.insurance ?? 250,
		orderRef: given.orderRef,
		createdAt: iso(parcel.createdAt),
		updatedAt: iso(parcel.updatedAt),
	};
}

function labelOf({ given }: CubynParcel): string | undefined {
	const first = given.items[0];
	return first?.name ?? first?.reference;
}
