import { reserveStock } from '../stock/stock-movements';
import { productBySku } from '../stock/products';
import type { CubynState } from '../state';
import { countryCode } from './countries';
import type { CubynParcel } from './parcel.types';

const FRENCH_ZIP = /^\d{5}$/;

/**
 * Reserves the ordered goods, or fails the parcel's check. v3 has a status for the reservation, v2 does not.
 */
export function validate(state: CubynState, id: number): void {
	const parcel = state.parcels.get(id);
	if (parcel === undefined || parcel.deleted || parcel.status !== 'CREATED') return;
	if (parcel.validationStatus === 'INFO' || ['IN_PROGRESS', 'SUCCEEDED'].includes(parcel.cancellationStatus)) return;
	const reservations = isAddressValid(parcel) ? reserveItems(state, parcel) : undefined;
	const now = state.context.clock.now();
	state.parcels.put(id, {
		...parcel,
		updatedAt: now,
		...(reservations === undefined
			? { validationStatus: 'FAILED' }
			: { validationStatus: 'INFO', validatedAt: now, reservations }),
	});
}

/** Goods came in: parcels that failed for lack of stock are checked again. */
export function revalidateParcels(state: CubynState, shipperId: number): void {
	for (const parcel of state.parcels.all()) {
		if (parcel.shipperId === shipperId && parcel.validationStatus === 'FAILED') validate(state, parcel.id);
	}
}

function isAddressValid({ input }: CubynParcel): boolean {
	return countryCode(input.address.country) !== 'FR' || FRENCH_ZIP.test(input.address.zip);
}

function reserveItems(state: CubynState, parcel: CubynParcel): CubynParcel['reservations'] | undefined {
	if (!parcel.isStorage) return [];
	const requests = parcel.input.items.map(({ reference = '', count }) => ({
		product: productBySku(state, parcel.shipperId, reference),
		count,
	}));
	return reserveStock(state, requests);
}
