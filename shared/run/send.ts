import type { Action, CallAction, Effect } from '../declare/action';
import type { Access, ReadyAccess } from '../declare/connection';
import type { Facts } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import { failed, type Failure } from '../declare/failure';
import { boundedLimit, isPublished, type Limit } from '../declare/limit';
import type { CallRequest, WireRequest } from '../declare/wire';
import { accountKey } from './account-key';
import { classify, type Attempt } from './attempt';
import { authorise } from './authorise';
import { encode } from './encode';
import type { RequestKind } from './limiter';
import type { Ports, SendResult } from './ports';
import { backoff, MIN_RESPONSE_TIME_MS, MAX_ATTEMPTS, REQUEST_TIMEOUT_MS, waitAdvice } from './retry';
import { withoutCredentials } from './secrets';
import { mayCarryCredentials } from './url-checks';

/** One request on its way: who sends what for which action, and until when. */
export interface RequestContext {
	carrier: Carrier;
	action: CallAction;
	access: Access;
	input: unknown;
	facts: Facts;
	call: CallRequest;
	/** Milliseconds since 1970. */
	deadline: number;
	/** Ids of bookings that are known to be void. */
	voidIds?: ReadonlySet<unknown>;
}

const notSent = (failure: Failure, transient: boolean): Attempt => ({
	result: { ok: false, failure },
	processed: 'no',
	transient,
});

const isTransient = ({ code }: Failure): boolean => code === 'unavailable' || code === 'rate_limited';

/** Why requests wait, in words that follow a message. */
export function waitReason(context: Pick<RequestContext, 'carrier' | 'access'>, { limiter }: Ports): string {
	const { title, limit } = context.carrier;
	if (limiter.pausedFor(accountKey(context)) > 0) return `: ${title} wants a pause`;
	return isPublished(limit) ? `: ${title} takes only so many requests` : '';
}

/** Sends once, through the limiter, with credentials that are ready; what came back, or why nothing went out. */
async function sendAs(
	access: ReadyAccess,
	request: WireRequest,
	context: RequestContext,
	ports: Ports,
): Promise<{ sendResult: SendResult } | { attempt: Attempt }> {
	const { action } = context;
	const key = accountKey(context);
	const limit = limitOf(context);
	if (!(await ports.limiter.take(key, limit, context.deadline, action.heavy))) {
		const retryAfter = ports.limiter.wait(key, limit, action.heavy);
		const { failure } = failed(
			'rate_limited',
			`The time for this step ran out while it waited for its turn${waitReason(context, ports)}`,
			{ retryAfter, ...waitAdvice(retryAfter) },
		);
		return { attempt: notSent(failure, true) };
	}
	const timeout = Math.min(REQUEST_TIMEOUT_MS[action.effect], context.deadline - ports.now());
	if (timeout < MIN_RESPONSE_TIME_MS[action.effect]) {
		const { failure } = failed('unavailable', 'The time for this step ran out before the request could go');
		return { attempt: notSent(failure, false) };
	}
	const sentAt = ports.now();
	const sendResult = await ports.transport.send(request, access, timeout);
	const isRefused =
		'response' in sendResult ? STRAINED.has(sendResult.response.status) : ports.now() - sentAt >= timeout;
	ports.limiter.learn(key, limit, { kind: action.id, sentAt, ms: ports.now() - sentAt, isRefused });
	return { sendResult };
}

/** Too many requests, or a carrier with no time for them. */
const STRAINED: ReadonlySet<number> = new Set([429, 503]);

/** The carrier's limit, under the bound of the connection. */
export const limitOf = ({ carrier, access }: Pick<RequestContext, 'carrier' | 'access'>): Limit =>
	boundedLimit(carrier.limit, access.mostPerSecond);

const kindOf = ({ effect }: CallAction): RequestKind => (effect === 'read' ? 'read' : 'write');

const isUnauthorised = (sent: Awaited<ReturnType<typeof sendAs>>): boolean =>
	'sendResult' in sent && 'response' in sent.sendResult && sent.sendResult.response.status === 401;

/** Sends once and reports the outcome. A refused token is renewed once, because a 401 proves that nothing was done. */
export async function attempt(context: RequestContext, ports: Ports): Promise<Attempt> {
	const { carrier, action, facts } = context;
	if (ports.cancelled?.())
		return notSent(failed('stopped', 'The run was cancelled before the request went out').failure, false);
	const request = encode(context.call, context.access);
	if (!mayCarryCredentials(request.url, context.access)) {
		const message = 'The credentials may only travel over https and to the carrier itself';
		return notSent(failed('foreign_address', message).failure, false);
	}
	let access = await authorise(context, ports);
	if (!access.ok) return notSent(access.failure, isTransient(access.failure));
	let sent = await sendAs(access.value, request, context, ports);
	if (access.value.token !== undefined && isUnauthorised(sent)) {
		access = await authorise(context, ports, access.value.token);
		if (!access.ok) return notSent(access.failure, isTransient(access.failure));
		sent = await sendAs(access.value, request, context, ports);
	}
	if ('attempt' in sent) return sent.attempt;
	const outcome = classify(sent.sendResult, action, carrier, context.input, { ...facts, now: ports.now() });
	if (outcome.result.ok) {
		ports.limiter.succeeded(accountKey(context), kindOf(action));
		return outcome;
	}
	const { retryAfter } = outcome.result.failure;
	if (retryAfter !== undefined) ports.limiter.pause(accountKey(context), ports.now() + retryAfter);
	// The pipeline masks the connection's own secrets at its end. A token is known only here.
	return { ...outcome, result: withoutCredentials(outcome.result, access.value) };
}

/** Milliseconds until another read of this carrier could go, as far as its limit is known. */
export const limiterWait = (context: RequestContext, read: Action, ports: Ports): number =>
	ports.limiter.wait(accountKey(context), limitOf(context), read.heavy);

/** Whether the same request may be sent again after this attempt. */
function mayRepeat(effect: Effect, outcome: Attempt): boolean {
	return outcome.transient && (effect !== 'booking' || outcome.processed === 'no');
}

/** Waits before the next attempt; false where the wait would outlast the deadline, or too much has failed already. */
export async function pauseBefore(
	next: number,
	outcome: Attempt,
	context: RequestContext,
	ports: Ports,
): Promise<boolean> {
	const requestedDelay = outcome.result.ok ? undefined : outcome.result.failure.retryAfter;
	const wait = Math.max(requestedDelay ?? 0, backoff(next, ports.random));
	if (ports.now() + wait >= context.deadline) return false;
	if (!ports.limiter.mayRetry(accountKey(context), kindOf(context.action))) return false;
	await ports.sleep(wait);
	return true;
}

/** Sends, and sends again as far as the action's effect allows. */
export async function sendWithRetry(context: RequestContext, ports: Ports): Promise<Attempt> {
	let outcome = await attempt(context, ports);
	let isUnknown = outcome.processed === 'maybe';
	for (let tries = 1; tries < MAX_ATTEMPTS && mayRepeat(context.action.effect, outcome); tries += 1) {
		if (!(await pauseBefore(tries, outcome, context, ports))) break;
		outcome = await attempt(context, ports);
		isUnknown ||= outcome.processed === 'maybe';
	}
	return { ...outcome, inDoubt: isUnknown && !outcome.result.ok };
}
