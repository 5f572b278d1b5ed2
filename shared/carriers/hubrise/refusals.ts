import { refuses, textAt } from '../../declare/reading';
import { isJsonObject, type Json } from '../../declare/json';

/** Labels of HubRise's fields in its messages, where they are not ours to the letter. */
const fields: Readonly<Record<string, string>> = { base: '', service_type: 'Service type' };

const labelOf = (field: string): string => fields[field] ?? field.replace(/_/g, ' ');

/** 422 names fields in a list beside a headline that says nothing; elsewhere the headline is all there is. */
function sentences(body: Json | undefined): string[] {
	const errors = isJsonObject(body) && Array.isArray(body.errors) ? body.errors : [];
	const named = errors.flatMap((each) => textAt(each, 'message').map((message) => `${labelOf(textAt(each, 'field')[0] ?? '')} ${message}`.trim()));
	return named.length > 0 ? named : textAt(body, 'message');
}

const says = (found: readonly string[], words: RegExp) => found.some((sentence) => words.test(sentence));

/** 401 means one of three things, told apart by the sentence alone; each is mended by somebody else. */
function adviceFor401(found: readonly string[]): string {
	if (says(found, /suspend|payment/i)) return 'The account or location is suspended: its owner has to settle the open HubRise invoice. Connecting again does not help.';
	if (says(found, /block/i)) return 'The connection is blocked: unblock it in the HubRise back office, on the Connections page of the location. Connecting again does not help.';
	return 'The access token is not valid, or the connection was removed in HubRise: connect again, or paste a new token.';
}

const refused = refuses(sentences, () => 'refused');

/** What a status means on every call. */
export const hubriseReadings = {
	400: refused,
	401: refuses(sentences, () => 'not_authorised', adviceFor401),
	403: refuses(
		sentences,
		() => 'not_authorised',
		() => "The connection does not reach that far: check its Access Level, and that it may write orders. Connect again with the right one where it may not.",
	),
	404: refuses(sentences, () => 'not_found'),
	415: refused,
	422: refused,
};

/** A call on an order that found none: HubRise does not tell a missing order from a missing delivery. */
export const missing = (what: string) => refuses(() => [what], () => 'not_found');

/** A second delivery of an order is refused on the order as a whole; a wrong service type on that field. */
export const orderRefuses = refuses(
	sentences,
	(found) => (says(found, /already has a delivery|already been|already exists/i) ? 'already_exists' : 'refused'),
	(found) => {
		if (says(found, /^service type/i)) return 'Only an order with the service type "delivery" can have a delivery: this one is collected or eaten in.';
		return says(found, /already/i) ? 'An order has one delivery at most: read it, or update it with "Update Delivery" or "Create or Update Delivery".' : undefined;
	},
);
