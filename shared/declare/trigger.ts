import type { z } from 'zod/v4';

import type { Action, FileLink } from './action';
import type { Item } from './facts';
import type { Access } from './connection';
import type { Result } from './failure';
import type { JsonObject } from '../json';
import type { Subscription } from './subscription';

interface TriggerBase {
	/** camelCase, unique in the carrier. */
	id: string;
	/** Title Case: "Delivery Status Changed". */
	title: string;
	/** Completes "Triggers when …", without the final stop. */
	when: string;
	/** Singular of the output: "Delivery". */
	noun: string;
	covers: readonly string[];
	output: z.ZodObject;
	/** An item as this trigger emits it. */
	sample: Item;
	files?(item: Item): readonly FileLink[];
	/** Recent items that replace an event when a person wants a sample and there is no event. */
	recent?: RecentItems;
}

/** Recent items, in the format of an event. */
export interface RecentItems {
	action: Action;
	/** `now` in milliseconds since 1970. */
	input(now: number): JsonObject;
	/** Undefined for items the trigger would not emit. */
	toItem(item: Item): Item | undefined;
}

/** The filters a user may set. */
export interface TriggerFilter {
	field: string;
	label: string;
	help: string;
	options: readonly { value: string; label: string }[];
}

/** The changes a poll reports. */
type PollEmits =
	/** The first sight of a key. */
	| { emits: 'new' }
	/** The first sight of a key, and every change of its fingerprint. */
	| {
			emits: 'changed';
			/** No further change is expected. */
			isClosed(item: Item): boolean;
			/**
			 * For lists whose items never close: the number of newest items for a host that stores no state of ours.
			 */
			maxOpen?: number;
	  };

/** How much of the list a poll reads. */
type PollReads =
	| { reads: 'whole' }
	/** The list comes in pages with the newest first: pages are read until one is older than the span. */
	| { reads: 'newest'; horizonMs: number }
	/** `listInput` sets the span. */
	| {
			reads: 'period';
			/** Milliseconds after which even an open item is dropped. */
			horizonMs: number;
			/** How long before its time an item may be created. Milliseconds. */
			maxLeadMs: number;
	  };

/** Polls a list and reports new or changed items. */
export type PollTrigger = TriggerBase &
	PollEmits &
	PollReads & {
		kind: 'poll';
		/** Lists new and old items. */
		list: Action;
		/** Input of the list, given the oldest moment that is still open. Milliseconds. */
		listInput(span: { from: number; now: number; zone: string }): JsonObject;
		key(item: Item): string;
		/** Keys are long, and a shop has many at a time: the state holds a short one in place of each. */
		hasLongKeys?: boolean;
		/** Milliseconds. Orders items, and separates old from new ones. */
		createdAt(item: Item): number;
		/** The subject of a change. */
		fingerprint(item: Item): string;
		/**
		 * A closed item in the carrier's usual form, as its row shows it: the fields that the functions here look at, with
		 * the values that the reading would give them. Undefined for every other row. Most of a long list is closed and
		 * unchanged, and need not be read to be recognised.
		 */
		closedRow?(row: JsonObject, zone: string): Item | undefined;
		/** Milliseconds between an item's creation and its first listing, if more than some minutes. */
		listingLagMs?: number;
		/**
		 * For items created long before their due time: that time, never before the creation. An item ends at about
		 * this time, and the horizon counts from it. Milliseconds.
		 */
		dueAt?(item: Item): number;
		/** Reads the full item if the list is short. */
		readFull?: { action: Action; input(item: Item): JsonObject };
		/** Fields that make an emitted item unique. */
		primaryFields: readonly string[];
		filter?: TriggerFilter;
	};

/** Milliseconds after which even an open item is given up; undefined where the whole list is read. */
export const horizonOf = (trigger: PollTrigger): number | undefined =>
	trigger.reads === 'whole' ? undefined : trigger.horizonMs;

/** How long before its time an item may be created, where the list is read by periods. */
export const maxLeadOf = (trigger: PollTrigger): number => (trigger.reads === 'period' ? trigger.maxLeadMs : 0);

/** A webhook call as it arrived. */
export interface WebhookRequest {
	/** Lower-case names. */
	headers: Readonly<Record<string, string | undefined>>;
	/** As received, byte for byte. */
	body: string;
	/** The query of the call. For a repeated parameter, the first value counts. */
	query: Readonly<Record<string, string | undefined>>;
}

/** A read that fills in what an event leaves out. */
export interface Fill {
	action: Action;
	input: JsonObject;
	/** The event, built from the item that was read. */
	toEvent(item: Item): WebhookEvent;
}

/** Identifies an event when the carrier delivers it again. */
export type EventIdentity =
	/** The carrier's own id, opaque. */
	| { knownBy: 'id'; id: string }
	/**
	 * The event has no id, or one that is too coarse, so `id` is made from the content. The state may come back, so the
	 * event is a repeat only while it is the last event of that state.
	 */
	| { knownBy: 'state'; id: string; state: string }
	/** The same, but the event shows that the state has changed. Only an event with the same carrier id is a repeat. */
	| { knownBy: 'change'; id: string; state: string; change: string };

/** The content of an event. */
export type EventContent =
	/** A test, or an event that no trigger reports. */
	| { content: 'nothing' }
	| { content: 'item'; item: Item }
	/** The item's missing data is read first. The item is emitted even if nothing is found. */
	| { content: 'partial'; item: Item; fills: readonly Fill[] }
	/** Read first, one fill after the other until something is found. */
	| { content: 'unread'; fills: readonly Fill[] };

/** The type of an event that is not understood. It is emitted even if only some types are chosen. */
export const ANY_TYPE = '*';

/** An event that can be trusted: a webhook that passed its check, or one read from an inbox. */
export type WebhookEvent = EventIdentity &
	EventContent & {
		type: string;
		/** For events with an order: an event behind one of a higher rank of its subject is late. */
		order?: { subject: string; rank?: number };
		/** The same event for other triggers, which do not accept it as this type. */
		otherwise?: readonly WebhookEvent[];
	};

/** The same event with an item that needs no reading. */
export const withItem = (event: WebhookEvent, item: Item): WebhookEvent => ({ ...event, content: 'item', item });

export const itemOf = (event: WebhookEvent): Item | undefined =>
	event.content === 'item' || event.content === 'partial' ? event.item : undefined;

/** What a host calls the things that a person sets up. */
export interface SetupWords {
	/** "the Production URL under Webhook URLs above" */
	address: string;
	/** "credential" */
	connection: string;
}

export interface WebhookTrigger extends TriggerBase {
	kind: 'webhook';
	/** `carrierEvents`: names of the carrier's own events, where the subscription lists them. */
	events: readonly { value: string; label: string; carrierEvents?: readonly string[] }[];
	/**
	 * How a person connects the address at the carrier, one step a line; or what to know if the trigger registers it by
	 * itself.
	 */
	setupSteps(words: SetupWords): readonly string[];
	/** Set where the trigger registers its address at the carrier by itself. */
	subscription?: Subscription;
	/** Events that can be verified only with the connection's webhook secret. Without this list, all of them. */
	signedEvents?: readonly string[];
	/** Constant-time check of the raw call, then its event. */
	read(request: WebhookRequest, access: Access): Result<WebhookEvent>;
	/** The response statuses. They follow the carrier's retry rule. */
	responses: {
		accepted: number;
		forged: number;
		unreadable: number;
		/** For an event that cannot be completed now: makes the carrier send it again. */ retryLater?: number;
	};
}

/**
 * Where a carrier stores a connection's events until they are acknowledged. Everything that uses the connection reads
 * the same inbox.
 */
export interface Inbox {
	subscription: Subscription;
	/** The unacknowledged events, as short entries. */
	list: Action;
	acknowledge: { action: Action; input(entry: Item): JsonObject };
	id(entry: Item): string;
	/** Milliseconds; orders lines. */
	createdAt(entry: Item): number;
	/** An event that a trigger of this carrier emits. Other events belong to other apps and stay in the inbox. */
	isOurs(entry: Item): boolean;
	/** Least time between two readings of the list. */
	minIntervalMs: number;
}

/** Reads an inbox of events, and acknowledges them after they were emitted. */
export interface InboxTrigger extends TriggerBase {
	kind: 'inbox';
	inbox: Inbox;
	/** Names of the carrier's own events that it lives on. */
	carrierEvents: readonly string[];
	/** Undefined for an entry that belongs to another trigger. */
	read(entry: Item, access: Access): WebhookEvent | undefined;
	/** Fields that make an emitted item unique. */
	primaryFields: readonly string[];
	filter?: TriggerFilter;
	/**
	 * For events that come faster than they can be read: the later of two events of one subject, read in full, when the
	 * `leftOut` events between them need not be read. Undefined where one of those may matter.
	 */
	coalesce?(earlier: WebhookEvent, later: WebhookEvent, leftOut: number): WebhookEvent | undefined;
}

/** Triggers that a host polls. */
export type PollingTrigger = PollTrigger | InboxTrigger;
export type Trigger = PollingTrigger | WebhookTrigger;
