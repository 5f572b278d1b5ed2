import type { z } from 'zod/v4';

import type { Access } from './connection';
import type { FailureCode, Problem, Result } from './failure';
import { formOf, type Form } from './form';
import type { Json, JsonObject } from './json';
import type { Pages } from './pages';
import type { CallRequest, GivenFile, WireAnswer } from './wire';

/** What a host hands to the next step. */
export type Item = JsonObject;

/**
 * What running twice would do. `read`: nothing. `repeatable`: the same as once (update, cancel, accept).
 * `booking`: a second courier, so it is sent again only when the first is proven not to exist.
 */
export type Effect = 'read' | 'repeatable' | 'booking';

/** What a declaration may look at besides its input. All of it is data. */
export interface Facts {
	/** Milliseconds since 1970. */
	now: number;
	access: Access;
	/** Items of the reads named in `needs`, by name. */
	needed: Readonly<Record<string, readonly Item[]>>;
	/** The files of the input, by handle. They have passed their fields' rules. */
	files: Readonly<Record<string, GivenFile>>;
}

/** What is known before anything is read or sent. */
export type Given = Omit<Facts, 'needed' | 'files'>;

/** A read that has to come first. */
export interface Need<In> {
	action: Action;
	/** The read's input, or undefined where this call can do without it. */
	input(input: In, access: Access): JsonObject | undefined;
	/** Milliseconds the answer may be kept for the same connection. */
	keepFor?: number;
}

/** What one HTTP status means: pure, from the answer to items or a failure. */
export type Reading<In> = (answer: WireAnswer, input: In, facts: Facts) => Result<Item[]>;

/** Keyed by HTTP status; what is not named falls to the carrier's table, then to the road's. */
export type Readings<In> = Readonly<Record<number, Reading<In>>>;

/** How a booking is found again by the reference its user gave. */
export interface Find<In> {
	/** Name of the input field that holds the reference. */
	reference?: string;
	/** What stands in for a reference where the carrier knows none: made of the input alone, the same for the same booking. */
	identity?(input: In): string;
	/** A read whose items are candidates. */
	action: Action;
	input(reference: string, input: In, facts: Facts): JsonObject;
	/** Is this candidate a live booking of that reference? */
	matches(candidate: Item, reference: string, input: In, facts: Facts): boolean;
	/** Reads the whole booking where the candidates are short; `merge` keeps what only the candidate tells. */
	whole?: { action: Action; input(candidate: Item): JsonObject; merge?(candidate: Item, whole: Item): Item };
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

/** A documented or made-up call: input, what goes out, what comes back. */
export interface Sample {
	title: string;
	input: JsonObject;
	/** The connection it is for; the carrier's first sample connection where silent. */
	connection?: string;
	/** Absent where nothing is sent. Of a flow: the call that matters most. A list in the query is one text with commas. In a multipart body a file is `{name, contentType, size}`. */
	request?: { method: string; path: string; query?: Record<string, string>; body?: JsonObject };
	answer: { status: number; body: Json; headers?: Record<string, string> };
	/** Answers of all other calls, by path or by method and path: "POST /v1/files". */
	reads?: Record<string, { status: number; body: Json }>;
	/** The files that the input names, by handle. */
	files?: Record<string, SampleFile>;
}

export interface SampleFile {
	name: string;
	contentType: string;
	base64: string;
}

/** An answer other than the plain success, and what it comes to. */
export interface AnswerSample {
	title: string;
	input: JsonObject;
	connection?: string;
	answer: { status: number; body: Json };
	/** Answers of other calls, by path or by method and path. */
	reads?: Record<string, { status: number; body: Json }>;
	files?: Record<string, SampleFile>;
	/** The failure's code, or `items` where the step succeeds. */
	comesTo: FailureCode | 'items';
}

/** A request that must not be sent after all. */
export interface Refusal {
	problems: Problem[];
	/** `invalid_input` where silent. */
	code?: FailureCode;
}

/** Input that must be turned away before anything is sent. */
export interface AntiSample {
	why: string;
	input: JsonObject;
	files?: Record<string, SampleFile>;
	/** Labels of the fields the message must name. */
	names: readonly string[];
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
	/** Counts against the carrier's tighter limit as well. */
	heavy?: boolean;
	needs?: Readonly<Record<string, Need<z.output<I>>>>;
	/** What zod cannot say: rules over several fields or the clock. Runs even when single fields are wrong. */
	check?(draft: Draft<z.output<I>>, facts: Given): Problem[];
	request(input: z.output<I>, facts: Facts): CallRequest | Refusal;
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

/** Input of which single fields may be missing because they were wrong. */
export type Draft<T> = T extends readonly (infer E)[]
	? readonly Draft<E>[]
	: T extends object
		? { [K in keyof T]?: Draft<T[K]> }
		: T;

/** What a flow may do: every step of it goes the one road. */
export interface Steps {
	/** Runs another action of the same carrier on the same connection; a booking among them with the settings its user chose. */
	call(action: Action, values: JsonObject): Promise<Result<Item[]>>;
	/** Reads again and again until `done`, or until the time of the step is nearly up: then the last answer, whatever it is. */
	until(action: Action, values: JsonObject, done: (items: readonly Item[]) => boolean): Promise<Result<Item[]>>;
}

/**
 * Several calls that a user sees as one step. Each call is an action by itself, declared like any other;
 * a flow only says their order. It books nothing but through a booking action, so it can be run again like one.
 */
export interface FlowDeclaration<I extends z.ZodObject>
	extends Omit<ActionDeclaration<I>, 'request' | 'readings' | 'needs' | 'pages' | 'find' | 'guardedBy' | 'repeated' | 'followUp' | 'already'> {
	/** Name of the input field that holds the reference of the booking among the calls, where there is one. */
	reference?: string;
	/** The booking action among the calls: its settings are offered on this form. */
	books?: Action;
	/** What the step gives: the items of its calls, put together as `run` does. */
	example: Item;
	run(input: z.output<I>, facts: Facts, steps: Steps): Promise<Result<Item[]>>;
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
	request(input: unknown, facts: Facts): CallRequest | Refusal;
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

/** Declares a flow: an action that makes several calls. */
export function flow<I extends z.ZodObject>(declared: FlowDeclaration<I>): Action {
	const { run, ...rest } = declared;
	const erased = action<I>({ ...rest, request: () => ({ problems: [] }), readings: {} });
	// Forgotten here as in `action`: the road has parsed the input before the flow sees it.
	return { ...erased, run: run as unknown as Action['run'] };
}
