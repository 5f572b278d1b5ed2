import type { OpeningHours, OrderAcceptance } from './location-body';

/** A business on HubRise; its locations share customers and catalogues. */
export interface HubriseAccount {
	readonly id: string;
	name: string;
	readonly currency: string;
	/** Not paid: every token of it answers 401. */
	suspended: boolean;
}

export interface HubriseLocation {
	/** Account id, a dash and a number. */
	readonly id: string;
	readonly account: string;
	name: string;
	readonly address: string;
	readonly postalCode: string;
	readonly city: string;
	readonly country: string;
	readonly timeZone: string;
	readonly catalog: { id: string; name: string };
	/** The list that is picked when a connection is made. */
	readonly customerList: { id: string; name: string };
	/** When and how it takes orders: what HR24 changes. */
	service: {
		cutoffTime: string;
		openingHours: OpeningHours | null;
		preparationTime: number;
		orderAcceptance: OrderAcceptance;
		customFields: Record<string, unknown>;
	};
	suspended: boolean;
}

/** A piece of software registered with HubRise. */
export interface HubriseClient {
	readonly id: string;
	readonly secret: string;
	readonly name: string;
}

export interface HubriseCallback {
	/** Null: the client polls for its events. */
	url: string | null;
	events: Record<string, string[]>;
}

/** What one access token gives access to. */
export interface HubriseConnection {
	readonly token: string;
	readonly client: string;
	readonly account: string;
	/** Null for a token that covers every location of the account. */
	readonly location: string | null;
	scope: string;
	/** A device of its own gets a token of its own. */
	readonly device: string | null;
	state: 'active' | 'revoked' | 'blocked';
	callback: HubriseCallback | null;
}

/** Who makes an order: a client, where it may. */
export type HubriseWriter = Pick<HubriseConnection, 'client' | 'account' | 'location' | 'scope'>;
