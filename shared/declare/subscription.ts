import type { Action } from './action';
import type { Item } from './facts';
import type { JsonObject } from './json';

/** Which of a connection's events the carrier hands on, and where to. */
export interface Callback {
	/** Null: it keeps them until somebody asks. */
	url: string | null;
	events: readonly string[];
}

/**
 * The carrier's own record of where a connection's events go, read and written by calls. There is one a connection,
 * and everything that uses the connection shares it.
 */
export interface Subscription {
	read: Action;
	/** Replaces what was there. */
	write: Action;
	remove: Action;
	/** What an item of `read` says. */
	held(item: Item): Callback;
	/** Input of `write`. */
	input(callback: Callback): JsonObject;
	/** What a person can do where somebody else holds it, in a sentence or two. */
	instead: string;
	/** Label of the connection's field whose secret signs the events. */
	secret: string;
}
