import type { Action } from './action';
import type { Item } from './facts';
import type { JsonObject } from '../json';

/** Which of a connection's events the carrier sends, and to which address. */
export interface Callback {
	/** Null: the carrier stores the events until they are read. */
	url: string | null;
	events: readonly string[];
}

/**
 * The carrier's own record of where a connection's events go, read and written by calls. There is one a connection,
 * and everything that uses the connection shares it.
 */
export interface Subscription {
	read: Action;
	/** Replaces the whole record. */
	write: Action;
	remove: Action;
	/** The callback in an item of `read`. */
	toCallback(item: Item): Callback;
	/** Input of `write`. */
	input(callback: Callback): JsonObject;
	/** Advice for when another app holds the record, in a sentence or two. */
	conflictAdvice: string;
	/** Label of the connection's field whose secret signs the events. */
	secretLabel: string;
}
