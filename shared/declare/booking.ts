import type { Action } from './action';
import type { Facts, Item } from './facts';
import type { JsonObject } from './json';

/** How a booking is found again by the reference its user gave. */
export interface Find<In> {
	/** Name of the input field that holds the reference. */
	reference?: string;
	/** What stands in for a reference where the carrier knows none: made of the input alone, the same for the same booking. */
	identity?(input: In): string;
	/** A read whose items are candidates. */
	action: Action;
	input(reference: string, input: In, facts: Facts): JsonObject;
	/** Is this candidate a live booking of that reference? Asked of the whole booking once more, where candidates are short. */
	matches(candidate: Item, reference: string, input: In, facts: Facts): boolean;
	/** Reads the whole booking where the candidates are short; `merge` keeps what only the candidate tells. */
	whole?: { action: Action; input(candidate: Item, input: In): JsonObject; merge?(candidate: Item, whole: Item): Item };
	/** Told from the whole booking: is it what was asked for? */
	same?(whole: Item, input: In, reference: string): boolean;
	/** Told from the whole booking: false for one that another has replaced. */
	live?(whole: Item, input: In): boolean;
	/** The carrier keeps one at most under a reference and refuses another (`already_exists`): nothing to look for after booking. */
	only?: boolean;
	/** Bookings under the same reference on which the look-up depends as well: it is believed once they had time to show, too. */
	dependsOn?: readonly Action[];
	/** Takes a booking back, for those who let doubles be undone. */
	undo?: { action: Action; input(booking: Item): JsonObject };
	/** What was asked and what is there, where they can be compared: label, asked, found. */
	compare?(input: In, found: Item): readonly Comparison[];
}

/**
 * A booking that cannot be looked up, but of which the carrier itself refuses a second one with the same
 * reference (failure `already_exists`). A doubtful request is sent again: the refusal says that it arrived.
 */
export interface Repeated<In> {
	/** Name of the input field that holds the reference. */
	reference: string;
	/** What is known of the booking that is there. `created`: what was asked, without what only the lost answer told. */
	item(input: In, facts: Facts, outcome: 'created' | 'found'): Item;
	/** What the user has to do without, said on the item. */
	unseen: string;
}

export interface Comparison {
	label: string;
	asked: string;
	found: string;
}
