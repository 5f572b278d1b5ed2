import type { SandboxContext } from '../framework/context';
import { VersionedStore } from '../framework/versioned-store';
import type { CubynSettings } from './account.types';
import { sandboxAccounts } from './accounts';
import type { CubynClaim } from './claims/claim.types';
import type { CubynCollect } from './collects/collect.types';
import type { CubynAttachment, CubynStoredFile } from './files/file.types';
import { createIdGenerators, type IdGenerators } from './id-generators';
import type { CubynInboundDelivery, CubynInboundOrder } from './inbound/inbound.types';
import type { CubynParcel } from './parcels/parcel.types';
import { seedStock } from './stock/seed-stock';
import type { StockState } from './stock/stock-state';
import { WebhookDispatcher } from './webhooks/webhook-dispatcher';

export interface CubynState extends StockState, IdGenerators {
	parcels: VersionedStore<number, CubynParcel>;
	collects: VersionedStore<number, CubynCollect>;
	attachments: VersionedStore<number, CubynAttachment>;
	/** By their path in the vault. */
	files: Map<string, CubynStoredFile>;
	/** Who uploaded which key for a claim. */
	fileOwners: Map<string, number>;
	orders: VersionedStore<string, CubynInboundOrder>;
	deliveries: VersionedStore<string, CubynInboundDelivery>;
	claims: VersionedStore<string, CubynClaim>;
	webhooks: WebhookDispatcher;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MEGABYTE = 1024 * 1024;

function defaultSettings(): CubynSettings {
	return {
		validationMs: 4 * SECOND,
		cancellationMs: 20 * SECOND,
		labelMs: 2 * SECOND,
		linkMs: 5 * MINUTE,
		claimMs: 60 * MINUTE,
		attachmentMaxBytes: 2 * MEGABYTE,
		fileMaxBytes: 5 * MEGABYTE,
		uniqueOrderRef: false,
		v3Statuses: 'v3',
		v3Quantity: 'quantity',
		staleLotStatus: false,
		claimAttachments: 'optional',
		tokensExpired: false,
		retryMinutes: [1, 2, 4],
		retryOn: '500',
		webhookTimeoutMs: 10 * SECOND,
	};
}

export function createState(context: SandboxContext): CubynState {
	const settings = defaultSettings();
	const { now } = context.clock;
	// The initial stock exists before the clock begins.
	let isSeeded = false;
	const seedTime = () => (isSeeded ? now() : 0);
	const state: CubynState = {
		...createIdGenerators(context),
		context,
		accounts: sandboxAccounts(),
		settings,
		parcels: new VersionedStore(now),
		collects: new VersionedStore(now),
		attachments: new VersionedStore(now),
		files: new Map(),
		fileOwners: new Map(),
		orders: new VersionedStore(now),
		deliveries: new VersionedStore(now),
		products: new VersionedStore(seedTime),
		lots: new VersionedStore(seedTime),
		lotsByProduct: new Map(),
		productsBySku: new Map(),
		claims: new VersionedStore(now),
		webhooks: new WebhookDispatcher(context, settings),
	};
	seedStock(state);
	isSeeded = true;
	return state;
}

/** The carrier's own delayed work. It runs at once if no delay is set. */
export function scheduleAfter(state: CubynState, afterMs: number, work: () => void): void {
	if (afterMs <= 0) work();
	else state.context.clock.runAt(state.context.clock.now() + afterMs, work);
}

/** An item that a test reads by its id must exist. */
export function required<T>(found: T | undefined, name: string): T {
	if (found === undefined) throw new Error(`Cubyn has no ${name}`);
	return found;
}
