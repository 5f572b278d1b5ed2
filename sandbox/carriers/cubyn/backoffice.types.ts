import type { CubynAccount, CubynSettings } from './account.types';
import type { CubynClaim, CubynClaimStatus } from './claims/claim.types';
import type { CubynCollect } from './collects/collect.types';
import type { CubynAttachment } from './files/file.types';
import type { CubynInboundDelivery, CubynInboundOrder } from './inbound/inbound.types';
import type { CubynMishap, CubynParcel, CubynParcelStatus, CubynWarehouseGroup } from './parcels/parcel.types';
import type { CubynLot, CubynProduct } from './stock/stock.types';
import type { CubynWebhooks } from './webhooks/webhook.types';

export type * from './account.types';
export type * from './claims/claim.types';
export type * from './collects/collect.types';
export type * from './files/file.types';
export type * from './inbound/inbound.types';
export type * from './parcels/parcel.types';
export type * from './stock/stock.types';
export type * from './webhooks/webhook.types';

export interface CubynBackoffice {
	readonly accounts: readonly CubynAccount[];
	readonly settings: CubynSettings;
	readonly parcels: readonly CubynParcel[];
	readonly collects: readonly CubynCollect[];
	readonly attachments: readonly CubynAttachment[];
	readonly orders: readonly CubynInboundOrder[];
	readonly deliveries: readonly CubynInboundDelivery[];
	readonly products: readonly CubynProduct[];
	readonly lots: readonly CubynLot[];
	readonly claims: readonly CubynClaim[];
	readonly webhooks: CubynWebhooks;
	parcel(id: number): CubynParcel | undefined;
	order(id: string): CubynInboundOrder | undefined;
	/** By SKU. Defaults to the first account. */
	product(sku: string, account?: number): CubynProduct | undefined;
	/** A parcel made in the shipper app: same rules and same body as a create. `application` is a key. */
	book(body: unknown, application?: string): CubynParcel;
	/** Moves a parcel along; emits the event and moves the goods. Refuses a step that cannot be, unless forced. */
	setStatus(id: number, status: CubynParcelStatus, options?: { force?: boolean }): CubynParcel;
	/** What will go wrong with this one. */
	setMishap(id: number, mishap: CubynMishap): CubynParcel;
	/** Cancelled by Cubyn's own people, at once. */
	cancel(id: number): CubynParcel;
	/** Moves one parcel on as its current holder would. False when nothing is left to do. */
	step(id: number): boolean;
	/** Unloads a validated order, then stores it. False when there is nothing to do. */
	stepOrder(id: string): boolean;
	/** An order of goods that came back: same body as a create. */
	returnOrder(body: unknown): CubynInboundOrder;
	/** Adds stock as if it had been received. Creates the lot if it does not exist. */
	addStock(
		sku: string,
		available: number,
		lot?: { reference?: string; date?: string; warehouse?: CubynWarehouseGroup; damaged?: number },
	): CubynProduct;
	decideClaim(id: string, status: CubynClaimStatus, rejectedReason?: string): CubynClaim;
}
