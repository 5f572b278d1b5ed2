import { iso, isoOrAbsent } from '../requests/time';
import type { CubynState } from '../state';
import { lotId, lotOf } from '../stock/lots';
import { productBySku } from '../stock/products';
import type { CubynParcel } from './parcel.types';
import { addressView } from './parcel-view';
import { v3Status } from './statuses';
import { VOLUMETRIC_WEIGHT, WEIGHT } from './weight';

export function parcelViewV3(state: CubynState, parcel: CubynParcel) {
	const { input } = parcel;
	return {
		id: parcel.id,
		// Described as the carrier's number, yet Cubyn's own.
		trackingId: `CUB${parcel.id}`,
		carrierTrackingId: parcel.carrierTrackingId ?? undefined,
		status: state.settings.v3Statuses === 'v3' ? v3Status(parcel) : parcel.status,
		type: parcel.type,
		address: addressView(parcel),
		firstName: input.firstName,
		lastName: input.lastName,
		organizationName: input.organizationName,
		phone: input.phone,
		email: input.email,
		value: input.value,
		carrier: parcel.carrier ?? undefined,
		deliveryMode: input.deliveryMode ?? 'standard',
		deliverySigned: input.deliverySigned ?? false,
		relayPickupRef: input.relayPickupRef,
		insurance: input.insurance,
		isAdvalorem: input.isAdvalorem ?? false,
		orderRef: input.orderRef,
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
		originalValue: input.value,
		validatedAt: isoOrAbsent(parcel.validatedAt),
	};
}

function orderedView(state: CubynState, { input: { items }, shipperId }: CubynParcel) {
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

function shippedView(state: CubynState, { reservations }: CubynParcel) {
	const products = [...new Set(reservations.map(({ productId }) => productId))];
	return {
		quantity: reservations.reduce((sum, { quantity }) => sum + quantity, 0),
		content: products.map((id) => {
			const product = state.products.get(id);
			const ofProduct = reservations.filter(({ productId }) => productId === id);
			return {
				id,
				reference: product?.sku,
				name: product?.name,
				lots: ofProduct.map(({ lot: number, quantity }) => {
					const lot = lotOf(state, number);
					return { id: lotId(lot), reference: lot.reference, date: iso(lot.date), quantity };
				}),
				quantity: ofProduct.reduce((sum, { quantity }) => sum + quantity, 0),
			};
		}),
	};
}
