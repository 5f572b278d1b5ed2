import { cancelOrder, minutesLeft } from './cancelDriver';
import type { CustomerInfo } from './desk.types';
import { readFields } from './fields';
import { assertNoBody, foreign, shopRoute, type ShopCall } from './guard';
import { CHANGED_INFO, infoAnswer, infoFrom, NEW_INFO } from './infoFields';
import { Refusal } from './refusal';

const NO_SUCH_ORDER = 'Order with that number does not exist. Please use correct number';
const TAKEN = 'Order with that number exist. Please use unique number';

/** DI7 */
export const sendInfo = shopRoute({
	name: 'orderinfo.create',
	method: 'POST',
	path: '/api/v1/orderinfo/:company/create',
	effect: 'write',
	refusal: 'error',
	async handle({ state, visit, account }) {
		const told = infoFrom(await readFields(visit, NEW_INFO), account, state.settings);
		const taken = state.customers
			.all()
			.some((other) => other.company === account.company && other.ordernumber === told.ordernumber);
		if (taken) throw new Refusal(400, TAKEN);
		if (state.settings.databaseDown) throw strangeError('remains');
		const orderNumber = state.newOrderNumber();
		const info = { ...told, orderNumber, company: account.company, canceled: false, driverOrder: null };
		state.customers.put(orderNumber, info);
		visit.entry.committed = true;
		return Response.json(infoAnswer(info, 'ok', visit.origin), { status: 201 });
	},
});

/** DI8: its page shows `error: true` on success, a slip of the pen. */
export const updateInfo = shopRoute({
	name: 'orderinfo.update',
	method: 'POST',
	path: '/api/v1/orderinfo/:company/:orderNumber/update',
	effect: 'write',
	refusal: 'error',
	async handle(call) {
		const { state, visit, account } = call;
		const fields = await readFields(visit, CHANGED_INFO);
		const before = ownInfo(call);
		if (before.canceled || before.ordernumber !== fields.text('ordernumber')) throw new Refusal(400, NO_SUCH_ORDER);
		const info = { ...before, ...infoFrom(fields, account, state.settings) };
		state.customers.put(info.orderNumber, info);
		visit.entry.committed = true;
		return Response.json(infoAnswer(info, 'Update ok', visit.origin));
	},
});

/** DI9: 202 sounds like success, yet nothing was cancelled. */
export const cancelInfo = shopRoute({
	name: 'orderinfo.cancel',
	method: 'POST',
	path: '/api/v1/orderinfo/:company/:orderNumber/cancel',
	effect: 'write',
	refusal: 'error',
	handle(call) {
		assertNoBody(call);
		const { state, visit } = call;
		const info = ownInfo(call);
		const trip = info.driverOrder === null ? undefined : state.orders.get(info.driverOrder);
		const booked = trip?.state === 'booked' ? trip : undefined;
		if (booked !== undefined && minutesLeft(state, booked) < state.settings.cancelLockMinutes) {
			const message =
				'You cannot cancel an order, where the driver is booked, and there are less than 15 minutes til pickup.';
			return Response.json({ error: false, canceled: false, message }, { status: 202 });
		}
		if (state.settings.databaseDown) throw strangeError('continues');
		if (!info.canceled) {
			state.customers.put(info.orderNumber, { ...info, canceled: true });
			if (booked !== undefined) cancelOrder(state, booked);
			visit.entry.committed = true;
		}
		return Response.json({ error: false, canceled: true, message: 'Cancellation ok,' });
	},
});

function ownInfo({ state, account, params }: ShopCall): CustomerInfo {
	const info = state.customers.get(params.orderNumber ?? '');
	if (info === undefined) throw new Refusal(400, NO_SUCH_ORDER);
	if (info.company !== account.company) throw foreign();
	return info;
}

function strangeError(verb: 'remains' | 'continues'): Refusal {
	return new Refusal(
		400,
		`Some strange error has occured. Please try again. If the error ${verb}, please contact DeliverIt`,
	);
}
