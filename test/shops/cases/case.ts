import { carriers } from '../../../shared/registry';
import type { JsonObject } from '../../../shared/json';

/** What a step must come to. Objects are parts of the item that the step gives. */
export type Wanted =
	| { booked: JsonObject }
	/** Booked before; nothing new is sent. */
	| { found: JsonObject }
	/** Booked before with other values, which the warnings quote. */
	| { different: readonly string[] }
	| { leftOut: string }
	/** Nothing is sent, and the message has these texts. */
	| { refused: readonly string[] };

export interface CaseStep {
	order: JsonObject;
	wanted: Wanted;
	/** Fields of the step besides the order. */
	input?: JsonObject;
}

/** Orders of one shop, one after the other, at one carrier. */
export interface ShopCase {
	/** The number of the kind, and which one of it. */
	title: string;
	shop: 'woocommerce' | 'shopify' | 'prestashop' | 'hubrise';
	carrier: 'cyke' | 'deliverit' | 'cubyn';
	steps: readonly CaseStep[];
}

export const one = (
	title: string,
	[shop, carrier]: readonly [ShopCase['shop'], ShopCase['carrier']],
	order: JsonObject,
	wanted: Wanted,
	input?: JsonObject,
): ShopCase => ({ title, shop, carrier, steps: [{ order, wanted, ...(input === undefined ? {} : { input }) }] });

export const byBike = ['woocommerce', 'cyke'] as const;
export const byDriver = ['shopify', 'deliverit'] as const;
export const byParcel = ['prestashop', 'cubyn'] as const;
export const fromTill = ['hubrise', 'cyke'] as const;

/** Is it an order that a carrier keeps itself, so that its own steps read it? */
export const isKeptByCarrier = (shop: string): boolean => carriers.some(({ id }) => id === shop);
