import { failed, type FailureCode } from '../../declare/failure';
import type { Reading } from '../../declare/facts';
import { isJsonObject, type Json } from '../../declare/json';
import { parseJson, pathOf, refuses, textAt } from '../../declare/reading';

/** What HubRise finds wrong with the whole, or with a field of the order that a delivery's form does not have. */
const onNoForm: Readonly<Record<string, string>> = { base: '', service_type: 'Service type' };

interface Wrong {
	field: string;
	message: string;
}

const wrongIn = (body: Json | undefined): Wrong[] => {
	const errors = isJsonObject(body) && Array.isArray(body.errors) ? body.errors : [];
	return errors.flatMap((each) => textAt(each, 'message').map((message) => ({ field: textAt(each, 'field')[0] ?? 'base', message })));
};

/** 422 names fields in a list beside a headline that says nothing; elsewhere the headline is all there is. */
function unprocessable(means: (sentences: readonly string[]) => FailureCode, advise: (sentences: readonly string[]) => string | undefined = () => undefined): Reading<unknown> {
	return (answer, input, facts) => {
		const wrong = wrongIn(parseJson(answer));
		if (wrong.length === 0) return refuses(headline, means, advise)(answer, input, facts);
		const said = wrong.flatMap(({ field, message }) => (onNoForm[field] === undefined ? [] : [`${onNoForm[field]} ${message}`.trim()]));
		const problems = wrong.filter(({ field }) => onNoForm[field] === undefined).map(({ field, message }) => ({ path: pathOf(field), message }));
		const refused = problems.length === 1 ? 'HubRise refused one field' : `HubRise refused ${problems.length} fields`;
		const all = [...said, ...wrong.map(({ message }) => message)];
		const advice = advise(all);
		return failed(means(all), said.length > 0 ? `The carrier said: ${said.join('; ')}` : refused, { status: answer.status, problems, ...(advice === undefined ? {} : { advice }) });
	};
}

const headline = (body: Json | undefined): string[] => textAt(body, 'message');
const says = (found: readonly string[], words: RegExp) => found.some((sentence) => words.test(sentence));

/** 401 means one of three things, told apart by the sentence alone; each is mended by somebody else. */
function adviceFor401(found: readonly string[]): string {
	if (says(found, /suspend|payment/i)) return 'The account or location is suspended: its owner has to settle the open HubRise invoice. Connecting again does not help.';
	if (says(found, /block/i)) return 'The connection is blocked: unblock it in the HubRise back office, on the Connections page of the location. Connecting again does not help.';
	return 'The access token is not valid, or the connection was removed in HubRise: connect again, or paste a new token.';
}

const refused = refuses(headline, () => 'refused');

/** What a status means on every call. */
export const hubriseReadings = {
	400: refused,
	401: refuses(headline, () => 'not_authorised', adviceFor401),
	403: refuses(
		headline,
		() => 'not_authorised',
		() => 'The connection does not reach that far: check its Access Level, and that it may write orders. Connect again with the right one where it may not.',
	),
	404: refuses(headline, () => 'not_found'),
	415: refused,
	422: unprocessable(() => 'refused'),
};

/** A call on an order that found none: HubRise does not tell a missing order from a missing delivery. */
export const missing =
	(what: string): Reading<unknown> =>
	({ status }) =>
		failed('not_found', what, { status });

/** A second delivery of an order is refused on the order as a whole; a wrong service type on that field. */
const THERE = /already/i;

export const orderRefuses = unprocessable(
	(found) => (says(found, THERE) ? 'already_exists' : 'refused'),
	(found) => {
		if (says(found, /^service type/i)) return 'Only an order with the service type "delivery" can have a delivery: this one is collected or eaten in.';
		return says(found, THERE) ? 'An order has one delivery at most: read it, or update it with "Update Delivery" or "Create or Update Delivery".' : undefined;
	},
);
