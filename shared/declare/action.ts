import type { z } from 'zod/v4';

import type { Find, Repeated } from './booking';
import type { Access } from './connection';
import type { Draft, Facts, Given, Item, Readings } from './facts';
import type { FailureCode, Problem, Result } from './failure';
import type { Steps } from './flow';
import { formOf, type Form } from './form';
import type { JsonObject } from './json';
import type { Pages } from './pages';
import type { AnswerSample, AntiSample, Sample } from './sample';
import type { CallRequest } from './wire';

/**
 * What running twice would do. `read`: nothing. `repeatable`: the same as once (update, cancel, accept).
 * `booking`: a second courier, so it is sent again only when the first is proven not to exist.
 */
export type Effect = 'read' | 'repeatable' | 'booking';

/** A read that has to come first. */
export interface Need<In> {
	action: Action;
	/** The read's input, or undefined where this call can do without it. */
	input(input: In, access: Access): JsonObject | undefined;
	/** Milliseconds the answer may be kept for the same connection. */
	keepFor?: number;
}

/** A second call that the first one's answer asks for. */
export interface FollowUp {
	action: Action;
	input: JsonObject;
	/** Lays the second answer over the first item. */
	merge(first: Item, second: Item): Item;
	/** Said on the item when the second call fails: the first one stands. */
	warning: string;
}

/** How to tell that a change was made before, when the carrier refuses to make it again. */
export interface Already<In> {
	/** A read among whose items the thing in question is. */
	action: Action;
	input(input: In, facts: Facts): JsonObject;
	isDone(item: Item, input: In): boolean;
}

/** A request that must not be sent after all. */
export interface Refusal {
	problems: Problem[];
	/** `invalid_input` where silent. */
	code?: FailureCode;
}

/** Nothing is left to send: what the reads that came first have told is what was asked for. */
export interface Standing {
	standing: Item[];
}

export interface ActionDeclaration<I extends z.ZodObject> {
	/** Key of the carrier's `resources`. */
	resource: string;
	/** camelCase, unique in the resource: "create", "getAll". */
	verb: string;
	/** Title Case, verb first: "Create Delivery". */
	title: string;
	/** One sentence in the third person: "Books a courier …". */
	does: string;
	/** Numbers of the carrier's documented endpoints that this action speaks to. */
	covers: readonly string[];
	effect: Effect;
	input: I;
	output: z.ZodObject;
	/** A list whose items a host may cut after some number. */
	many?: boolean;
	/** Of a read: milliseconds its answer may be kept for the same connection, because what it reads hardly changes. */
	keepFor?: number;
	/** Counts against the carrier's tighter limit as well. */
	heavy?: boolean;
	needs?: Readonly<Record<string, Need<z.output<I>>>>;
	/** What zod cannot say: rules over several fields or the clock. Runs even when single fields are wrong. */
	check?(draft: Draft<z.output<I>>, facts: Given): Problem[];
	request(input: z.output<I>, facts: Facts): CallRequest | Refusal | Standing;
	readings: Readings<z.output<I>>;
	/** For a list that comes in pages. */
	pages?: Pages;
	find?: Find<z.output<I>>;
	/** `carrier`: it refuses repeats by itself, see `repeated`. */
	guardedBy?: 'carrier';
	repeated?: Repeated<z.output<I>>;
	followUp?(item: Item, input: z.output<I>): FollowUp | undefined;
	already?: Already<z.output<I>>;
	/** Files that an item of this action links to; hosts offer them as downloads. */
	files?(item: Item): readonly FileLink[];
	/** The files are what the step is for: fetched at once unless its user says otherwise. */
	fetchesFiles?: boolean;
	/** Cannot be taken back: hosts say so on the form. */
	irreversible?: boolean;
	samples: readonly Sample[];
	antiSamples: readonly AntiSample[];
	/** Documented refusals and the like. */
	answers?: readonly AnswerSample[];
}

/** A file that belongs to an item. */
export interface FileLink {
	/** Short and unique on the item: "picture_1". */
	key: string;
	name: string;
	url: string;
	/** Whoever has the link may follow it: no credentials go along, not even to the carrier's own hosts. */
	open?: boolean;
	/** For a link that lives shorter than a user may take to follow it: a read whose item has a new one under that key. */
	fresh?: { action: Action; input: JsonObject; key: string };
}

/** An action as the registry, the road and the hosts see it: its input is `unknown` until parsed. */
export interface Action extends Omit<ActionDeclaration<z.ZodObject>, 'check' | 'request' | 'readings' | 'needs' | 'find' | 'repeated' | 'followUp' | 'already'> {
	id: string;
	form: Form;
	/** Of a flow; `request` and `readings` are not used then. */
	run?(input: unknown, facts: Facts, steps: Steps): Promise<Result<Item[]>>;
	/** Of a flow that books. */
	books?: Action;
	reference?: string;
	example?: Item;
	check(draft: unknown, facts: Given): Problem[];
	request(input: unknown, facts: Facts): CallRequest | Refusal | Standing;
	readings: Readings<unknown>;
	needs: Readonly<Record<string, Need<unknown>>>;
	find?: Find<unknown>;
	repeated?: Repeated<unknown>;
	followUp?(item: Item, input: unknown): FollowUp | undefined;
	already?: Already<unknown>;
}

/**
 * Declares an action. The one place where the type of an action's input is forgotten:
 * the road parses the input with `input` before any of the functions sees it.
 */
export function action<I extends z.ZodObject>(declared: ActionDeclaration<I>): Action {
	const erased = declared as unknown as Omit<Action, 'id' | 'form'> & { check?: Action['check']; needs?: Action['needs'] };
	return {
		...erased,
		id: `${declared.resource}.${declared.verb}`,
		form: formOf(declared.input),
		needs: erased.needs ?? {},
		check: erased.check ?? (() => []),
	};
}
