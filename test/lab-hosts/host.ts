import type { Item } from '../../shared/declare/facts';
import type { Result } from '../../shared/declare/failure';
import type { Dice } from '../lab/seeded-random';
import type { Subject } from '../lab/subjects';

/** What a host needs to know about a scenario. */
export interface ScenarioContext {
	seed: number;
	subject: Subject;
	dice: Dice;
	/** The carrier's address on loopback. */
	url: string;
	/** The reference that the host generates if the user gives none, once a request has carried it. */
	generatedReference(pattern: RegExp): string | undefined;
}

/** A host's report on one requested booking. */
export interface Step {
	reference: string;
	result: Result<Item[]>;
}

export interface Round {
	/** References of all requested bookings. */
	requested: readonly string[];
	steps: readonly Step[];
	/** Items that the host reports only as a count. */
	alsoDoneCount: number;
}

/** One workflow or Zap of a host, set up and ready to run. */
export interface Session {
	/** Its settings, for people. */
	description: string;
	/** How often it is run, at most. */
	maxRuns: number;
	run(): Promise<Round>;
	/** Everything it has shown or logged. */
	output(): string;
	close(): Promise<void>;
}

export interface Host {
	name: string;
	/** It ends a step that takes too long. */
	hasStepTimeout: boolean;
	open(context: ScenarioContext): Promise<Session>;
}
