import type { z } from 'zod/v4';

import type { Action, FileLink, Item } from './action';
import type { Access } from './connection';
import type { Result } from './failure';
import type { JsonObject } from './json';

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
}

/** Looks at a list again and again and reports what is new or has moved. */
export interface PollTrigger extends TriggerWords {
	kind: 'poll';
	/** `new`: first sight of a key. `changed`: first sight, and every change of the mark. */
	reports: 'new' | 'changed';
	/** Lists; newest and oldest alike. */
	list: Action;
	/** Input of the list, given the oldest moment that is still open. Milliseconds. */
	listInput(span: { from: number; now: number; zone: string }): JsonObject;
	key(item: Item): string;
	/** Milliseconds; orders items and tells old from new. */
	bornAt(item: Item): number;
	/** What a change is a change of. */
	mark(item: Item): string;
	/** No further change is expected. */
	closed(item: Item): boolean;
	/** Milliseconds after which even an open item is given up, where the list can only be read in part. */
	horizonMs?: number;
	/** Reads the whole item where the list is short. */
	whole?: { action: Action; input(item: Item): JsonObject };
	/** Fields that make an emitted item unique. */
	primary: readonly string[];
	/** What a user may narrow the trigger to. */
	filter?: { field: string; label: string; help: string; options: readonly { value: string; label: string }[] };
}

/** A webhook call as it arrived. */
export interface WebhookCall {
	/** Lower-case names. */
	headers: Readonly<Record<string, string | undefined>>;
	/** As received, byte for byte. */
	body: string;
}

/** A webhook event that passed its check. */
export interface WebhookEvent {
	/** The carrier's own id of the event, opaque. */
	id: string;
	type: string;
	/** Groups events that have an order among themselves. */
	subject?: string;
	/** Higher is later; events of one subject that fall behind are late. */
	rank?: number;
	/** The subject will not change again. */
	terminal?: boolean;
	/** Undefined for an event that carries nothing, such as a test. */
	item?: Item;
}

export interface WebhookTrigger extends TriggerWords {
	kind: 'webhook';
	events: readonly { value: string; label: string }[];
	/** How a person connects the address at the carrier, one step a line. */
	directions: readonly string[];
	/** Constant-time check of the raw call, then what it says. */
	read(call: WebhookCall, access: Access): Result<WebhookEvent>;
	/** What to answer: the carrier's retry rule decides. */
	answers: { taken: number; forged: number; unreadable: number };
}

export type Trigger = PollTrigger | WebhookTrigger;
