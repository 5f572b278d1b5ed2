import type { Action } from '../declare/action';
import type { Facts, Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import { failed, type Result } from '../declare/failure';
import { labelAt, type Form } from '../declare/form';
import type { WireAnswer } from '../declare/wire';
import type { Lost, Sent } from './ports';
import { retryAfter } from './retry';

/** What one request came to. */
export interface Attempt {
	result: Result<Item[]>;
	/** Did the carrier act on it? */
	done: 'yes' | 'no' | 'perhaps';
	/** The same request may fare better later. */
	transient: boolean;
	/** The answer that was understood: the next page may hang on it. */
	answer?: WireAnswer;
}

function lostAttempt(lost: Lost, carrier: Carrier): Attempt {
	return {
		result: failed('unavailable', `${carrier.title} could not be reached: ${lost.why}`),
		done: lost.sent === 'no' ? 'no' : 'perhaps',
		transient: true,
	};
}

/** What a status means where neither the action nor the carrier says. */
function plainReading(answer: WireAnswer, carrier: Carrier, now: number): Attempt {
	const { status } = answer;
	const said = `${carrier.title} answered with status ${status}`;
	if (status === 429) {
		const wait = retryAfter(answer.headers['retry-after'], now);
		return { result: failed('rate_limited', `${carrier.title} asks for fewer requests`, { status, retryAfter: wait }), done: 'no', transient: true };
	}
	if (status === 401 || status === 403) return { result: failed('not_authorised', `${carrier.title} did not accept the connection`, { status }), done: 'no', transient: false };
	if (status === 404) return { result: failed('not_found', `${carrier.title} does not know it`, { status }), done: 'no', transient: false };
	if (status === 408 || status >= 500) {
		return { result: failed('unavailable', said, { status, retryAfter: retryAfter(answer.headers['retry-after'], now) }), done: 'perhaps', transient: true };
	}
	if (status >= 400) return { result: failed('refused', said, { status }), done: 'no', transient: false };
	// A redirect is never followed: it could carry the credentials elsewhere.
	return { result: failed('unreadable_answer', status >= 300 ? `${said}: it pointed elsewhere, which is not followed` : said, { status }), done: 'perhaps', transient: false };
}

/** What a carrier found wrong with single fields, by the fields' labels. */
function labelled(result: Result<Item[]>, form: Form): Result<Item[]> {
	if (result.ok || !result.failure.problems?.length) return result;
	const sentences = result.failure.problems.map(({ path, message }) => `${labelAt(form, path)} ${message}.`.trimStart());
	return { ok: false, failure: { ...result.failure, message: `${result.failure.message}. ${sentences.join(' ')}` } };
}

export function classify(sent: Sent, action: Action, carrier: Carrier, input: unknown, facts: Facts): Attempt {
	if ('lost' in sent) return lostAttempt(sent.lost, carrier);
	const { answer } = sent;
	const reading = action.readings[answer.status] ?? carrier.readings[answer.status];
	if (!reading) return plainReading(answer, carrier, facts.now);
	const result = labelled(reading(answer, input, facts), action.form);
	if (result.ok) return { result, done: 'yes', transient: false, answer };
	// A success that cannot be read (cut short, a proxy's page) may still be a booking.
	const unreadable = result.failure.code === 'unreadable_answer';
	// A carrier that says in its own words "nothing was saved, try again" is taken at its word.
	const passing = result.failure.code === 'unavailable' || result.failure.code === 'rate_limited';
	return { result, done: unreadable ? 'perhaps' : 'no', transient: unreadable || passing };
}
