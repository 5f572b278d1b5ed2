import type { Action } from './action';
import type { Item, Readings } from './facts';
import type { Connection } from './connection';
import type { JsonObject } from './json';
import type { Limit } from './limit';
import type { LookingTrigger, WebhookTrigger } from './trigger';

/** Values for a drop-down, read from the carrier. */
export interface ChoiceList {
	title: string;
	action: Action;
	/** Of a list that only its recent end is wanted of: told by the clock, in milliseconds. */
	input: JsonObject | ((now: number) => JsonObject);
	value(item: Item): string;
	label(item: Item): string;
	/** A page about the item, where the carrier has one; `{id}` stands for the value. */
	page?: string;
}

/** What the list is read with now. */
export const choiceInput = ({ input }: ChoiceList, now: number): JsonObject => (typeof input === 'function' ? input(now) : input);

export interface Resource {
	/** Title Case. */
	title: string;
	/** Lower case, for sentences. */
	one: string;
	many: string;
}

export interface Carrier {
	/** Lower case; also the name of its folder and the start of its keys on the hosts. */
	id: string;
	title: string;
	/** One sentence: who they are, where they drive. */
	about: string;
	/** The carrier's own documentation. */
	docs: string;
	/** Words a person may type when looking for it. */
	keywords: readonly string[];
	connection: Connection;
	/** Connections used in samples and tests, never real ones. */
	sampleConnections: Readonly<Record<string, JsonObject>>;
	resources: Readonly<Record<string, Resource>>;
	actions: readonly Action[];
	polls: readonly LookingTrigger[];
	webhooks: readonly WebhookTrigger[];
	choices: Readonly<Record<string, ChoiceList>>;
	/** What statuses mean for every action that does not say otherwise. */
	readings: Readings<unknown>;
	/** Requests the carrier allows, or a polite figure where it publishes none. */
	limit: Limit;
	/** The number prefix of its documented endpoints and how many there are. */
	endpoints: { prefix: string; count: number; leftOut: Readonly<Record<string, string>> };
}
