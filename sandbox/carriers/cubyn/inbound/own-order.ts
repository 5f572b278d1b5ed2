import type { Moment } from '../../framework/clock.types';
import type { AuthenticatedCall } from '../requests/guard';
import { notFound } from '../requests/api-error';
import type { CubynInboundOrder } from './inbound.types';

export function anyOwnOrder(
	{ state, account }: Pick<AuthenticatedCall, 'state' | 'account'>,
	id: string,
	asOf?: Moment,
): CubynInboundOrder {
	const order = state.orders.get(id, asOf);
	if (order?.ownerId !== account.id) throw notFound('Inbound order for this id');
	return order;
}

/** In v2 a deleted order is gone; v3 still shows it, marked as such. */
export function ownOrder(
	call: Pick<AuthenticatedCall, 'state' | 'account'>,
	id: string,
	asOf?: Moment,
): CubynInboundOrder {
	const order = anyOwnOrder(call, id, asOf);
	if (order.deletedAt !== null) throw notFound('Inbound order for this id');
	return order;
}
