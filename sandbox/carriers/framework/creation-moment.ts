import type { Clock, Moment } from './clock.types';
import type { Random } from './random';

/**
 * The creation time that a carrier writes down. Its machines have clocks of their own, so two bookings may be dated in
 * another order than the one in which they were made.
 */
export function creationMoment({
	clock,
	clockSkewMs,
	skewRandom,
}: {
	clock: Clock;
	clockSkewMs: number;
	skewRandom: Random;
}): Moment {
	return clockSkewMs === 0 ? clock.now() : clock.now() - Math.floor(skewRandom.next() * clockSkewMs);
}
