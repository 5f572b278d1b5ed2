import { failureTable, type Failure, type FailureCode, type Result } from '../../shared/declare/failure';
import { ownFault } from '../../shared/run/own-fault';
import type { ZObject } from './platform';
import { sentence } from './words';

/** What the user cannot help and the next run may not meet: the step stops, the Zap stays on. */
const halting: ReadonlySet<FailureCode> = new Set<FailureCode>(['carrier_closed', 'too_late', 'already_exists', 'stopped']);

/**
 * The platform adds the whole bundle, with the customer's address and phone, to the message of an error
 * that does not carry this mark; two of its own classes come without it.
 */
const unadorned = (error: Error): Error => Object.assign(error, { doNotContextify: true });

const said = (failure: Failure): string => `${sentence(failure.message)} ${failure.advice} (${failure.code})`;

/** The one place where a failure becomes an error of this host. */
export function hostError(z: ZObject, failure: Failure): Error {
	const message = said(failure);
	if (failure.code === 'not_authorised') return unadorned(new z.errors.ExpiredAuthError(message));
	if (failure.code === 'rate_limited') return unadorned(new z.errors.ThrottledError(message, Math.ceil((failure.retryAfter ?? 60_000) / 1_000)));
	if (halting.has(failure.code)) return unadorned(new z.errors.HaltedError(message));
	return unadorned(new z.errors.Error(message, failure.code, failure.status ?? failureTable[failure.code].http));
}

/** For where a connection is being made: there is none yet that could have expired. */
export const connectionError = (z: ZObject, failure: Failure): Error =>
	unadorned(new z.errors.Error(said(failure), failure.code, failure.status ?? failureTable[failure.code].http));

/** Stops the step and leaves the Zap on: for what a stranger can cause. */
export const haltedError = (z: ZObject, failure: Failure): Error => unadorned(new z.errors.HaltedError(said(failure)));

/** Runs a step; whatever it throws, the message holds nothing that the user or the carrier said. */
export async function step<T>(z: ZObject, work: () => Promise<Result<T>>, asError = hostError): Promise<T> {
	const outcome = await work().catch((error: unknown) => ({ ok: false as const, failure: ownFault(error) }));
	if (outcome.ok) return outcome.value;
	throw asError(z, outcome.failure);
}
