import type { Fault } from '../../sandbox/carriers';
import type * as Limiting from '../../shared/run/limiter';
import type * as Retrying from '../../shared/run/retry';
import { anyFault } from '../lab/plan';
import type { Dice } from '../lab/random';

/** Every wait of the road and of the carriers is this many times shorter than in life, so that real time is quick enough. */
export const SWIFT = 50;

/** The road's waits, divided. */
export const swiftRetry = (actual: typeof Retrying): typeof Retrying => {
	const { read, repeatable, booking } = actual.REQUEST_TIMEOUT_MS;
	const shorter = {
		CALL_BUDGET_MS: actual.CALL_BUDGET_MS / SWIFT,
		REQUEST_TIMEOUT_MS: { read: read / SWIFT, repeatable: repeatable / SWIFT, booking: booking / SWIFT },
		SETTLE_MS: actual.SETTLE_MS / SWIFT,
		SURE_MS: actual.SURE_MS / SWIFT,
		LOOKUP_RESERVE_MS: actual.LOOKUP_RESERVE_MS / SWIFT,
		LOOKUP_PAUSE_MS: actual.LOOKUP_PAUSE_MS / SWIFT,
		backoff: (attempt: number, random: () => number) => Math.floor(actual.backoff(attempt, random) / SWIFT),
		retryAfter(header: string | undefined, now: number) {
			const asked = actual.retryAfter(header, now);
			return asked === undefined ? undefined : asked / SWIFT;
		},
	};
	// The constants are of literal types, which a shorter wait cannot have.
	return { ...actual, ...(shorter as Partial<typeof Retrying>) };
};

/** The carriers' pace, as many times faster. */
export const swiftLimiter = (actual: typeof Limiting): typeof Limiting => ({
	createLimiter(clock) {
		const limiter = actual.createLimiter(clock);
		return { ...limiter, take: async (key, { requests, perMs }, until) => await limiter.take(key, { requests, perMs: perMs / SWIFT }, until) };
	},
});

/** Any fault of the embedded carriers; a request that hangs does so until its client gives up. */
export function swiftFault(dice: Dice): Fault {
	const fault = anyFault(dice);
	return fault.kind === 'slow' ? { ...fault, totalMs: fault.totalMs / SWIFT } : fault;
}
