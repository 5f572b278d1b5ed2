import { iso, isoOrAbsent } from '../requests/time';
import type { CubynState } from '../state';
import { lotId, lotOf } from '../stock/lots';
import { productBySku } from '../stock/products';
import type { CubynParcel } from './parcel.types';
import { addressView } from './parcelView';
import { v3Status } from './statuses';
import { VOLUMETRIC_WEIGHT, WEIGHT } from './weight';

export function parcelViewV3(state: CubynState, parcel: CubynParcel) {
	const { given } = parcel;
	return {
		id: parcel.id,
		// Described as the carrier's number, yet Cubyn's own.
		trackingId: `CUB${parcel.id}`,
		carrierTrackingId: parcel.carrierTrackingId ?? undefined,
		status: state.settings.v3Statuses === 'v3' ? v3Status(parcel) : parcel.status,
		type: parcel.type,
		address: addressView(parcel),
		firstName: given.firstName,
		lastName: given.lastName,
		organizationName: given.organizationName,
		phone: given.phone,
		email: given.email,
		value: given.value,
		carrier: parcel.carrier ?? undefined,
		deliveryMode: given.deliveryMode ?? 'standard',
		deliverySigned: given.deliverySigned ?? false,
		relayPickupRef: given.relayPickupRef,
		insurance: given.insurance,
		isAdvalorem: given.isAdvalorem ?? false,
		orderRef: given.orderRef,
		createdAt: iso(parcel.createdAt),
		updatedAt: iso(parcel.updatedAt),
		cancelled: parcel.cancellationStatus === 'SUCCEEDED',
		ordered: orderedView(state, parcel),
		...(parcel.shippedAt !== null && {
			shipped: shippedView(state, parcel),
			weight: WEIGHT,
			volumetricWeight: VOLUMETRIC_WEIGHT,
		}),
		shippedAt: isoOrAbsent(parcel.shippedAt),
		deliveredAt: isoOrAbsent(parcel.deliveredAt),
		originalValue: given.value,
		validatedAt: isoOrAbsent(parcel.validatedAt),
	};
}

function orderedView(state: CubynState, { given: { items }, shipperId }: CubynParcel) {
	return {
		quantity: items.reduce((sum, { count }) => sum + count, 0),
		content: items.map(({ reference, count, name, value }) => ({
			reference,
			quantity: count,
			name: name ?? (reference === undefined ? undefined : productBySku(state, shipperId, reference)?.name),
			value,
		})),
	};
}

function shippedView(state: CubynState, { held }: CubynParcel) {
	const products = [...new Set(held.map(({ productId }) => productId))];
	return {
		quantity: held.reduce((sum, { quantity }) => sum + quantity, 0),
		content: products.map((id) => {
			const product = state.products.get(id);
			const own = held.filter(({ productId }) => productId === id);
			return {
				id,
				reference: product?.sku,
				name: product?.name,
				lots: own.map(({ lot: number, quantity }) => {
					const lot = lotOf(state, number);
					return { id: lotId(lot), reference: lot.reference, date: iso(lot.date), quantity };
				}),
				quantity: own.reduce((sum, { quantity }) => sum + quantity, 0),
			};
		}),
	};
}
