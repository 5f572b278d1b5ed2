import type { FailureCode } from '../../declare/failure';
import { isJsonObject, type Json } from '../../json';
import { inOwnForm } from '../../declare/own-form';
import { parseJson, refusalReading, sentencesIn, textAt } from '../../declare/reading';
import type { WireResponse } from '../../declare/wire';

/** The sentences are more precise than the status: another company's order is 401 in DI3 and 400 in DI4. */
const codeByMessage: readonly [RegExp, FailureCode][] = [
	[/\bis closed\b/i, 'carrier_closed'],
	[/cannot accept this anymore/i, 'too_late'],
	[/you cannot cancel/i, 'too_late'],
	[/number does not exist/i, 'not_found'],
	[/number exist\b/i, 'already_exists'],
	// DI7 and DI9: everything was right, but nothing was saved.
	[/strange error/i, 'unavailable'],
];

const NOT_ALLOWED = /should not be here/i;

const messagesIn = (body: Json | undefined) => textAt(body, 'message', 'msg');

/** What stands beside the sentence, such as errors by field, belongs to the reason. */
const reasonsIn = (body: Json | undefined) => [
	...messagesIn(body),
	...(isJsonObject(body) ? sentencesIn(body.errors) : []),
];

/** DeliverIt's own refusals are JSON objects with a sentence. */
const isOwnRefusal = (response: WireResponse): boolean => messagesIn(parseJson(response)).length > 0;

/** A gateway refuses a login with a sentence, too: DeliverIt's own says this, or has one of DeliverIt's flags. */
const isOwnStranger = (response: WireResponse): boolean => {
	const body = parseJson(response);
	const hasFlag = isJsonObject(body) && ('DeliverItOpen' in body || typeof body.error === 'boolean');
	return isOwnRefusal(response) && (hasFlag || NOT_ALLOWED.test(messagesIn(body).join(' ')));
};

/** DI5: its 401 is documented without a body. */
const isOwnOrEmpty = (response: WireResponse): boolean =>
	['', '{}'].includes(response.text.trim()) || isOwnStranger(response);

/** DI6: DeliverIt's response for a period without orders. No other call documents a 404. */
export const isEmptyPeriod = (response: WireResponse): boolean =>
	response.status === 404 && /no order is found/i.test(messagesIn(parseJson(response)).join(' '));

/** DeliverIt has no token. Customers sign in with the data from its welcome e-mail. */
const LOGIN_ADVICE = 'Check the user name and the password in the connection.';
const NAMED_ADVICE =
	'Check the booking or order, and that it belongs to this account. If its password was changed, test the connection.';

const refusal = (defaultCode: FailureCode, notAllowedCode: FailureCode, advice: string) => {
	const codeOf = (messages: readonly string[]): FailureCode => {
		const text = messages.join(' ');
		return NOT_ALLOWED.test(text)
			? notAllowedCode
			: (codeByMessage.find(([pattern]) => pattern.test(text))?.[1] ?? defaultCode);
	};
	return refusalReading(reasonsIn, codeOf, (messages) => {
		const code = codeOf(messages);
		return code === 'not_authorised' || code === 'not_found' ? advice : undefined;
	});
};

/** Statuses of a definite no that no page documents. */
const REFUSALS = [404, 405, 406, 409, 410, 413, 415] as const;

/** The meaning of a status on every call. */
export const deliveritReadings = {
	...Object.fromEntries(
		REFUSALS.map((status) => [status, inOwnForm(isOwnRefusal, refusal('refused', 'refused', LOGIN_ADVICE))]),
	),
	400: inOwnForm(isOwnRefusal, refusal('refused', 'not_authorised', LOGIN_ADVICE)),
	401: inOwnForm(isOwnRefusal, refusal('not_authorised', 'not_authorised', LOGIN_ADVICE)),
	403: inOwnForm(isOwnRefusal, refusal('not_authorised', 'not_authorised', LOGIN_ADVICE)),
	422: inOwnForm(isOwnRefusal, refusal('refused', 'not_authorised', LOGIN_ADVICE)),
};

/**
 * On calls that name an order. "You should not be here" is the answer for another shop's order, for one that never was,
 * and for a wrong login, so it proves nothing against the connection. Only DI1 does.
 */
export const namedOrderReadings = {
	400: inOwnForm(isOwnRefusal, refusal('refused', 'not_found', NAMED_ADVICE)),
	401: inOwnForm(isOwnStranger, refusal('not_found', 'not_found', NAMED_ADVICE)),
	403: inOwnForm(isOwnStranger, refusal('not_found', 'not_found', NAMED_ADVICE)),
};

/** DI5 */
export const cancelReadings = {
	...namedOrderReadings,
	401: inOwnForm(isOwnOrEmpty, refusal('not_found', 'not_found', NAMED_ADVICE)),
};
