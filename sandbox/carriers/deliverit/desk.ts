import { placeOrder } from './bookDriver';
import { cancelOrder } from './cancelDriver';
import type { CustomerInfo, DeliveritDesk, DriverOrder } from './desk.types';
import { mark, step } from './driver';
import type { DeliveritState } from './state';

/** DeliverIt's own screens, as far as tests and the demo need them. */
export function openDesk(state: DeliveritState): DeliveritDesk {
	const trip = (token: string): DriverOrder => {
		const order = state.orders.get(token);
		if (order === undefined) throw new Error(`DeliverIt has no order ${token}`);
		return order;
	};
	const stored = (orderNumber: string): CustomerInfo => {
		const info = state.customers.get(orderNumber);
		if (info === undefined) throw new Error(`DeliverIt has no customer info ${orderNumber}`);
		return info;
	};
	return {
		accounts: state.accounts,
		settings: state.settings,
		get orders() {
			return state.orders.all();
		},
		get customers() {
			return state.customers.all();
		},
		order: (token) => state.orders.get(token),
		customer: (orderNumber) => state.customers.get(orderNumber),
		mark: (token, next) => mark(state, trip(token), next),
		bookDriverFor(orderNumber, pickupAt) {
			const info = stored(orderNumber);
			const account = state.accounts.find(({ company }) => company === info.company);
			if (account === undefined) throw new Error(`DeliverIt has no company ${info.company}`);
			const { name, street, zip, city, telephone, remarks, latitude, longitude } = info;
			const order = placeOrder(
				state,
				account,
				{ firstname: name, lastname: '', street, zip, city, telephone, remarks, latitude, longitude },
				{ asked: pickupAt, pickupAt, pushed: false },
			);
			state.customers.put(orderNumber, { ...info, driverOrder: order.token });
			return order;
		},
		cancelByStaff: (token) => cancelOrder(state, trip(token)),
		step: (token) => step(state, trip(token)),
	};
}
