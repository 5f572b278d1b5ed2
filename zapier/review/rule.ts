import type { Definition } from './definition';

export interface Violation {
	where: string;
	what: string;
}

/** One rule of the platform's review that a definition alone can show. */
export interface Rule {
	/** The platform's own number where it has one; G for its written guidelines. */
	id: string;
	requirement: string;
	check(app: Definition): Violation[];
}

export interface Finding extends Violation {
	rule: string;
}

/** Shorthand: a fault wherever the test of a thing fails. */
export const violationsWhere = <T extends { where: string }>(
	things: readonly T[],
	isViolation: (thing: T) => boolean,
	what: string | ((thing: T) => string),
): Violation[] =>
	things
		.filter(isViolation)
		.map((thing) => ({ where: thing.where, what: typeof what === 'string' ? what : what(thing) }));
