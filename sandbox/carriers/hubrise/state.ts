import type { Moment } from '../framework/clock.types';
import type { SandboxContext } from '../framework/context';
import { VersionedStore } from '../framework/versioned-store';
import { BRIDGE, sandboxClients, sandboxConnections } from './clients';
import type {
	HubriseAccount,
	HubriseClient,
	HubriseConnection,
	HubriseCustomer,
	HubriseCustomerList,
	HubriseLocation,
	HubriseLoyaltyCard,
	HubriseLoyaltyOperation,
	HubriseOrder,
	HubriseQuote,
	HubriseSettings,
	HubriseBooking,
} from './backoffice.types';
import { EventDispatcher } from './event-dispatcher';
import { Limiter } from './limits';
import { sandboxAccounts, sandboxCustomerLists, sandboxLocations } from './accounts';

/** The access that a person granted at the authorise page. */
export interface Grant {
	client: string;
	scope: string;
	location: string;
	device: string | null;
	redirectUri: string;
	expiresAt: Moment;
}

export interface HubriseState {
	context: SandboxContext;
	accounts: HubriseAccount[];
	locations: HubriseLocation[];
	customerLists: HubriseCustomerList[];
	clients: HubriseClient[];
	connections: HubriseConnection[];
	settings: HubriseSettings;
	orders: VersionedStore<string, HubriseOrder>;
	/** By the id of the order: it has one at most. */
	deliveries: VersionedStore<string, HubriseBooking>;
	quotes: VersionedStore<string, HubriseQuote>;
	customers: VersionedStore<string, HubriseCustomer>;
	cards: VersionedStore<string, HubriseLoyaltyCard>;
	operations: VersionedStore<string, HubriseLoyaltyOperation>;
	events: EventDispatcher;
	limiter: Limiter;
	/** Codes of the authorise page, until they are used. */
	grants: Map<string, Grant>;
	newId(): string;
	newToken(): string;
	nextSeq(): number;
}

export function createState(context: SandboxContext): HubriseState {
	const ids = context.random('hubrise.ids');
	const tokens = context.random('hubrise.tokens');
	const usedIds = new Set<string>();
	let seq = 0;
	const settings = defaultSettings();
	return {
		context,
		accounts: sandboxAccounts(),
		locations: sandboxLocations(),
		customerLists: sandboxCustomerLists(),
		clients: sandboxClients(),
		connections: sandboxConnections(),
		settings,
		orders: new VersionedStore(context.clock.now),
		deliveries: new VersionedStore(context.clock.now),
		quotes: new VersionedStore(context.clock.now),
		customers: new VersionedStore(context.clock.now),
		cards: new VersionedStore(context.clock.now),
		operations: new VersionedStore(context.clock.now),
		events: new EventDispatcher(context, settings),
		limiter: new Limiter(),
		grants: new Map(),
		newId() {
			let id = ids.token(5).toLowerCase();
			while (usedIds.has(id)) id = ids.token(5).toLowerCase();
			usedIds.add(id);
			return id;
		},
		newToken: () => tokens.token(32),
		nextSeq: () => (seq += 1),
	};
}

function defaultSettings(): HubriseSettings {
	return {
		fixedFields: 'refuse',
		writeResponse: 'resource',
		uniquePrivateRefs: true,
		deliveryInOrder: 'fields',
		otherCurrencies: 'refuse',
		unknownGuest: 'object',
		newerOrderFields: true,
		normalMode: 'normal',
		retryAfter: true,
		locationUpdates: true,
		eventStates: true,
		eventDeliveryId: true,
		eventItems: true,
		limits: { perMinute: 500, perHour: 2_500, perDay: 10_000, heavyPerMinute: 10 },
		retryMinutes: [1, 2, 4, 8, 16, 32],
		callbackTimeoutMs: 20_000,
		consent: 'allow',
		consentLocation: '3r4s3-1',
		codeMinutes: 10,
		couriersClient: BRIDGE,
		couriersMoveOrders: true,
	};
}
