import type { Clock, Moment } from './clock.types';
import type { Random } from './random';

/** How far look-ups lag behind, in simulated milliseconds. A range is drawn anew for each look-up. */
export type LookUpLag = number | { from: number; to: number };

/** The moment whose state a look-up shows: the lag of a fault or of the sandbox, the longer of the two. */
export function lookUpMoment(
	asOf: Moment,
	{ lookUpLag: lag, lagRandom, clock }: { lookUpLag: LookUpLag; lagRandom: Random; clock: Clock },
): Moment {
	const ms = typeof lag === 'number' ? lag : lag.from + lagRandom.next() * (lag.to - lag.from);
	return ms > 0 ? Math.min(asOf, clock.now() - ms) : asOf;
}
