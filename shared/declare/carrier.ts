import type { Action } from './action';
import type { Readings } from './facts';
import type { Connection } from './connection';
import type { JsonObject } from '../json';
import type { Limit } from './limit';
import { SHOP_ORDER, shopOrderResource, type ShopOrderDeclaration } from './shop-order';
import type { ChoiceList } from './choice-list';
import type { PollingTrigger, Trigger, WebhookTrigger } from './trigger';

export type { ChoiceList } from './choice-list';

export interface Resource {
	/** Title Case. */
	title: string;
	/** Lower case, for sentences. */
	singular: string;
	plural: string;
}

/** How n8n's node search finds the carrier. The codex files of its nodes are generated from this. */
export interface SearchWords {
	/** n8n's own categories. */
	categories: readonly string[];
	/** Search terms: what the carrier does, where, and its other names. */
	aliases: readonly string[];
}

/** A demand of Zapier's review that the carrier's app does not meet, on purpose. */
export interface ReviewException {
	/** Number of the demand: "D026". */
	rule: string;
	/**
	 * Path in the carrier's own app: "authentication.base_url". In an app of several carriers the carrier's id precedes
	 * the key.
	 */
	where: string;
	reason: string;
}

/** Where a carrier shows the webhook secret, if a person pastes the address into its settings. */
export type PastedWebhook = { secretIn: 'header' | 'query'; name: string };

/** The declaration of a carrier: everything that the hosts, docs, reviews and tests need. */
export interface CarrierDeclaration {
	/** Lower case; also the name of its folder and the start of its keys on the hosts. */
	id: string;
	title: string;
	/** One sentence: who they are and where they deliver. */
	description: string;
	/** The carrier's own documentation. */
	docs: string;
	search: SearchWords;
	connection: Connection;
	/** Connections used in samples and tests, never real ones. */
	sampleConnections: Readonly<Record<string, JsonObject>>;
	resources: Readonly<Record<string, Resource>>;
	actions: readonly Action[];
	triggers: readonly Trigger[];
	/** Only if a person pastes the address of a webhook trigger at the carrier. */
	pastedWebhook?: PastedWebhook;
	choices: Readonly<Record<string, ChoiceList>>;
	/** What statuses mean for every action that does not declare its own. */
	readings: Readings<unknown, never>;
	/** Requests the carrier allows, or a moderate figure if it documents none. */
	limit: Limit;
	/** The number prefix of its documented endpoints and how many there are. */
	endpoints: { prefix: string; count: number; excluded: Readonly<Record<string, string>> };
	review?: readonly ReviewException[];
	/** Only if a shop's order can be booked: how. The steps for it are among the actions. */
	shopOrder?: ShopOrderDeclaration;
}

export interface Carrier extends CarrierDeclaration {
	/** The polling triggers. */
	pollingTriggers: readonly PollingTrigger[];
	/** The webhook triggers. */
	webhookTriggers: readonly WebhookTrigger[];
}

/**
 * The tests check that a declaration is sound (test/conformance/contract.test.ts), so a host need not check at each
 * start.
 */
export const defineCarrier = (declaration: CarrierDeclaration): Carrier => ({
	...declaration,
	resources: {
		...declaration.resources,
		...(declaration.shopOrder ? { [SHOP_ORDER]: shopOrderResource } : {}),
	},
	pollingTriggers: declaration.triggers.filter((trigger) => trigger.kind !== 'webhook'),
	webhookTriggers: declaration.triggers.filter((trigger) => trigger.kind === 'webhook'),
});
