import { failureTable, type Failure, type FailureCode, type Result } from '../../shared/declare/failure';
import { internalError } from '../../shared/run/internal-error';
import type { ZObject } from './platform';
import { sentence } from './wording';

/** Failures that the user cannot fix and the next run may not meet: the step stops, the Zap stays on. */
const haltingCodes: ReadonlySet<FailureCode> = new Set<FailureCode>([
	'carrier_closed',
	'too_late',
	'already_exists',
	'stopped',
]);

/**
 * The platform adds the whole bundle, with the customer's address and phone, to the message of an error
 * that does not carry this mark; two of its own classes come without it.
 */
const withoutBundle = (error: Error): Error => Object.assign(error, { doNotContextify: true });

const describe = (failure: Failure): string => `${sentence(failure.message)} ${failure.advice} (${failure.code})`;

/** The one place that turns a failure into an error of this host. */
export function hostError(z: ZObject, failure: Failure): Error {
	const message = describe(failure);
	if (failure.code === 'not_authorised') return withoutBundle(new z.errors.ExpiredAuthError(message));
	if (failure.code === 'rate_limited')
		return withoutBundle(new z.errors.ThrottledError(message, Math.ceil((failure.retryAfter ?? 60_000) / 1_000)));
	if (haltingCodes.has(failure.code)) return withoutBundle(new z.errors.HaltedError(message));
	return withoutBundle(new z.errors.Error(message, failure.code, failure.status ?? failureTable[failure.code].http));
}

/** For a connection that is being created: it cannot have expired yet. */
export const connectionError = (z: ZObject, failure: Failure): Error =>
	withoutBundle(new z.errors.Error(describe(failure), failure.code, failure.status ?? failureTable[failure.code].http));

/** Stops the step and leaves the Zap on, for failures that anyone on the internet can cause. */
export const haltedError = (z: ZObject, failure: Failure): Error =>
	withoutBundle(new z.errors.HaltedError(describe(failure)));

/** Runs a step. If it throws, the message contains no data of the user's or the carrier's. */
export async function runStep<T>(z: ZObject, work: () => Promise<Result<T>>, asError = hostError): Promise<T> {
	const outcome = await work().catch((error: unknown) => ({ ok: false as const, failure: internalError(error) }));
	if (outcome.ok) return outcome.value;
	throw asError(z, outcome.failure);
}
