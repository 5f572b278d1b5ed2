import { hold } from '../stock/movement';
import { productBySku } from '../stock/products';
import type { CubynState } from '../state';
import { countryCode } from './countries';
import type { CubynParcel } from './parcel.types';

const FRENCH_ZIP = /^\d{5}$/;

/** What was ordered is held back in the warehouse, or the parcel stays CREATED "in error". */
export function validate(state: CubynState, id: number): void {
	const parcel = state.parcels.get(id);
	if (parcel === undefined || parcel.deleted || parcel.status !== 'CREATED') return;
	if (parcel.validationStatus === 'INFO' || ['IN_PROGRESS', 'SUCCEEDED'].includes(parcel.cancellationStatus)) return;
	const held = addressIsGood(parcel) ? heldFor(state, parcel) : undefined;
	const now = state.house.clock.now();
	state.parcels.put(id, {
		...parcel,
		updatedAt: now,
		...(held === undefined ? { validationStatus: 'ERROR' } : { validationStatus: 'INFO', validatedAt: now, held }),
	});
}

/** Goods came in: what failed for want of stock gets another look. */
export function validateAgain(state: CubynState, shipperId: number): void {
	for (const parcel of state.parcels.all()) {
		if (parcel.shipperId === shipperId && parcel.validationStatus === 'ERROR') validate(state, parcel.id);
	}
}

function addressIsGood({ given }: CubynParcel): boolean {
	return countryCode(given.address.country) !== 'FR' || FRENCH_ZIP.test(given.address.zip);
}

function heldFor(state: CubynState, parcel: CubynParcel): CubynParcel['held'] | undefined {
	if (!parcel.isStorage) return [];
	const wishes = parcel.given.items.map(({ reference = '', count }) => ({
		product: productBySku(state, parcel.shipperId, reference),
		count,
	}));
	return hold(state, wishes);
}
