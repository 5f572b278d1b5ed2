import type { Action, Effect } from '../declare/action';
import type { Facts } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import { failed } from '../declare/failure';
import type { CallRequest } from '../declare/wire';
import { mayCarryCredentials } from './address';
import { classify, type Attempt } from './attempt';
import { encode } from './encode';
import type { Ports } from './ports';
import { backoff, LEAST_PATIENCE_MS, MAX_ATTEMPTS, REQUEST_TIMEOUT_MS } from './retry';

/** One request on its way: who sends what for which action, and until when. */
export interface Passage {
	carrier: Carrier;
	action: Action;
	input: unknown;
	facts: Facts;
	call: CallRequest;
	/** Milliseconds since 1970. */
	deadline: number;
}

const limiterKey = ({ carrier, facts }: Passage) => `${carrier.id}:${facts.access.base}:${facts.access.identity}`;

/** Sends once, through the limiter, and says what came of it. */
export async function attempt(passage: Passage, ports: Ports): Promise<Attempt> {
	const { carrier, action, facts } = passage;
	if (ports.cancelled?.()) return { result: failed('stopped', 'The run was cancelled before the request went out'), done: 'no', transient: false };
	const request = encode(passage.call, facts.access);
	if (!mayCarryCredentials(request.url, facts.access)) {
		return { result: failed('foreign_address', 'The credentials may only travel over https and to the carrier itself'), done: 'no', transient: false };
	}
	if (!(await ports.limiter.take(limiterKey(passage), carrier.limit, passage.deadline, action.heavy))) {
		const retryAfter = ports.limiter.wait(limiterKey(passage), carrier.limit, action.heavy);
		return { result: failed('rate_limited', `The time for this step ran out while it waited for its turn: ${carrier.title} takes only so many requests`, { retryAfter }), done: 'no', transient: true };
	}
	const timeout = Math.min(REQUEST_TIMEOUT_MS[action.effect], passage.deadline - ports.now());
	if (timeout < LEAST_PATIENCE_MS[action.effect]) return { result: failed('unavailable', 'The time for this step ran out before the request could go'), done: 'no', transient: false };
	const sent = await ports.transport.send(request, facts.access, timeout);
	const outcome = classify(sent, action, carrier, passage.input, { ...facts, now: ports.now() });
	if (outcome.result.ok) ports.limiter.succeeded(limiterKey(passage));
	if (!outcome.result.ok && outcome.result.failure.retryAfter !== undefined) {
		ports.limiter.pause(limiterKey(passage), ports.now() + outcome.result.failure.retryAfter);
	}
	return outcome;
}

/** Milliseconds until another read of this carrier could go, as far as its limit is known. */
export const waitFor = (passage: Passage, read: Action, ports: Ports): number => ports.limiter.wait(limiterKey(passage), passage.carrier.limit, read.heavy);

/** Whether the same request may go again after this attempt. */
function mayRepeat(effect: Effect, outcome: Attempt): boolean {
	return outcome.transient && (effect !== 'booking' || outcome.done === 'no');
}

/** Waits before the next attempt; false where the wait would outlast the deadline, or too much has failed already. */
export async function pauseBefore(next: number, outcome: Attempt, passage: Passage, ports: Ports): Promise<boolean> {
	const asked = outcome.result.ok ? undefined : outcome.result.failure.retryAfter;
	const wait = Math.max(asked ?? 0, backoff(next, ports.random));
	if (ports.now() + wait >= passage.deadline || !ports.limiter.mayRetry(limiterKey(passage))) return false;
	await ports.sleep(wait);
	return true;
}

/** Sends, and sends again as far as the action's effect allows. */
export async function exchange(passage: Passage, ports: Ports): Promise<Attempt> {
	let outcome = await attempt(passage, ports);
	for (let tries = 1; tries < MAX_ATTEMPTS && mayRepeat(passage.action.effect, outcome); tries += 1) {
		if (!(await pauseBefore(tries, outcome, passage, ports))) break;
		outcome = await attempt(passage, ports);
	}
	return outcome;
}
