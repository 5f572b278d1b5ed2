import type { ConnectionInfo } from './connection';
import type { Result } from './failure';
import type { Json, JsonObject } from '../json';
import type { InputFile, WireResponse } from './wire';

/** The output for the next step. */
export type Item = JsonObject;

/** The data a declaration may read besides its input. */
export interface Facts {
	/** Milliseconds since 1970. */
	now: number;
	access: ConnectionInfo;
	/** Items of the reads named in `needs`, by name. */
	needed: Readonly<Record<string, readonly Item[]>>;
	/** The files of the input, by handle. They have passed their fields' rules. */
	files: Readonly<Record<string, InputFile>>;
	/** Whether something is sent depends on what is read, so "nothing new" is no answer. */
	decides?: true;
	/** For a list that is polled: what is known of a row without reading it. */
	outline?: Outline;
}

/** A row in its usual form as the few fields that a poll compares; undefined for a row that has to be read. */
export type Outline = (row: Json) => Item | undefined;

/** The facts known before anything is read or sent. */
export type ConnectionFacts = Omit<Facts, 'needed' | 'files' | 'outline'>;

/** The meaning of one HTTP status: a pure function from the response to items or a failure. */
export type Reading<In, Out = Item> = (response: WireResponse, input: In, facts: Facts) => Result<Out[]>;

/** Keyed by HTTP status. Missing statuses use the carrier's table, then the pipeline's. */
export type Readings<In, Out = Item> = Readonly<Record<number, Reading<In, Out>>>;

/** Input that lacks the fields that were wrong. */
export type Draft<T> = T extends readonly (infer E)[]
	? readonly Draft<E>[]
	: T extends object
		? { [K in keyof T]?: Draft<T[K]> }
		: T;
