import type { Access } from './connection';
import type { Result } from './failure';
import type { JsonObject } from './json';
import type { GivenFile, WireAnswer } from './wire';

/** What a host hands to the next step. */
export type Item = JsonObject;

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

/** What one HTTP status means: pure, from the answer to items or a failure. */
export type Reading<In> = (answer: WireAnswer, input: In, facts: Facts) => Result<Item[]>;

/** Keyed by HTTP status; what is not named falls to the carrier's table, then to the road's. */
export type Readings<In> = Readonly<Record<number, Reading<In>>>;

/** Input of which single fields may be missing because they were wrong. */
export type Draft<T> = T extends readonly (infer E)[]
	? readonly Draft<E>[]
	: T extends object
		? { [K in keyof T]?: Draft<T[K]> }
		: T;
