import type { House } from '../frame/house';
import { Ledger } from '../frame/ledger';
import type { Random } from '../frame/random';
import { BRIDGE, sandboxClients, sandboxConnections } from './clients';
import type {
	HubriseAccount,
	HubriseClient,
	HubriseConnection,
	HubriseLocation,
	HubriseOrder,
	HubriseQuote,
	HubriseSettings,
	HubriseBooking,
} from './desk.types';
import { EventOffice } from './eventOffice';
import type { Grant } from './grant';
import { Limiter } from './limits';
import { sandboxAccounts, sandboxLocations } from './places';

export interface HubriseState {
	house: House;
	accounts: HubriseAccount[];
	locations: HubriseLocation[];
	clients: HubriseClient[];
	connections: HubriseConnection[];
	settings: HubriseSettings;
	orders: Ledger<string, HubriseOrder>;
	/** By the id of the order: it has one at most. */
	deliveries: Ledger<string, HubriseBooking>;
	quotes: Ledger<string, HubriseQuote>;
	events: EventOffice;
	limiter: Limiter;
	/** Codes of the authorise page, until they are used. */
	grants: Map<string, Grant>;
	lag: Random;
	newId(): string;
	newToken(): string;
	nextSeq(): number;
}

export function openState(house: House): HubriseState {
	const ids = house.random('hubrise.ids');
	const tokens = house.random('hubrise.tokens');
	const used = new Set<string>();
	let seq = 0;
	const settings = usualSettings();
	return {
		house,
		accounts: sandboxAccounts(),
		locations: sandboxLocations(),
		clients: sandboxClients(),
		connections: sandboxConnections(),
		settings,
		orders: new Ledger(house.clock.now),
		deliveries: new Ledger(house.clock.now),
		quotes: new Ledger(house.clock.now),
		events: new EventOffice(house, settings),
		limiter: new Limiter(),
		grants: new Map(),
		lag: house.random('hubrise.lag'),
		newId() {
			let id = ids.token(5).toLowerCase();
			while (used.has(id)) id = ids.token(5).toLowerCase();
			used.add(id);
			return id;
		},
		newToken: () => tokens.token(32),
		nextSeq: () => (seq += 1),
	};
}

function usualSettings(): HubriseSettings {
	return {
		lookUpLag: 0,
		fixedFields: 'refuse',
		writeAnswer: 'resource',
		eventStates: true,
		eventDeliveryId: true,
		eventItems: true,
		limits: { perMinute: 500, perHour: 2_500, perDay: 10_000, heavyPerMinute: 10 },
		retryMinutes: [1, 2, 4, 8, 16, 32],
		callbackTimeoutMs: 20_000,
		consent: 'allow',
		consentLocation: '3r4s3-1',
		codeMinutes: 10,
		ridersClient: BRIDGE,
		ridersMoveOrders: true,
	};
}
