import { iso, isoOrAbsent } from '../requests/time';
import { countryCode } from './countries';
import type { CubynParcel } from './parcel.types';

const FRENCH_WAREHOUSE = 3628042;

/** The answer to a create: ids are strings, one key is misspelt, and the country is still as it was sent. */
export function createdView(parcel: CubynParcel) {
	const { input } = parcel;
	return {
		id: parcel.id,
		status: parcel.status,
		address: input.address,
		firstName: input.firstName,
		lastName: input.lastName,
		organizationName: input.organizationName,
		deliveryMode: input.deliveryMode ?? 'standard',
		deliverySigned: input.deliverySigned ?? false,
		...(parcel.isStorage
			? { isAdvalorem: input.isAdvalorem === true ? 1 : 0 }
			: { objectCount: input.objectCount ?? 1, insurance: input.insurance ?? 250 }),
		applcationId: String(parcel.applicationId),
		shipperId: String(parcel.shipperId),
		collectId: parcel.collectId,
		barcode: parcel.barcode,
		qrCode: parcel.qrCode,
		createdAt: iso(parcel.createdAt),
		updatedAt: iso(parcel.updatedAt),
	};
}

export function addressView({ input: { address } }: CubynParcel) {
	return {
		line1: address.line1,
		line2: address.line2 ?? '',
		zip: address.zip,
		city: address.city,
		state: address.state ?? '',
		country: countryCode(address.country) ?? address.country,
		additionalInformation: address.additionalInformation ?? '',
	};
}

/** An unknown value has no key at all. */
export function parcelView(parcel: CubynParcel) {
	const { input } = parcel;
	return {
		id: parcel.id,
		batchId: parcel.batchId,
		type: parcel.type,
		trackingId: `CUB${parcel.id}`,
		carrierTrackingId: parcel.carrierTrackingId ?? undefined,
		status: parcel.status,
		aside: false,
		address: addressView(parcel),
		firstName: input.firstName,
		lastName: input.lastName,
		organizationName: input.organizationName,
		phone: input.phone,
		email: input.email,
		carrier: parcel.carrier ?? undefined,
		deliveryMode: input.deliveryMode ?? 'standard',
		deliverySigned: input.deliverySigned ?? false,
		relayPickupRef: input.relayPickupRef,
		objectCount: input.objectCount ?? 1,
		insurance: input.insurance,
		isAdvalorem: input.isAdvalorem ?? false,
		orderRef: input.orderRef,
		// Money comes back as a string here, and as a number in v3.
		value: input.value === undefined ? undefined : String(input.value),
		customsHsCode: input.customsHsCode,
		customsCategory: input.customsCategory,
		customsDescription: input.customsDescription,
		customsOriginCountry: input.customsOriginCountry && countryCode(input.customsOriginCountry),
		createdAt: iso(parcel.createdAt),
		updatedAt: iso(parcel.updatedAt),
		validationStatus: parcel.validationStatus === 'INFO' ? 'INFO' : undefined,
		cancellationStatus: parcel.cancellationStatus,
		viaApplicationId: parcel.applicationId,
		shipperId: parcel.shipperId,
		pickedAt: isoOrAbsent(parcel.pickedAt),
		warehouseId: parcel.isStorage ? FRENCH_WAREHOUSE : undefined,
		selfReturnActivated: false,
		deliverySaturday: false,
		isAnonymized: false,
		isStorage: parcel.isStorage,
		isRemoval: false,
	};
}
