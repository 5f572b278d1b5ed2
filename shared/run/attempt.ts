import type { CallAction } from '../declare/action';
import type { Facts, Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import { failed, type Result } from '../declare/failure';
import { labelAt, type Form } from '../declare/form';
import { provesNothing } from '../declare/own-form';
import { parseJson, readingFor } from '../declare/reading';
import type { WireResponse } from '../declare/wire';
import type { NoResponse, SendResult } from './ports';
import { longWait, nextWindow, retryAfter, waitAdvice } from './retry';

/** The result of one request. */
export interface Attempt {
	result: Result<Item[]>;
	/** Did the carrier act on it? */
	processed: 'yes' | 'no' | 'maybe';
	/** The same request may fare better later. */
	transient: boolean;
	/** For several tries: one of them may have taken effect, and none returned success. */
	inDoubt?: boolean;
	/** The response that was read: the next page may depend on it. */
	response?: WireResponse;
}

function noResponseAttempt(noResponse: NoResponse, carrier: Carrier): Attempt {
	if (noResponse.isTooLarge)
		return {
			result: failed('unreadable_answer', `The answer of ${carrier.title} cannot be used: ${noResponse.reason}`),
			processed: 'maybe',
			transient: false,
		};
	return {
		result: failed('unavailable', `${carrier.title} could not be reached: ${noResponse.reason}`),
		processed: noResponse.delivered === 'no' ? 'no' : 'maybe',
		transient: true,
	};
}

/** The meaning of a status that neither the action nor the carrier declares. */
function defaultReading(response: WireResponse, carrier: Carrier, now: number): Attempt {
	const { status } = response;
	const message = `${carrier.title} answered with status ${status}`;
	const pause = longWait(response.headers['retry-after'], now);
	if (status === 429) {
		// A page is a gateway's, which knows no windows.
		const window = parseJson(response) === undefined ? undefined : nextWindow(carrier.limit, now);
		const wait = retryAfter(response.headers['retry-after'], now) ?? window;
		return {
			result: failed('rate_limited', `${carrier.title} asks for fewer requests${pause}`, {
				status,
				retryAfter: wait,
				...waitAdvice(wait),
			}),
			processed: 'no',
			transient: true,
		};
	}
	// A refusal that is no JSON comes from something between here and the carrier: it proves nothing.
	const isPage = status >= 400 && parseJson(response) === undefined;
	if (isPage || status === 408 || status >= 500) {
		return {
			result: failed('unavailable', `${message}${pause}`, {
				status,
				retryAfter: retryAfter(response.headers['retry-after'], now),
			}),
			processed: 'maybe',
			transient: true,
		};
	}
	if (status === 401 || status === 403)
		return {
			result: failed('not_authorised', `${carrier.title} did not accept the connection`, { status }),
			processed: 'no',
			transient: false,
		};
	// No declaration knows this refusal as the carrier's own: it may be a gateway's, and proves nothing.
	if (status >= 400)
		return { result: failed('unreadable_answer', message, { status }), processed: 'maybe', transient: true };
	// A redirect is never followed: it could carry the credentials elsewhere.
	return {
		result: failed(
			'unreadable_answer',
			status >= 300 && status !== 304 ? `${message}: it pointed elsewhere, which is not followed` : message,
			{ status },
		),
		processed: 'maybe',
		transient: false,
	};
}

/** Problems the carrier found with single fields, by the fields' labels. */
function withFieldLabels(result: Result<Item[]>, form: Form): Result<Item[]> {
	if (result.ok || !result.failure.problems?.length) return result;
	const sentences = result.failure.problems.map(({ path, message }) =>
		`${labelAt(form, path)} ${message}.`.trimStart(),
	);
	return { ok: false, failure: { ...result.failure, message: `${result.failure.message}. ${sentences.join(' ')}` } };
}

export function classify(
	sendResult: SendResult,
	action: CallAction,
	carrier: Carrier,
	input: unknown,
	facts: Facts,
): Attempt {
	if ('noResponse' in sendResult) return noResponseAttempt(sendResult.noResponse, carrier);
	const { response } = sendResult;
	const { status } = response;
	const isSuccess = status >= 200 && status < 300;
	const declared = readingFor(action, carrier, status);
	// No carrier answers a call with a web page: a success that is one is a gateway's.
	const reading = declared && isSuccess && response.text.trimStart().startsWith('<') ? provesNothing : declared;
	// "Nothing new" says nothing of a booking that was sent.
	const isNoAnswer = status === 304 && action.effect === 'booking';
	if (!reading || isNoAnswer) return defaultReading(response, carrier, facts.now);
	const result = withFieldLabels(reading(response, input, facts), action.form);
	if (result.ok) return { result, processed: 'yes', transient: false, response };
	// A success that cannot be read (cut short, a proxy's page) may still be a booking.
	const unreadable = result.failure.code === 'unreadable_answer';
	// Trust a carrier's own message "nothing was saved, try again".
	const isTransient = result.failure.code === 'unavailable' || result.failure.code === 'rate_limited';
	return { result, processed: unreadable ? 'maybe' : 'no', transient: unreadable || isTransient };
}
