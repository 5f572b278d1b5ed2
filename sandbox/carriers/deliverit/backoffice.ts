import type { CustomerInfo, DeliveritBackoffice, DriverOrder } from './backoffice.types';
import type { DeliveritState } from './state';
import { cancelTrip, moveOn, placeTrip, recordStep } from './trips';

/** DeliverIt's own screens, as far as tests and the demo need them. */
export function createBackoffice(state: DeliveritState): DeliveritBackoffice {
	const requireOrder = (token: string): DriverOrder => {
		const order = state.orders.get(token);
		if (order === undefined) throw new Error(`DeliverIt has no order ${token}`);
		return order;
	};
	const requireInfo = (orderNumber: string): CustomerInfo => {
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
		recordStep: (token, step) => recordStep(state, requireOrder(token), step),
		bookDriverFor(orderNumber, pickupAt) {
			const info = requireInfo(orderNumber);
			const account = state.accounts.find(({ company }) => company === info.company);
			if (account === undefined) throw new Error(`DeliverIt has no company ${info.company}`);
			const { name, street, zip, city, telephone, remarks, latitude, longitude } = info;
			const trip = {
				firstname: name,
				lastname: '',
				time: '',
				street,
				zip,
				city,
				telephone,
				remarks,
				latitude,
				longitude,
			};
			const order = placeTrip(state, account, trip, pickupAt, pickupAt);
			state.customers.put(orderNumber, { ...info, driverOrder: order.token });
			return order;
		},
		cancelByStaff: (token) => cancelTrip(state, requireOrder(token)),
		step: (token) => moveOn(state, requireOrder(token)),
	};
}
