import { Answer, CarrierError, withBody, type OwnCall } from '../framework/simple-carrier';
import type { CustomerInfo, DeliveritAccount } from './backoffice.types';
import type { Route } from './driver-routes';
import { changedInfo, newInfo, type InfoInput, type Position } from './fields';
import { assertServed, drivingMetres, geocode, kilometres, priceWithVat } from './geography';
import { unauthorized, type DeliveritState } from './state';
import { cancelTrip, minutesLeft } from './trips';

type InfoCall<Body = unknown> = OwnCall<DeliveritState, DeliveritAccount, Body>;

const NO_SUCH_ORDER = 'Order with that number does not exist. Please use correct number';
const TAKEN = 'Order with that number exist. Please use unique number';
const LOCKED = 'You cannot cancel an order, where the driver is booked, and there are less than 15 minutes til pickup.';

const databaseError = (verb: 'remains' | 'continues') =>
	new CarrierError(
		400,
		`Some strange error has occured. Please try again. If the error ${verb}, please contact DeliverIt`,
	);

/** As given, or else found by the address. One coordinate without the other counts as not given. */
function positionOf({ account, body, state }: InfoCall<InfoInput>, before?: Position): Position {
	const { latitude, longitude, street, zip } = body;
	const given = latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
	// DI8 lists no messy address: what was found before stays.
	const position = given ?? geocode(street, zip, account) ?? before;
	if (position === undefined) throw new CarrierError(400, 'Address is too messy. Cannot find latitude and longitude.');
	assertServed(position, state.settings);
	return position;
}

function infoAnswer({ exchange, account }: InfoCall, status: number, prefix: string, info: CustomerInfo): Answer {
	const metres = drivingMetres(account, info);
	const link = `${exchange.origin}/api/v1/orderinfo/${info.company}/${info.orderNumber}`;
	return new Answer(status, {
		error: false,
		message: `${prefix},${info.delivery ? 'This order is for delivery' : 'The customer will pick up this order'}`,
		distance_in_km: kilometres(metres),
		price_with_vat: priceWithVat(metres),
		update_url: `${link}/update`,
		cancel_url: `${link}/cancel`,
	});
}

/** DI7 */
const create = withBody<DeliveritState, DeliveritAccount, typeof newInfo>({
	name: 'orderinfo.create',
	method: 'POST',
	path: '/api/v1/orderinfo/:company/create',
	effect: 'write',
	body: newInfo,
	handle(call) {
		const { state, account, body } = call;
		const position = positionOf(call);
		const isTaken = ({ company, ordernumber }: CustomerInfo) =>
			company === account.company && ordernumber === body.ordernumber;
		if (state.customers.all().some(isTaken)) throw new CarrierError(400, TAKEN);
		if (state.settings.databaseDown) throw databaseError('remains');
		const own = { orderNumber: state.newOrderNumber(), company: account.company, canceled: false, driverOrder: null };
		return infoAnswer(call, 201, 'ok', state.customers.put(own.orderNumber, { ...body, ...position, ...own }));
	},
});

/** DI8: its page shows `error: true` on success, a slip of the pen. It lists no 401: a foreign number is an unknown one. */
const update = withBody<DeliveritState, DeliveritAccount, typeof changedInfo>({
	name: 'orderinfo.update',
	method: 'POST',
	path: '/api/v1/orderinfo/:company/:orderNumber/update',
	effect: 'write',
	body: changedInfo,
	handle(call) {
		const { state, account, body, params } = call;
		const before = state.customers.get(params.orderNumber ?? '');
		const isOwn = before?.company === account.company && before.ordernumber === body.ordernumber;
		if (!isOwn || before.canceled) throw new CarrierError(400, NO_SUCH_ORDER);
		const info = { ...before, ...body, ...positionOf(call, before) };
		return infoAnswer(call, 200, 'Update ok', state.customers.put(info.orderNumber, info));
	},
});

/** DI9: 202 sounds like success, yet nothing was cancelled. Otherwise the driver is cancelled as well. */
function cancel({ state, account, params }: InfoCall): Answer {
	const info = state.customers.get(params.orderNumber ?? '');
	if (info === undefined) throw new CarrierError(400, NO_SUCH_ORDER);
	if (info.company !== account.company) throw unauthorized();
	const trip = state.orders.get(info.driverOrder ?? '');
	const booked = trip?.state === 'booked' ? trip : undefined;
	if (booked !== undefined && minutesLeft(state, booked) < state.settings.cancelLockMinutes)
		return new Answer(202, { error: false, canceled: false, message: LOCKED }, 'unchanged');
	if (state.settings.databaseDown) throw databaseError('continues');
	state.customers.put(info.orderNumber, { ...info, canceled: true });
	if (booked !== undefined) cancelTrip(state, booked);
	const body = { error: false, canceled: true, message: 'Cancellation ok,' };
	return new Answer(200, body, info.canceled ? 'unchanged' : 'changed');
}

export const infoRoutes: readonly Route[] = [
	create,
	update,
	{
		name: 'orderinfo.cancel',
		method: 'POST',
		path: '/api/v1/orderinfo/:company/:orderNumber/cancel',
		effect: 'write',
		handle: cancel,
	},
];
