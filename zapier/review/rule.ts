import type { Definition } from './definition';

export interface Fault {
	where: string;
	what: string;
}

/** One demand of the platform's review that can be told from a definition alone. */
export interface Rule {
	/** The platform's own number where it has one; G for its written guidelines. */
	id: string;
	demands: string;
	faults(app: Definition): Fault[];
}

export interface Finding extends Fault {
	rule: string;
}

/** Shorthand: a fault wherever the test of a thing fails. */
export const faultsWhere = <T extends { where: string }>(
	things: readonly T[],
	isFault: (thing: T) => boolean,
	what: string | ((thing: T) => string),
): Fault[] => things.filter(isFault).map((thing) => ({ where: thing.where, what: typeof what === 'string' ? what : what(thing) }));
