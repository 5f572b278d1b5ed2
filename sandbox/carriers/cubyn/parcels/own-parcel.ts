import type { AuthenticatedCall } from '../requests/guard';
import { notFound } from '../requests/api-error';
import type { CubynParcel } from './parcel.types';

/** Another merchant's parcel and a deleted parcel count as missing. */
export function ownParcel(
	{ state, account, params }: Pick<AuthenticatedCall, 'state' | 'account' | 'params'>,
	asOf?: number,
) {
	const parcel = state.parcels.get(/^\d+$/.test(params.id ?? '') ? Number(params.id) : NaN, asOf);
	if (parcel?.shipperId !== account.id || parcel.deleted) throw notFound('Parcel');
	return parcel;
}

export function ownParcels({
	state,
	account,
	asOf,
}: Pick<AuthenticatedCall, 'state' | 'account' | 'asOf'>): CubynParcel[] {
	return state.parcels.all(asOf).filter(({ shipperId, deleted }) => shipperId === account.id && !deleted);
}
