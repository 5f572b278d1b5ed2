import type { Action } from './action';
import type { Item } from './facts';
import type { JsonObject } from '../json';

/** Values for a drop-down, read from the carrier. */
export interface ChoiceList {
	title: string;
	action: Action;
	/** A function for a list where only recent items matter. It gets the clock in milliseconds. */
	input: JsonObject | ((now: number) => JsonObject);
	value(item: Item): string;
	label(item: Item): string;
	/** A page about the item, where the carrier has one. The value replaces `{id}`. */
	page?: string;
}

/** The input for reading the list now. */
export const choiceInput = ({ input }: ChoiceList, now: number): JsonObject =>
	typeof input === 'function' ? input(now) : input;
