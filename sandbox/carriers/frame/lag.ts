import type { Random } from './random';
import type { Moment } from './clock.types';
import type { Visit } from './visit';

/** How far look-ups stand behind, in simulated milliseconds; a range is drawn anew for each look-up. */
export type LookUpLag = number | { from: number; to: number };

/** The moment whose state a look-up shows: a fault's lag or the carrier's own, whichever is longer. */
export function lookUpMoment(visit: Visit, lag: LookUpLag, random: Random): Moment {
	const ms = typeof lag === 'number' ? lag : lag.from + random.next() * (lag.to - lag.from);
	return ms > 0 ? Math.min(visit.asOf, visit.house.clock.now() - ms) : visit.asOf;
}
