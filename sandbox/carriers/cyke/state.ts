import type { House } from '../frame/house';
import { Ledger } from '../frame/ledger';
import type { Random } from '../frame/random';
import { sandboxAccounts } from './accounts';
import type { CykeAccount, CykeDelivery, CykeSettings } from './desk.types';
import { WebhookOffice } from './webhookOffice';

export interface CykeState {
	house: House;
	accounts: CykeAccount[];
	settings: CykeSettings;
	deliveries: Ledger<number, CykeDelivery>;
	webhooks: WebhookOffice;
	lag: Random;
	newId(): number;
	newToken(): string;
}

export function openState(house: House): CykeState {
	const ids = house.random('cyke.ids');
	const tokens = house.random('cyke.tokens');
	const settings: CykeSettings = {
		v1: false,
		openingHours: { from: '08:00', to: '20:00' },
		servedArea: ['75', '92', '93', '94'],
		lookUpLag: 0,
		pictureForm: 'url',
		signatureForm: 'object',
		retryMinutes: [1, 5, 15],
		webhookTimeoutMs: 10_000,
	};
	let id = ids.whole(1_000, 90_000);
	return {
		house,
		accounts: sandboxAccounts(),
		settings,
		deliveries: new Ledger(house.clock.now),
		webhooks: new WebhookOffice(house, settings),
		lag: house.random('cyke.lag'),
		// Ids are counted over all customers of Cyke, so one customer sees gaps.
		newId: () => (id += ids.whole(1, 7)),
		newToken: () => tokens.token(24),
	};
}

export function accountOf(state: CykeState, email?: string): CykeAccount {
	const account = email === undefined ? state.accounts[0] : state.accounts.find((other) => other.email === email);
	if (account === undefined) throw new Error(`No Cyke account is called ${email}`);
	return account;
}
