import type { Moment } from '../../framework/clock.types';
import { notFound } from '../requests/api-error';
import type { AuthenticatedCall } from '../requests/guard';
import type { CubynProduct } from './stock.types';

/** Products of the merchant who calls. */
export function ownProducts({
	state,
	account,
	asOf,
}: Pick<AuthenticatedCall, 'state' | 'account' | 'asOf'>): CubynProduct[] {
	return state.products.all(asOf).filter(({ ownerId }) => ownerId === account.id);
}

export function ownProduct({ state, account, params }: AuthenticatedCall, asOf?: Moment): CubynProduct {
	const product = state.products.get(params.id ?? '', asOf);
	if (product?.ownerId !== account.id) throw notFound('Product');
	return product;
}
