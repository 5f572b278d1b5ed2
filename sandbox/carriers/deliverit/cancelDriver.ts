import { current } from './answerPush';
import type { DriverOrder } from './desk.types';
import { assertNoBody, foreign, shopRoute } from './guard';
import { Refusal } from './refusal';
import type { DeliveritState } from './state';

const MINUTE = 60_000;
const ON_THE_WAY = 'You cannot cancel this order. The driver is on the way. Contact DeliverIt +45 93 866 766';

/** DI5: impossible from 15 minutes before pick-up on, whatever another page says about 20. */
export const cancelDriver = shopRoute({
	name: 'orderdriver.cancel',
	method: 'POST',
	path: '/api/v1/orderdriver/cancel/:company/:id',
	effect: 'write',
	refusal: 'error',
	handle(call) {
		assertNoBody(call);
		const { state, visit, account } = call;
		const order = current(call);
		if (order === undefined || order.company !== account.company) throw foreign();
		if (order.state === 'booked' && minutesLeft(state, order) <= state.settings.cancelLockMinutes) {
			throw new Refusal(400, ON_THE_WAY);
		}
		if (order.state === 'booked' || order.state === 'pushed') {
			cancelOrder(state, order);
			visit.entry.committed = true;
		}
		return Response.json({ error: false, message: 'Okay, the order is canceled' });
	},
});

export function minutesLeft(state: DeliveritState, order: DriverOrder): number {
	return (order.pickupAt - state.house.clock.now()) / MINUTE;
}

export function cancelOrder(state: DeliveritState, order: DriverOrder): DriverOrder {
	return state.orders.put(order.token, { ...order, state: 'canceled', canceledAt: state.house.clock.now() });
}
