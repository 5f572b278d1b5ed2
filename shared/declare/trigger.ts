import type { z } from 'zod/v4';

import type { Action, FileLink } from './action';
import type { Item } from './facts';
import type { Access } from './connection';
import type { Result } from './failure';
import type { JsonObject } from './json';
import type { Subscription } from './subscription';

interface TriggerWords {
	/** camelCase, unique in the carrier. */
	id: string;
	/** Title Case: "Delivery Status Changed". */
	title: string;
	/** Completes "Triggers when …", without the final stop. */
	when: string;
	/** Singular of what comes out: "Delivery". */
	noun: string;
	covers: readonly string[];
	output: z.ZodObject;
	/** An item as this trigger emits it. */
	sample: Item;
	files?(item: Item): readonly FileLink[];
	/** Stands in for an event where a person wants to see one and there is none. */
	recent?: Recent;
}

/** Recent things, shaped as an event would give them. */
export interface Recent {
	action: Action;
	/** `now` in milliseconds since 1970. */
	input(now: number): JsonObject;
	/** Undefined for what the trigger would not tell. */
	tell(item: Item): Item | undefined;
}

/** What a user may narrow a trigger to. */
export interface TriggerFilter {
	field: string;
	label: string;
	help: string;
	options: readonly { value: string; label: string }[];
}

/** Looks at a list again and again and reports what is new or has moved. */
export interface PollTrigger extends TriggerWords {
	kind: 'poll';
	/** `new`: first sight of a key. `changed`: first sight, and every change of the mark. */
	reports: 'new' | 'changed';
	/** Lists; newest and oldest alike. */
	list: Action;
	/** The list comes in pages with the newest first: what is older than the span need not be read. */
	newestFirst?: boolean;
	/** Input of the list, given the oldest moment that is still open. Milliseconds. */
	listInput(span: { from: number; now: number; zone: string }): JsonObject;
	key(item: Item): string;
	/** Milliseconds; orders items and tells old from new. */
	bornAt(item: Item): number;
	/** What a change is a change of. */
	mark(item: Item): string;
	/** No further change is expected. */
	closed(item: Item): boolean;
	/** Milliseconds after its birth at which an item may first be listed, where that is more than some minutes. */
	lateMs?: number;
	/** Milliseconds after which even an open item is given up, where the list can only be read in part. */
	horizonMs?: number;
	/** Where an item may be born long before its time: that time, never before its birth. What ends, ends about then, and the horizon counts from there. Milliseconds. */
	dueAt?(item: Item): number;
	/** How long before its time an item may be born, where the list can only be read in part. Milliseconds. */
	aheadMs?: number;
	/** Where nothing is ever closed: how many items, the newest first, a host gets that keeps no state of ours. */
	mostOpen?: number;
	/** Reads the whole item where the list is short. */
	whole?: { action: Action; input(item: Item): JsonObject };
	/** Fields that make an emitted item unique. */
	primary: readonly string[];
	filter?: TriggerFilter;
}

/** A webhook call as it arrived. */
export interface WebhookCall {
	/** Lower-case names. */
	headers: Readonly<Record<string, string | undefined>>;
	/** As received, byte for byte. */
	body: string;
	/** What the address was called with; a value given twice is its first. */
	query: Readonly<Record<string, string | undefined>>;
}

/** A read that fills in what an event leaves out. */
export interface Fill {
	action: Action;
	input: JsonObject;
	/** The event told from what was read. */
	told(item: Item): WebhookEvent;
}

/** An event that can be trusted: a webhook that passed its check, or one read from an inbox. */
export interface WebhookEvent {
	/** The carrier's own id of the event, opaque; where it gives none, made of the content. */
	id: string;
	type: string;
	/** Groups events that have an order among themselves. */
	subject?: string;
	/** Higher is later; events of one subject that fall behind are late. */
	rank?: number;
	/**
	 * Of an event whose id is made of its content: what it tells the state of. The same state may come back, so
	 * the event is a repeat only while nothing else has been told of it.
	 */
	state?: string;
	/** Of such an event that shows by itself that the state has changed: the carrier's own id. Only this very event again is a repeat, whatever was told last. */
	change?: string;
	/** The subject will not change again. */
	terminal?: boolean;
	/** Undefined for an event that carries nothing, such as a test. */
	item?: Item;
	/** What is to be read before it is told, tried one after the other until something is found. With an item it is told even if nothing is. */
	fills?: readonly Fill[];
}

export interface WebhookTrigger extends TriggerWords {
	kind: 'webhook';
	/** `needs`: names of the carrier's own events, where it is told which to send. */
	events: readonly { value: string; label: string; needs?: readonly string[] }[];
	/** How a person connects the address at the carrier, one step a line; or what to know where the trigger does it by itself. */
	directions: readonly string[];
	/** Where the trigger tells the carrier the address by itself. */
	subscription?: Subscription;
	/** Events that only the connection's webhook secret can vouch for; all of them where silent. */
	secretFor?: readonly string[];
	/** Constant-time check of the raw call, then what it says. */
	read(call: WebhookCall, access: Access): Result<WebhookEvent>;
	/** What to answer: the carrier's retry rule decides. */
	answers: { taken: number; forged: number; unreadable: number; /** For what cannot be filled in now: asks for it to come again. */ later?: number };
}

/** Where a carrier keeps a connection's events until they are acknowledged; everything that uses the connection reads the same one. */
export interface Inbox {
	subscription: Subscription;
	/** What is not acknowledged yet, as short lines. */
	list: Action;
	acknowledge: { action: Action; input(line: Item): JsonObject };
	id(line: Item): string;
	/** Milliseconds; orders lines. */
	bornAt(line: Item): number;
	/** An event that some trigger of this carrier tells. Others belong to somebody else and are left alone. */
	isOurs(line: Item): boolean;
	/** Least time between two readings of the list. */
	pauseMs: number;
}

/** Reads an inbox of events, and acknowledges them once they have been handed over. */
export interface InboxTrigger extends TriggerWords {
	kind: 'inbox';
	inbox: Inbox;
	/** Names of the carrier's own events that it lives on. */
	needs: readonly string[];
	/** Undefined for a line that is none of this trigger's. */
	read(line: Item, access: Access): WebhookEvent | undefined;
	/** Fields that make an emitted item unique. */
	primary: readonly string[];
	filter?: TriggerFilter;
}

/** Triggers that a host asks again and again. */
export type LookingTrigger = PollTrigger | InboxTrigger;
export type Trigger = LookingTrigger | WebhookTrigger;
