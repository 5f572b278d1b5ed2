import type { ChoiceLine } from '../delivery/choice-line';
import type { Action } from './action';
import type { Item } from './facts';
import type { JsonObject } from '../json';

interface ListOfCarrier {
	title: string;
	action: Action;
	/** A function for a list where only recent items matter. It gets the clock in milliseconds. */
	input: JsonObject | ((now: number) => JsonObject);
	value(item: Item): string;
	/** A page about the item, where the carrier has one. The value replaces `{id}`. */
	page?: string;
}

/** Things with a name, such as package types, in the carrier's order. */
interface NamedList extends ListOfCarrier {
	label(item: Item): string;
}

/** Bookings and the like, shown as "date, customer, reference, status" and the newest first. */
interface DatedList extends ListOfCarrier {
	line(item: Item): ChoiceLine;
	/** The carrier lists the newest first, so its first pages are enough. */
	newestFirst?: true;
	/** The input that finds a reference, where the list above need not hold it. */
	byReference?(reference: string): JsonObject;
}

/** Values for a drop-down, read from the carrier. */
export type ChoiceList = NamedList | DatedList;

/** The input for reading the list now. */
export const choiceInput = ({ input }: ChoiceList, now: number): JsonObject =>
	typeof input === 'function' ? input(now) : input;
