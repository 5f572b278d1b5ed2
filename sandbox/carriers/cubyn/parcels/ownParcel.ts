import type { Admitted } from '../requests/guard';
import { notFound } from '../requests/refusal';
import type { CubynParcel } from './parcel.types';

/** Another merchant's parcel, and a deleted one, are as good as none. */
export function ownParcel({ state, account, params }: Pick<Admitted, 'state' | 'account' | 'params'>, asOf?: number) {
	const parcel = state.parcels.get(/^\d+$/.test(params.id ?? '') ? Number(params.id) : NaN, asOf);
	if (parcel?.shipperId !== account.id || parcel.deleted) throw notFound('Parcel');
	return parcel;
}

export function ownParcels({ state, account, asOf }: Pick<Admitted, 'state' | 'account' | 'asOf'>): CubynParcel[] {
	return state.parcels.all(asOf).filter(({ shipperId, deleted }) => shipperId === account.id && !deleted);
}
