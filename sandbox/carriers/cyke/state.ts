import type { SandboxContext } from '../framework/context';
import { VersionedStore } from '../framework/versioned-store';
import { sandboxAccounts } from './accounts';
import type { CykeAccount, CykeDelivery, CykeSettings } from './backoffice.types';
import { WebhookDispatcher } from './webhook-dispatcher';

export interface CykeState {
	context: SandboxContext;
	accounts: CykeAccount[];
	settings: CykeSettings;
	deliveries: VersionedStore<number, CykeDelivery>;
	webhooks: WebhookDispatcher;
	newId(): number;
	newToken(): string;
}

export function createState(context: SandboxContext): CykeState {
	const ids = context.random('cyke.ids');
	const tokens = context.random('cyke.tokens');
	const settings: CykeSettings = {
		v1: false,
		openingHours: { from: '08:00', to: '20:00' },
		servedArea: ['75', '92', '93', '94'],
		reportsPickUp: true,
		savedAddressForm: 'object',
		idForm: 'number',
		pictureForm: 'url',
		signatureForm: 'object',
		retryMinutes: [1, 5, 15],
		webhookTimeoutMs: 10_000,
		webhookPauseMinutes: 60,
	};
	let id = ids.integer(1_000, 90_000);
	return {
		context,
		accounts: sandboxAccounts(),
		settings,
		deliveries: new VersionedStore(context.clock.now),
		webhooks: new WebhookDispatcher(context, settings),
		// Ids are counted over all customers of Cyke, so one customer sees gaps.
		newId: () => (id += ids.integer(1, 7)),
		newToken: () => tokens.token(24),
	};
}

export function accountOf(state: CykeState, email?: string): CykeAccount {
	const account = email === undefined ? state.accounts[0] : state.accounts.find((other) => other.email === email);
	if (account === undefined) throw new Error(`No Cyke account is called ${email}`);
	return account;
}
