import type { House } from '../frame/house';
import { Ledger } from '../frame/ledger';
import type { Random } from '../frame/random';
import type { CubynAccount, CubynSettings } from './account.types';
import { sandboxAccounts } from './accounts';
import type { CubynClaim } from './claims/claim.types';
import type { CubynCollect } from './collects/collect.types';
import type { CubynAttachment, CubynStoredFile } from './files/file.types';
import { makeNumbers, type Numbers } from './numbers';
import type { CubynInboundDelivery, CubynInboundOrder } from './inbound/inbound.types';
import type { CubynParcel } from './parcels/parcel.types';
import { sandboxSettings } from './settings';
import { seedStock } from './stock/seedStock';
import type { CubynLot, CubynProduct } from './stock/stock.types';
import { WebhookOffice } from './webhooks/office';

export interface CubynState extends Numbers {
	house: House;
	accounts: CubynAccount[];
	settings: CubynSettings;
	parcels: Ledger<number, CubynParcel>;
	collects: Ledger<number, CubynCollect>;
	attachments: Ledger<number, CubynAttachment>;
	/** By their path in the vault. */
	files: Map<string, CubynStoredFile>;
	/** Who uploaded which key for a claim. */
	fileOwners: Map<string, number>;
	orders: Ledger<string, CubynInboundOrder>;
	deliveries: Ledger<string, CubynInboundDelivery>;
	products: Ledger<string, CubynProduct>;
	/** By a number of their own, for their ids change. */
	lots: Ledger<number, CubynLot>;
	/** Numbers of the lots of each product: a shop with ten thousand of either must not wait. */
	lotsByProduct: Map<string, number[]>;
	/** Id of a product by owner and SKU. */
	productsBySku: Map<string, string>;
	claims: Ledger<string, CubynClaim>;
	webhooks: WebhookOffice;
	lag: Random;
}

export function openState(house: House): CubynState {
	const settings = sandboxSettings();
	const { now } = house.clock;
	// What the shelves hold at first was there before the clock began.
	let opened = false;
	const sinceEver = () => (opened ? now() : 0);
	const state: CubynState = {
		...makeNumbers(house),
		house,
		accounts: sandboxAccounts(),
		settings,
		parcels: new Ledger(now),
		collects: new Ledger(now),
		attachments: new Ledger(now),
		files: new Map(),
		fileOwners: new Map(),
		orders: new Ledger(now),
		deliveries: new Ledger(now),
		products: new Ledger(sinceEver),
		lots: new Ledger(sinceEver),
		lotsByProduct: new Map(),
		productsBySku: new Map(),
		claims: new Ledger(now),
		webhooks: new WebhookOffice(house, settings),
		lag: house.random('cubyn.lag'),
	};
	seedStock(state);
	opened = true;
	return state;
}

/** What the carrier does by itself some time later; at once where no time is set for it. */
export function settle(state: CubynState, afterMs: number, work: () => void): void {
	if (afterMs <= 0) work();
	else state.house.clock.at(state.house.clock.now() + afterMs, work);
}

/** What a test asks for by its id must be there. */
export function known<T>(found: T | undefined, name: string): T {
	if (found === undefined) throw new Error(`Cubyn has no ${name}`);
	return found;
}
