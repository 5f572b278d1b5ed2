import type { Moment } from '../../frame/clock.types';
import type { Admitted } from '../requests/guard';
import { notFound } from '../requests/refusal';
import type { CubynInboundOrder } from './inbound.types';

export function anyOwnOrder({ state, account }: Pick<Admitted, 'state' | 'account'>, id: string, asOf?: Moment): CubynInboundOrder {
	const order = state.orders.get(id, asOf);
	if (order?.ownerId !== account.id) throw notFound('Inbound order for this id');
	return order;
}

/** In v2 a deleted order is gone; v3 still shows it, marked as such. */
export function ownOrder(call: Pick<Admitted, 'state' | 'account'>, id: string, asOf?: Moment): CubynInboundOrder {
	const order = anyOwnOrder(call, id, asOf);
	if (order.deletedAt !== null) throw notFound('Inbound order for this id');
	return order;
}
