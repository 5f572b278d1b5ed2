import type { House } from '../frame/house';
import { Ledger } from '../frame/ledger';
import type { Random } from '../frame/random';
import { sandboxAccounts } from './accounts';
import type { CustomerInfo, DeliveritAccount, DeliveritSettings, DriverOrder } from './desk.types';

export interface DeliveritState {
	house: House;
	accounts: DeliveritAccount[];
	settings: DeliveritSettings;
	/** By the token in their URLs. */
	orders: Ledger<string, DriverOrder>;
	/** By DeliverIt's own order number. */
	customers: Ledger<string, CustomerInfo>;
	lag: Random;
	newOrderId(): number;
	newToken(): string;
	newOrderNumber(): string;
}

export function openState(house: House): DeliveritState {
	const random = house.random('deliverit.ids');
	let orderId = random.whole(10_000, 90_000);
	return {
		house,
		accounts: sandboxAccounts(),
		settings: {
			openingHours: { from: '08:00', to: '23:00' },
			closed: false,
			push: { kind: 'never' },
			pushExpiryMinutes: 5,
			cancelLockMinutes: 15,
			servedArea: { south: 54.5, north: 57.8, west: 8, east: 12.8 },
			periodBy: 'pickup',
			lookUpLag: 0,
			databaseDown: false,
		},
		orders: new Ledger(house.clock.now),
		customers: new Ledger(house.clock.now),
		lag: house.random('deliverit.lag'),
		newOrderId: () => (orderId += random.whole(1, 5)),
		newToken: () => random.token(20),
		newOrderNumber: () => random.token(15),
	};
}
