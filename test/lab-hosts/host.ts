import type { Item } from '../../shared/declare/facts';
import type { Result } from '../../shared/declare/failure';
import type { Dice } from '../lab/random';
import type { Subject } from '../lab/subjects';

/** What a host needs to know of a story. */
export interface Asked {
	seed: number;
	subject: Subject;
	dice: Dice;
	/** The carrier's address on loopback. */
	url: string;
	/** The reference that the host made up for want of the user's, once a request has carried it. */
	made(pattern: RegExp): string | undefined;
}

/** What a host said about one booking that it was asked for. */
export interface Step {
	reference: string;
	result: Result<Item[]>;
}

export interface Round {
	/** References of everything it was asked for. */
	asked: readonly string[];
	steps: readonly Step[];
	/** Items of which the host says only how many were done. */
	alsoDone: number;
}

/** One workflow or Zap of a host, set up and ready to run. */
export interface Session {
	/** Its settings, for people. */
	says: string;
	/** How often it is run, at most. */
	runs: number;
	run(): Promise<Round>;
	/** Everything it has shown or logged. */
	said(): string;
	close(): Promise<void>;
}

export interface Host {
	name: string;
	/** It ends a step that takes too long. */
	hurried: boolean;
	open(asked: Asked): Promise<Session>;
}
