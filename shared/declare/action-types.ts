import type { z } from 'zod/v4';

import type { ConnectionInfo } from './connection';
import type { ConnectionFacts, Draft, Facts, Item, Readings } from './facts';
import type { Failure, FailureCode, Problem, Result } from './failure';
import type { Form } from './form';
import type { JsonObject } from '../json';
import type { Pages } from './pages';
import type { AntiSample, ResponseSample, Sample } from './sample';
import type { Twin } from './twin';
import type { CallRequest } from './wire';

/**
 * What running twice would do. `read`: nothing. `repeatable`: the same as once (update, cancel, accept).
 * `booking`: a second courier, so it is sent again only when the first is proven not to exist.
 */
export type Effect = 'read' | 'repeatable' | 'booking';

/** A read that must run first. */
export interface Need<In> {
	action: Action;
	/** The read's input, or undefined if this call does not need it. */
	input(input: In, connection: ConnectionInfo): JsonObject | undefined;
	/** Milliseconds the response may be cached for the same connection. */
	cacheFor?: number;
}

/** A second call that the first response requires. */
export interface FollowUp {
	action: Action;
	input: JsonObject;
	/** Merges the second response into the first item. */
	merge(first: Item, second: Item): Item;
	/** Added to the item when the second call fails and the result of the first one remains. */
	warning: string;
	/** The first item when it is unknown whether the second call took effect. */
	unsettled?(first: Item): Item;
	/** Where the first response says nothing: the second one shows that the first call took effect. */
	isShown?(second: Item): boolean;
	/** A failure of the second call that voids the first: the first call is repeated once, or the step fails. */
	isVoidedBy?(failure: Failure): boolean;
	/** The message for it, without a full stop. */
	voided?: string;
}

/** Detects that a change was made before, when the carrier refuses to make it again. */
export interface AlreadyDone<In> {
	/** A read that lists the item in question. */
	action: Action;
	input(input: In, facts: Facts): JsonObject;
	isDone(item: Item, input: In): boolean;
	/** Shows that the change was not made. Called for items that are not done. */
	isUndone?(item: Item, input: In): boolean;
	/** False where a refusal is final and only a missing response needs a look-up. */
	afterRefusal?: boolean;
}

/** A request that must not be sent after all. */
export interface Refusal {
	problems: Problem[];
	/** Default: `invalid_input`. */
	code?: FailureCode;
}

/** Nothing is left to send: the reads that came first found what the user wants. */
export interface NothingToDo {
	nothingToDo: Item[];
}

/** A file that belongs to an item. */
export interface FileLink {
	/** Short and unique on the item: "picture_1". */
	key: string;
	name: string;
	url: string;
	/** The link works for anyone, so no credentials are sent, not even to the carrier's own hosts. */
	isPublic?: boolean;
	/** For a link that expires before a user may follow it: a read whose item has a new link under that key. */
	refresh?: { action: Action; input: JsonObject; key: string };
}

export interface Comparison {
	label: string;
	/** As its owner wrote it: warnings quote it. */
	requested: string;
	found: string;
	/** For values that mean the same but are written differently. Without it, the text is compared. */
	isSame?: boolean;
}

/** How to read the carrier's live bookings and match them to the input. */
interface LookUp<In> {
	/** A read whose items are candidates. */
	action: Action;
	input(reference: string, input: In, facts: Facts): JsonObject;
	/** A list of `action` that serves every reference, so that the items of a batch can share one reading. */
	sharedList?: {
		/** Equal for all items of a batch, so it may depend on the day or the hour, but not on the minute. */
		input(input: In, facts: Facts): JsonObject;
		/**
		 * It holds all that a look-up by reference would. Otherwise the carrier must refuse the reference of an older
		 * booking (`already_exists`): before the first request, a reference that the list lacks is not looked up by itself.
		 */
		isWhole: boolean;
	};
	/**
	 * How `action` lists the bookings made since a moment, each with its reference: many orders are compared with one
	 * list, and the items of a batch share one after their bookings.
	 */
	listSince?: {
		input(since: string, input: In, facts: Facts): JsonObject;
		/** For a list that goes back further: it has reached that moment. */
		reaches?(items: readonly Item[], since: string): boolean;
		/** Its rows lack the references, so that each has to be read: only what is live is worth it. */
		lacksReferences?: true;
		/** A look-up by reference sees only recent bookings. An older order is found by this list alone, of any age. */
		seesFurther?: true;
	};
	/**
	 * Is this candidate a live booking of that reference? Checked again on the full booking if candidates are short.
	 */
	isCandidate(candidate: Item, reference: string, input: In, facts: Facts): boolean;
	/** Reads the full booking if candidates are short. `merge` preserves the fields that only the candidate has. */
	readFull?: {
		action: Action;
		input(candidate: Item, input: In): JsonObject;
		merge?(candidate: Item, full: Item): Item;
	};
	/** Checked on the full booking: is it the one that the input describes? */
	isSameBooking?(full: Item, input: In, reference: string): boolean;
	/** Checked on the full booking: false if another booking has replaced it. */
	isActive?(full: Item, input: In): boolean;
	/**
	 * Other bookings under the same reference that affect the look-up. It is trusted only once they had time to appear,
	 * too.
	 */
	dependsOn?: readonly Action[];
	/**
	 * Cancels a booking, for users who let duplicates be cancelled. `ownOnly`: another run's booking is left alone,
	 * because that run may build on it.
	 */
	cancel?: { action: Action; input(booking: Item): JsonObject; ownOnly?: boolean };
	/** Notices about a booking that was not recognised by exactly its reference, one sentence each. */
	caution?(found: Item, input: In, reference: string): readonly string[];
	/** The input's values and the booking's values, where they can be compared. */
	compare?(input: In, found: Item): readonly Comparison[];
}

/** The carrier keeps the user's reference, and lists bookings by it. */
export interface FoundByReference<In> extends LookUp<In> {
	foundBy: 'reference';
	/** Name of the input field that holds the reference. */
	reference: string;
	/** Replaces a missing reference. It depends on the input alone, so the same booking gets the same value. */
	fallbackReference?(input: In): string;
	/**
	 * The items show the reference under `reference`, perhaps in another spelling than it was sent in. `whenRead`: the
	 * answer to a booking does not repeat it.
	 */
	showsReference?: true | 'whenRead';
	/**
	 * The carrier allows one booking per reference and refuses another (`already_exists`), so no duplicate check is
	 * needed.
	 */
	uniquePerReference?: boolean;
}

/** The carrier stores no reference: a booking is identified by its content. */
export interface FoundByIdentity<In> extends LookUp<In> {
	foundBy: 'identity';
	/** Depends on the input alone, so the same booking gets the same value. */
	identity(input: In): string;
}

/**
 * A booking without a look-up, where the carrier refuses a second one with the same reference (failure
 * `already_exists`). A request with an unknown outcome is sent again: the refusal proves that it arrived.
 */
export interface FoundByRefusal<In> {
	foundBy: 'refusal';
	/** Name of the input field that holds the reference. */
	reference: string;
	/**
	 * The known fields of the existing booking. `created`: the input, without fields that only the missing response
	 * had.
	 */
	item(input: In, facts: Facts, outcome: 'created' | 'found'): Item;
	/** Notice about the data that is missing, added to the item. */
	warning: string;
}

export type LookedUpBooking<In> = FoundByReference<In> | FoundByIdentity<In>;

/** How to find out whether a booking exists. */
export type Booking<In> = LookedUpBooking<In> | FoundByRefusal<In>;

export interface ReadParts {
	effect: 'read';
	/** A list that a host may cut off after a number of items. */
	isList?: boolean;
	/** Milliseconds its response may be cached for the same connection, because the data hardly changes. */
	cacheFor?: number;
}

export type CallEffect<In> =
	/** `pages`: for a list that comes in pages. */
	| (ReadParts & { pages?: Pages })
	| { effect: 'repeatable'; alreadyDone?: AlreadyDone<In> }
	| { effect: 'booking'; booking: Booking<In>; alreadyDone?: AlreadyDone<In> };

export type FlowEffect =
	| ReadParts
	| { effect: 'repeatable' }
	| {
			effect: 'booking';
			/** The call that books: its settings are offered on the flow's form. */
			bookingAction: BookingCall;
			/** Name of the input field with the reference of that booking, if there is one. */
			reference?: string;
			/** Name on flat forms of the field that distinguishes bookings, where no field is the reference. */
			distinguishedBy?: string;
	  };

/** The common part of a call and a flow. */
export interface ActionBase<I extends z.ZodObject, O extends z.ZodObject> {
	/** Key of the carrier's `resources`. */
	resource: string;
	/** camelCase, unique in the resource: "create", "getAll". */
	verb: string;
	/** Title Case, verb first: "Create Delivery". */
	title: string;
	/** One sentence in the third person: "Books a courier …". */
	description: string;
	/** Numbers of the carrier's documented endpoints that this action calls. */
	covers: readonly string[];
	input: I;
	output: O;
	/** Counts against the carrier's tighter limit as well. */
	heavy?: boolean;
	/**
	 * Milliseconds that a call may take on a host without a time limit of its own, for what the carrier makes slowly or
	 * allows only a few times a minute. Default: the budget of every call.
	 */
	patienceMs?: number;
	/** Rules that zod cannot express: over several fields or the clock. Runs even when single fields are wrong. */
	check?(draft: Draft<z.output<I>>, facts: ConnectionFacts): Problem[];
	/** Files that an item of this action links to; hosts offer them as downloads. */
	files?(item: Item): readonly FileLink[];
	/** The files are the purpose of the step: they are fetched at once unless the user chooses otherwise. */
	fetchesFiles?: boolean;
	/**
	 * Works something out rather than finding records. Hosts that list searches separately show it among the actions;
	 * where an action gives a single item, its items are a list under this key.
	 */
	worksOut?: { listedAs: string };
	/** Title and description where it is shown as a search. */
	asSearch?: { title: string; key: string };
	/** For a booking: what it makes, in Title Case, where neither its reference nor its resource is named so. */
	thing?: string;
	/** Set where another action of the resource does nearly the same, so that a user can tell which to take. */
	twin?: Twin;
	/** Cannot be undone. Hosts show this on the form. */
	irreversible?: boolean;
	samples: readonly Sample[];
	antiSamples: readonly AntiSample[];
	/** Documented refusals and the like. */
	responses?: readonly ResponseSample[];
}

/** One request, and the meaning of its response. */
export interface CallParts<In, Out> {
	needs?: Readonly<Record<string, Need<In>>>;
	request(input: In, facts: Facts): CallRequest | Refusal | NothingToDo;
	readings: Readings<In, Out>;
	followUp?(item: Item, input: In): FollowUp | undefined;
}

/** A request as it would go out. */
export type PreparedCall = Pick<CallRequest, 'method' | 'path' | 'query' | 'body'>;

/** The operations open to a flow. Every step of it goes through the pipeline. */
export interface Steps {
	/** Runs another action of the same carrier on the same connection. A booking uses the settings its user chose. */
	call(action: Action, values: JsonObject): Promise<Result<Item[]>>;
	/** Repeats a read until `done`, or until the step's time is nearly up. Then it returns the last response. */
	until(action: Action, values: JsonObject, done: (items: readonly Item[]) => boolean): Promise<Result<Item[]>>;
	/** Reads what the call needs and builds its request, and sends nothing else. */
	prepare(action: CallAction, values: JsonObject): Promise<Result<PreparedCall>>;
	/**
	 * The live bookings under the reference of these values, which need not be complete. `since`: many references of
	 * bookings that were made at this moment or later are looked up, so one list may serve them all.
	 */
	find(action: BookingCall, values: JsonObject, since?: string): Promise<Result<Item[]>>;
	/** All bookings made since a moment, for which the carrier's list may go back further. */
	listSince(action: BookingCall, values: JsonObject, since: string): Promise<Result<Item[]>>;
	/** Milliseconds that are left of the step's time. */
	timeLeft(): number;
}

/** The properties an action gains when it is registered. */
type Registered = Omit<ActionBase<z.ZodObject, z.ZodObject>, 'check'> & {
	/** "delivery.create". */
	id: string;
	form: Form;
	isList: boolean;
	check(draft: unknown, facts: ConnectionFacts): Problem[];
};

/** An action as the registry, the pipeline and the hosts see it: its input is `unknown` until parsed. */
export type CallAction = Registered &
	CallParts<unknown, Item> &
	CallEffect<unknown> & { kind: 'call'; needs: Readonly<Record<string, Need<unknown>>> };

export type BookingCall = Extract<CallAction, { effect: 'booking' }>;

export type FlowAction = Registered &
	FlowEffect & {
		kind: 'flow';
		example: Item;
		run(input: unknown, facts: Facts, steps: Steps): Promise<Result<Item[]>>;
	};

export type Action = CallAction | FlowAction;
