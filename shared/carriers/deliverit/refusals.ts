import type { FailureCode } from '../../declare/failure';
import { refuses, textAt } from '../../declare/reading';
import type { Json } from '../../declare/json';

/** The sentences tell more than the status: a stranger's order is 401 in DI3 and 400 in DI4. */
const meanings: readonly [RegExp, FailureCode][] = [
	[/\bis closed\b/i, 'carrier_closed'],
	[/cannot accept this anymore/i, 'too_late'],
	[/you cannot cancel/i, 'too_late'],
	[/number does not exist/i, 'not_found'],
	[/number exist\b/i, 'already_exists'],
	// DI7 and DI9: everything was right, but nothing was saved.
	[/strange error/i, 'unavailable'],
];

const HIDDEN = /should not be here/i;

/** `msg` in DI1 and in DI2's prose, `message` everywhere else. */
const sentences = (body: Json | undefined) => textAt(body, 'message', 'msg');

const refusal = (otherwise: FailureCode, hidden: FailureCode) =>
	refuses(sentences, (said) => {
		const text = said.join(' ');
		return HIDDEN.test(text) ? hidden : (meanings.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise);
	});

/** What a status means on every call. */
export const deliveritReadings = {
	400: refusal('refused', 'not_authorised'),
	401: refusal('not_authorised', 'not_authorised'),
	403: refusal('not_authorised', 'not_authorised'),
	422: refusal('refused', 'not_authorised'),
};

/** On calls that name an order: "You should not be here" is said of another shop's order and of one that never was. */
export const namedOrderReadings = {
	400: refusal('refused', 'not_found'),
	401: refusal('not_authorised', 'not_found'),
};
