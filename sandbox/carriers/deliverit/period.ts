import { DateTime } from 'luxon';
import type { Moment } from '../frame/clock.types';
import { lookUpMoment } from '../frame/lag';
import type { DriverOrder } from './desk.types';
import { assertNoBody, shopRoute } from './guard';
import { driverLink } from './links';
import { Refusal } from './refusal';
import { phpDate, wallDate, wallDateTime, wallTime } from './time';

/** DI6: proposals that nobody accepted are no orders, so they are not in it. */
export const ordersOfPeriod = shopRoute({
	name: 'order.period',
	method: 'GET',
	path: '/api/v1/order/:company/:start/:end',
	effect: 'read',
	refusal: 'error',
	handle(call) {
		assertNoBody(call);
		const { state, visit, account, params } = call;
		const { start = '', end = '' } = params;
		const within = ({ pickupAt, createdAt }: DriverOrder) => {
			const day = wallDate(state.settings.periodBy === 'pickup' ? pickupAt : createdAt);
			return start <= day && day <= end;
		};
		const seen =
			isDate(start) && isDate(end)
				? state.orders
						.all(lookUpMoment(visit, state.settings.lookUpLag, state.lag))
						.filter((order) => order.company === account.company && order.listed && within(order))
				: [];
		if (seen.length === 0) throw new Refusal(404, 'No order is found. Are the dates correct?.');
		return Response.json({
			error: false,
			orders: seen.map((order) => orderView(order, visit.origin)),
			message: 'Here are the orders you are looking for',
		});
	},
});

function isDate(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid;
}

function orderView(order: DriverOrder, origin: string) {
	return {
		created_at: phpDate(order.createdAt),
		name: [order.firstname, order.lastname].filter((part) => part !== '').join(' '),
		telephone: `+45${order.telephone}`,
		address: order.street,
		city: order.city,
		zip: order.zip,
		remarks: order.remarks,
		deliveryPrice: String(order.price),
		pickupTime: wallTime(order.pickupAt),
		driverArrive: timeOrNot(order.driverArrive),
		driverLeft: timeOrNot(order.driverLeft),
		arriveAtCustomer: timeOrNot(order.arriveAtCustomer),
		done: timeOrNot(order.done),
		distance: String(order.distanceMetres),
		// Spelled so by DeliverIt.
		canceUrl: driverLink(origin, 'cancel', order.company, order.token),
		cancel: order.canceledAt === null ? 0 : 1,
		canceled_at: order.canceledAt === null ? '' : wallDateTime(order.canceledAt),
	};
}

function timeOrNot(moment: Moment | null): string {
	return moment === null ? 'N/A' : wallTime(moment);
}
