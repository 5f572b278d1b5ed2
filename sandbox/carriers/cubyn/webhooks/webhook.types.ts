import type { Moment } from '../../framework/clock.types';

export type CubynParcelEvent =
	| 'parcel:deleted'
	| 'parcel:cancelled'
	| 'parcel:picked'
	| 'parcel:shipped'
	| 'parcel:carrier-status:changed';

export type CubynEventName = CubynParcelEvent | 'stock:updated' | 'product.stock.updated';

/** One call to one application: stock events name themselves nowhere in the body. */
export interface CubynEvent {
	name: CubynEventName;
	applicationId: number;
	body: Record<string, unknown>;
}

export interface CubynAttempt {
	at: Moment;
	webhook: number;
	event: CubynEvent;
	/** Status answered, or why there was none. */
	outcome: number | 'timeout' | 'unreachable';
}

/** The address and the events that an application was given in the shipper app: one each. */
export interface CubynWebhook {
	readonly applicationId: number;
	readonly url: string;
	readonly events: readonly CubynEventName[];
}

export interface CubynWebhooks {
	/** `application` is a key; by default the first one. Replaces what that application had. */
	register(input: { url: string; events?: readonly CubynEventName[]; application?: string }): CubynWebhook;
	readonly registered: readonly CubynWebhook[];
	remove(webhook: CubynWebhook): void;
	/** Every event made for an application, oldest first, whether or not anybody listened. */
	readonly events: readonly CubynEvent[];
	readonly attempts: readonly CubynAttempt[];
	/** Sends an event once more. Default: the last one. */
	repeat(event?: CubynEvent): void;
	/** Holds events back until `release`. */
	hold(): void;
	release(order?: 'original' | 'reversed' | 'shuffled'): void;
	/** The documented self-test: a parcel of three fields. */
	sendTest(event: CubynParcelEvent, parcel?: { id?: string; orderRef?: string; status?: string }): void;
}
