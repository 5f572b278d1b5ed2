import { iso, isoOrAbsent } from '../requests/time';
import { countryCode } from './countries';
import type { CubynParcel } from './parcel.types';

const FRENCH_WAREHOUSE = 3628042;

/** The answer to a create: ids are strings, one key is misspelt, and the country is still as it was sent. */
export function createdView(parcel: CubynParcel) {
	const { given } = parcel;
	return {
		id: parcel.id,
		status: parcel.status,
		address: given.address,
		firstName: given.firstName,
		lastName: given.lastName,
		organizationName: given.organizationName,
		deliveryMode: given.deliveryMode ?? 'standard',
		deliverySigned: given.deliverySigned ?? false,
		...(parcel.isStorage
			? { isAdvalorem: given.isAdvalorem === true ? 1 : 0 }
			: { objectCount: given.objectCount ?? 1, insurance: given.insurance ?? 250 }),
		applcationId: String(parcel.applicationId),
		shipperId: String(parcel.shipperId),
		collectId: parcel.collectId,
		barcode: parcel.barcode,
		qrCode: parcel.qrCode,
		createdAt: iso(parcel.createdAt),
		updatedAt: iso(parcel.updatedAt),
	};
}

export function addressView({ given: { address } }: CubynParcel) {
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

/** What is not known has no key at all. */
export function parcelView(parcel: CubynParcel) {
	const { given } = parcel;
	return {
		id: parcel.id,
		batchId: parcel.batchId,
		type: parcel.type,
		trackingId: `CUB${parcel.id}`,
		carrierTrackingId: parcel.carrierTrackingId ?? undefined,
		status: parcel.status,
		aside: false,
		address: addressView(parcel),
		firstName: given.firstName,
		lastName: given.lastName,
		organizationName: given.organizationName,
		phone: given.phone,
		email: given.email,
		carrier: parcel.carrier ?? undefined,
		deliveryMode: given.deliveryMode ?? 'standard',
		deliverySigned: given.deliverySigned ?? false,
		relayPickupRef: given.relayPickupRef,
		objectCount: given.objectCount ?? 1,
		insurance: given.insurance,
		isAdvalorem: given.isAdvalorem ?? false,
		orderRef: given.orderRef,
		// Money comes back as a string here, and as a number in v3.
		value: given.value === undefined ? undefined : String(given.value),
		customsHsCode: given.customsHsCode,
		customsCategory: given.customsCategory,
		customsDescription: given.customsDescription,
		customsOriginCountry: given.customsOriginCountry && countryCode(given.customsOriginCountry),
		createdAt: iso(parcel.createdAt),
		updatedAt: iso(parcel.updatedAt),
		validationStatus: parcel.validationStatus ?? undefined,
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
