import type { JsonObject } from '../json';
import type { Status } from '../delivery/status';

/** The delivery data a shop update uses. */
export interface DeliveryState {
	/** Title of the carrier, as customers read it. */
	carrier: string;
	id: string;
	reference: string | null;
	status: Status;
	reason: string | null;
	trackingNumber: string | null;
	trackingUrl: string | null;
	/** ISO 8601 with offset. */
	occurredAt: string | null;
	warnings: readonly string[];
	/** The booking was there before and describes something else: another address, or another shop's order. */
	differs: boolean;
}

/** What happened to an order at its carrier. */
export type DeliveryNews =
	| { kind: 'booked' | 'moved'; delivery: DeliveryState }
	/** The carrier or the check refused it for good: a person has to change the order. */
	| { kind: 'refused'; carrier: string; message: string }
	/** A courier is booked under the order's reference, and not for what the order says now. */
	| { kind: 'differs'; carrier: string; message: string }
	/** It is not known whether a courier is booked. */
	| { kind: 'unknown'; carrier: string; reference: string }
	/** A transient problem: the order stays unchanged and is tried again. */
	| { kind: 'later'; message: string };

/** One request to the shop's API. `path` comes after the shop's address. */
export interface ShopRequest {
	purpose: 'note' | 'customer_note' | 'status' | 'tracking' | 'event' | 'question';
	method: 'GET' | 'POST' | 'PUT' | 'PATCH';
	path: string;
	contentType: 'application/json' | 'text/xml';
	body: JsonObject | string | null;
}

/** The requests in their order; a question that must be answered first; or nothing, and why. */
export type ShopUpdate =
	| { outcome: 'send'; requests: readonly [ShopRequest, ...ShopRequest[]] }
	| {
			outcome: 'ask';
			request: ShopRequest;
			why: string;
			/** What an answer without content means for the order. */
			known?: JsonObject;
	  }
	| { outcome: 'nothing'; why: string };

/** The tracking methods of WooCommerce that a shop may have. */
export type WooTracking = 'fulfillments' | 'shipment_tracking' | 'advanced_shipment_tracking' | 'note';

export interface UpdateSettings {
	/** From which status on customers get the tracking link: a link that comes too early has to be taken back. */
	trackingFrom: 'booked' | 'picked_up';
	/** WooCommerce: chosen, or known from the answer of the shop's /wp-json. */
	wooTracking: WooTracking;
	/** WooCommerce: the statuses to write; null writes no status. */
	wooStatus: { delivered: string | null; trouble: string | null };
	/** Shopify's Admin API version. */
	shopifyVersion: string;
	/** PrestaShop's own state numbers; null writes no state. */
	prestashopStates: {
		booked: string | null;
		shipped: string | null;
		delivered: string | null;
		trouble: string | null;
		paid: readonly string[];
	};
}

export const defaultUpdateSettings: UpdateSettings = {
	trackingFrom: 'picked_up',
	wooTracking: 'note',
	wooStatus: { delivered: 'completed', trouble: 'on-hold' },
	shopifyVersion: '2026-01',
	prestashopStates: { booked: '3', shipped: '4', delivered: '5', trouble: null, paid: ['2', '11'] },
};
