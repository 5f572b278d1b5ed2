import type { DriverOrder } from './desk.types';
import { expire } from './bookDriver';
import { assertNoBody, foreign, shopRoute, type ShopCall } from './guard';
import { isOpenAt } from './hours';
import { driverLink } from './links';
import { Refusal } from './refusal';
import { wallTime } from './time';

const TOO_LATE = 'You cannot accept this anymore. Time limit reached or order does not exist. Please create new order';

/** The order as it stands now: a proposal may have run out since anybody looked. */
export function current({ state, params }: ShopCall): DriverOrder | undefined {
	const token = params.id ?? '';
	const order = state.orders.get(token);
	const over = order?.pushExpiresAt != null && order.pushExpiresAt <= state.house.clock.now();
	return over ? expire(state, token) : order;
}

/** DI3 */
export const acceptPush = shopRoute({
	name: 'orderdriver.accept',
	method: 'POST',
	path: '/api/v1/orderdriver/accept/:company/:id',
	effect: 'write',
	refusal: 'open+order_driver',
	handle(call) {
		assertNoBody(call);
		const { state, visit, account } = call;
		const order = current(call);
		if (order !== undefined && order.company !== account.company) throw foreign();
		const cancelurl = order && driverLink(visit.origin, 'cancel', order.company, order.token);
		if (order?.state === 'booked') {
			return Response.json({
				DeliverItOpen: isOpenAt(order.pickupAt, state.settings),
				order_driver: false,
				message: 'You have already accepted this trip or it has not been pushed. Nothing to do',
				cancelurl,
			});
		}
		if (order?.state !== 'pushed') throw new Refusal(400, TOO_LATE);
		state.orders.put(order.token, { ...order, state: 'booked', listed: true });
		visit.entry.committed = true;
		const time = wallTime(order.pickupAt);
		return Response.json(
			{
				DeliverItOpen: isOpenAt(order.pickupAt, state.settings),
				order_driver: true,
				time,
				arriveAtCustomer: wallTime(order.expectedAtCustomer),
				message: `The trip is saved and the driver will arrive at restaurant at ${time}`,
				cancelurl,
			},
			{ status: 202 },
		);
	},
});

/** DI4: a stranger is told 400 here, not 401. */
export const denyPush = shopRoute({
	name: 'orderdriver.deny',
	method: 'POST',
	path: '/api/v1/orderdriver/deny/:company/:id',
	effect: 'write',
	refusal: 'error',
	foreignStatus: 400,
	handle(call) {
		assertNoBody(call);
		const order = current(call);
		if (order === undefined || order.company !== call.account.company || order.state === 'booked' || order.listed) {
			throw foreign({ foreignStatus: 400 });
		}
		if (order.state === 'pushed') {
			call.state.orders.put(order.token, { ...order, state: 'denied' });
			call.visit.entry.committed = true;
		}
		return Response.json({ error: false, message: 'The order is now canceled' });
	},
});
