import { Answer, CarrierError, withBody, type OwnCall, type SimpleRoute } from '../framework/simple-carrier';
import type { DeliveritAccount, DriverOrder, RemarksForm } from './backoffice.types';
import { newTrip, position } from './fields';
import { assertServed, drivingMetres, drivingTime, kilometres, priceFor } from './geography';
import { unauthorized, type DeliveritState } from './state';
import { isDate, isOpenAt, phpDate, readTime, wallDate, wallDateTime, wallTime } from './time';
import { cancelTrip, minutesLeft, offeredTime, placeTrip } from './trips';

export type Route = SimpleRoute<DeliveritState, DeliveritAccount>;
type DriverCall = OwnCall<DeliveritState, DeliveritAccount>;

export const CLOSED = 'Sorry. DeliverIt is closed.';
const TOO_LATE = 'You cannot accept this anymore. Time limit reached or order does not exist. Please create new order';
const ON_THE_WAY = 'You cannot cancel this order. The driver is on the way. Contact DeliverIt +45 93 866 766';

/** The documented answers link orders over plain http on the production host, and over https elsewhere. */
function driverLink({ exchange: { origin } }: DriverCall, verb: string, { company, token }: DriverOrder): string {
	const base = origin === 'https://butik.deliverit.dk' ? 'http://butik.deliverit.dk' : origin;
	return `${base}/api/v1/orderdriver/${verb}/${company}/${token}`;
}

const linked = ({ state, params }: DriverCall) => state.orders.get(params.id ?? '');
const isForeign = (order: DriverOrder, { account }: DriverCall) => order.company !== account.company;

/** DI2 */
const create = withBody<DeliveritState, DeliveritAccount, typeof newTrip>({
	name: 'orderdriver.create',
	method: 'POST',
	path: '/api/v1/orderdriver/create',
	effect: 'write',
	body: newTrip,
	handle(call) {
		const { state, account, body } = call;
		const { settings, clock } = state;
		assertServed(body, settings);
		const requestedAt = readTime(body.time, clock.now());
		if (!isOpenAt(requestedAt, settings)) throw new CarrierError(400, CLOSED);
		if (settings.noDriver)
			return new Answer(201, { DeliverItOpen: true, order_driver: false, message: 'No driver' }, 'unchanged');
		const pickupAt = offeredTime(requestedAt, settings.push, state.orders.all(), clock.now());
		const order = placeTrip(state, account, body, requestedAt, pickupAt);
		return {
			DeliverItOpen: true,
			order_driver: true,
			push: order.state === 'pushed',
			DeliveryPrice: String(order.price),
			DeliveryDistance: String(order.distanceMetres),
			time: wallTime(order.pickupAt),
			arrive_at_customer: wallTime(order.expectedAtCustomer),
			order_id: order.orderId,
			acceptUrl: driverLink(call, 'accept', order),
			denyUrl: driverLink(call, 'deny', order),
			cancelUrl: driverLink(call, 'cancel', order),
		};
	},
});

/** DI3 */
function accept(call: DriverCall): Answer {
	const { orders } = call.state;
	const order = linked(call);
	if (order !== undefined && isForeign(order, call)) throw unauthorized();
	if (order?.state === 'booked') {
		const message = 'You have already accepted this trip or it has not been pushed. Nothing to do';
		const cancelurl = driverLink(call, 'cancel', order);
		return new Answer(200, { DeliverItOpen: true, order_driver: false, message, cancelurl }, 'unchanged');
	}
	if (order?.state !== 'pushed') throw new CarrierError(400, TOO_LATE);
	orders.put(order.token, { ...order, state: 'booked', listed: true });
	const time = wallTime(order.pickupAt);
	return new Answer(202, {
		DeliverItOpen: true,
		order_driver: true,
		time,
		arriveAtCustomer: wallTime(order.expectedAtCustomer),
		message: `The trip is saved and the driver will arrive at restaurant at ${time}`,
		cancelurl: driverLink(call, 'cancel', order),
	});
}

/** DI4: another shop's order is a 400 here, not a 401. */
function deny(call: DriverCall): Answer {
	const order = linked(call);
	if (order === undefined || isForeign(order, call) || order.listed) throw unauthorized(400);
	if (order.state === 'pushed') call.state.orders.put(order.token, { ...order, state: 'denied' });
	const effect = order.state === 'pushed' ? 'changed' : 'unchanged';
	return new Answer(200, { error: false, message: 'The order is now canceled' }, effect);
}

/** DI5: impossible in the last 15 minutes, although another page gives 20. */
function cancel(call: DriverCall): Answer {
	const { state } = call;
	const order = linked(call);
	if (order === undefined || isForeign(order, call)) throw unauthorized();
	const isBooked = order.state === 'booked';
	if (isBooked && minutesLeft(state, order) <= state.settings.cancelLockMinutes)
		throw new CarrierError(400, ON_THE_WAY);
	const isLive = isBooked || order.state === 'pushed';
	if (isLive) cancelTrip(state, order);
	const body = { error: false, message: 'Okay, the order is canceled' };
	return new Answer(200, body, isLive ? 'changed' : 'unchanged');
}

const remarksForms: Record<RemarksForm, (remarks: string) => string> = {
	unchanged: (remarks) => remarks,
	escaped: (remarks) => remarks.replace(/[&<>"'[\]]/g, (letter) => `&#${letter.charCodeAt(0)};`),
	cut: (remarks) => remarks.slice(0, 8),
	spaced: (remarks) => `  ${remarks.replaceAll(' ', '   ')} `,
	capitals: (remarks) => remarks.toUpperCase(),
	empty: () => '',
};

const timeOrNa = (moment: number | null): string => (moment === null ? 'N/A' : wallTime(moment));

const listedOrder = (order: DriverOrder, call: DriverCall) => ({
	created_at: phpDate(order.createdAt),
	name: [order.firstname, order.lastname].filter((part) => part !== '').join(' '),
	telephone: `+45${order.telephone}`,
	address: order.street,
	city: order.city,
	zip: order.zip,
	remarks: remarksForms[call.state.settings.remarksForm](order.remarks),
	deliveryPrice: String(order.price),
	pickupTime: wallTime(order.pickupAt),
	driverArrive: timeOrNa(order.driverArrive),
	driverLeft: timeOrNa(order.driverLeft),
	arriveAtCustomer: timeOrNa(order.arriveAtCustomer),
	done: timeOrNa(order.done),
	distance: String(order.distanceMetres),
	// Spelled so by DeliverIt.
	canceUrl: driverLink(call, 'cancel', order),
	cancel: order.canceledAt === null ? 0 : 1,
	canceled_at: order.canceledAt === null ? '' : wallDateTime(order.canceledAt),
});

/** DI6: an empty period is a 404. */
function list(call: DriverCall) {
	const { state, asOf, account } = call;
	const { start = '', end = '' } = call.params;
	const { periodBy, listsProposals } = state.settings;
	const found = state.orders.all(asOf).filter((order) => {
		const day = wallDate(periodBy === 'pickup' ? order.pickupAt : order.createdAt);
		const isListed = order.listed || (listsProposals && order.state === 'pushed');
		return order.company === account.company && isListed && start <= day && day <= end;
	});
	if (found.length === 0 || !isDate(start) || !isDate(end))
		throw new CarrierError(404, 'No order is found. Are the dates correct?.');
	const orders = found.map((order) => listedOrder(order, call));
	return { error: false, orders, message: 'Here are the orders you are looking for' };
}

/** DI10: the same words for both, so a missing longitude asks for the latitude, too. */
function price({ state, account, query }: DriverCall) {
	if (!query.latitude || !query.longitude) throw new CarrierError(400, 'Please send me the latitude');
	const read = position.safeParse(query);
	if (!read.success) throw new CarrierError(400, 'Latitude and longitude must be decimal numbers');
	assertServed(read.data, state.settings);
	const metres = drivingMetres(account, read.data);
	return {
		error: false,
		distance_in_km: kilometres(metres),
		estimated_delivery_time_in_minutes: drivingTime(metres) / 60_000,
		price_ex_vat: priceFor(metres),
	};
}

const answerRoute = (verb: string, handle: Route['handle']): Route => ({
	name: `orderdriver.${verb}`,
	method: 'POST',
	path: `/api/v1/orderdriver/${verb}/:company/:id`,
	effect: 'write',
	handle,
});

export const driverRoutes: readonly Route[] = [
	create,
	answerRoute('accept', accept),
	answerRoute('deny', deny),
	answerRoute('cancel', cancel),
	{ name: 'order.period', method: 'GET', path: '/api/v1/order/:company/:start/:end', effect: 'read', handle: list },
	{
		name: 'request.price',
		method: 'GET',
		path: '/api/v1/request/price',
		effect: 'read',
		query: ['longitude', 'latitude'],
		handle: price,
	},
];
