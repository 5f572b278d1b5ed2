import { CarrierError } from '../framework/carrier-error';
import type { Call } from '../framework/carrier';
import type { SandboxContext } from '../framework/context';
import { VersionedStore } from '../framework/versioned-store';
import type { CustomerInfo, DeliveritAccount, DeliveritSettings, DriverOrder } from './backoffice.types';

/** A restaurant in Odense, and a second shop whose orders are foreign to it. */
const sandboxAccounts = (): DeliveritAccount[] => [
	{
		username: 'shop@sandbox.example',
		password: 'deliverit-sandbox-1',
		company: 14,
		latitude: 55.3959,
		longitude: 10.3883,
	},
	{
		username: 'other@sandbox.example',
		password: 'deliverit-sandbox-2',
		company: 149,
		latitude: 56.1572,
		longitude: 10.2107,
	},
];

const defaultSettings = (): DeliveritSettings => ({
	openingHours: { from: '08:00', to: '23:00' },
	closed: false,
	push: { kind: 'never' },
	pushExpiryMinutes: 5,
	cancelLockMinutes: 15,
	servedArea: null,
	periodBy: 'pickup',
	listsProposals: false,
	remarksForm: 'unchanged',
	noDriver: false,
	databaseDown: false,
});

export type DeliveritState = ReturnType<typeof createState>;

export function createState(context: SandboxContext) {
	const random = context.random('deliverit.ids');
	let orderId = random.integer(10_000, 90_000);
	return {
		clock: context.clock,
		accounts: sandboxAccounts(),
		settings: defaultSettings(),
		/** By the token in their URLs. */
		orders: new VersionedStore<string, DriverOrder>(context.clock.now),
		/** By DeliverIt's own order number. */
		customers: new VersionedStore<string, CustomerInfo>(context.clock.now),
		newOrderId: () => (orderId += random.integer(1, 5)),
		newToken: () => random.token(20),
		newOrderNumber: () => random.token(15),
	};
}

/** For a call without valid credentials, and for another shop's order. */
export const unauthorized = (status = 401): CarrierError => new CarrierError(status, 'You should not be here');

export function accountOf({ state, exchange }: Call<DeliveritState>): DeliveritAccount | undefined {
	const header = exchange.request.headers.get('authorization') ?? '';
	const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/.exec(header)?.[1];
	const pair = Buffer.from(encoded ?? '', 'base64').toString('utf8');
	return state.accounts.find(({ username, password }) => pair === `${username}:${password}`);
}

/** Basic credentials on every call, because a login opens no session; and only one's own company in the path. */
export function authenticate(call: Call<DeliveritState>, route: string): DeliveritAccount {
	const account = accountOf(call);
	if (account === undefined) throw unauthorized();
	const { company = String(account.company) } = call.params;
	if (company !== String(account.company)) throw unauthorized(route === 'orderdriver.deny' ? 400 : 401);
	return account;
}
