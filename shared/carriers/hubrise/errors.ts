import { failed, success, type FailureCode } from '../../declare/failure';
import type { Facts, Reading } from '../../declare/facts';
import { isJsonObject, type Json } from '../../json';
import { inOwnForm, provesNothing } from '../../declare/own-form';
import { parseJson, pathOf, refusalReading, textAt } from '../../declare/reading';
import type { WireResponse } from '../../declare/wire';

/** HubRise's errors about the whole request, or about an order field that a delivery's form lacks. */
const fieldsNotOnForm: Readonly<Record<string, string>> = { base: '', service_type: 'Service type' };

/** Every refusal of HubRise's own is a JSON object with a message, a list of errors or a type of error. */
const isOwnRefusal = (response: WireResponse): boolean => {
	const body = parseJson(response);
	return (
		isJsonObject(body) && (textAt(body, 'message', 'error_type').length > 0 || fieldErrorsIn(body.errors).length > 0)
	);
};

/**
 * Only this error type means that HubRise has no such item. A wrong URL has another type; a gateway error has no type.
 */
export const isOwnNotFound = (response: WireResponse): boolean =>
	response.status === 404 && textAt(parseJson(response), 'error_type').includes('not_found');

interface FieldError {
	field: string;
	message: string;
}

/** As documented, `[{field, message}]`; also sentences alone, lists of them, and sentences by field. */
function fieldErrorsIn(errors: Json | undefined, field = 'base'): FieldError[] {
	if (typeof errors === 'string') return [{ field, message: errors }];
	if (Array.isArray(errors)) return errors.flatMap((error) => fieldErrorsIn(error, field));
	if (!isJsonObject(errors)) return [];
	const { message } = errors;
	if (message !== undefined) return fieldErrorsIn(message, textAt(errors, 'field')[0] ?? field);
	return Object.entries(errors).flatMap(([name, each]) => fieldErrorsIn(each, name));
}

const errorsIn = (response: WireResponse): FieldError[] => {
	const body = parseJson(response);
	return isJsonObject(body) ? fieldErrorsIn(body.errors) : [];
};

/** A 422 in HubRise's own form: it lists fields next to a headline without detail. Other errors have only the headline. */
function unprocessable(
	codeOf: (messages: readonly string[]) => FailureCode,
	adviceOf: (messages: readonly string[]) => string | undefined = () => undefined,
): Reading<unknown, never> {
	return inOwnForm(isOwnRefusal, (response, input, facts) => {
		const errors = errorsIn(response);
		if (errors.length === 0) return refusalReading(messageIn, codeOf, adviceOf)(response, input, facts);
		const generalMessages = errors.flatMap(({ field, message }) =>
			fieldsNotOnForm[field] === undefined ? [] : [`${fieldsNotOnForm[field]} ${message}`.trim()],
		);
		const problems = errors
			.filter(({ field }) => fieldsNotOnForm[field] === undefined)
			.map(({ field, message }) => ({ path: pathOf(field), message }));
		const summary = problems.length === 1 ? 'HubRise refused one field' : `HubRise refused ${problems.length} fields`;
		const messages = [...generalMessages, ...errors.map(({ message }) => message)];
		const advice = adviceOf(messages);
		return failed(
			codeOf(messages),
			generalMessages.length > 0 ? `The carrier said: ${generalMessages.join('; ')}` : summary,
			{ status: response.status, problems, ...(advice === undefined ? {} : { advice }) },
		);
	});
}

const messageIn = (body: Json | undefined): string[] => textAt(body, 'message');
const mentions = (messages: readonly string[], pattern: RegExp) => messages.some((message) => pattern.test(message));

/** A 401 has three meanings. The sentence distinguishes them. */
function adviceFor401(messages: readonly string[]): string {
	if (mentions(messages, /suspend|payment/i))
		return 'The account or location is suspended. Its owner has to pay the open HubRise invoice. HubRise shows the reason when you connect again.';
	if (mentions(messages, /block/i))
		return 'The connection is blocked. Connect again: that lifts the block. Or unblock it in the HubRise back office, on the Connections page of the location.';
	return 'The access token is not valid, or the connection was removed in HubRise. Connect again, or paste a new token.';
}

const refusedReading = inOwnForm(
	isOwnRefusal,
	refusalReading(messageIn, () => 'refused'),
);

const forbidden = (advice: string): Reading<unknown, never> =>
	inOwnForm(
		isOwnRefusal,
		refusalReading(
			messageIn,
			() => 'not_authorised',
			() => advice,
		),
	);

/** HR24: no page names a right for it, so connecting again helps only where the level is wrong. */
export const locationForbidden = forbidden(
	'This connection may not change the location. Ask HubRise for that right, or change it in the HubRise back office.',
);

/** Statuses of a definite no. Only 400, 415 and 422 are documented. */
const REFUSALS = [400, 405, 406, 409, 410, 413, 415] as const;

/**
 * The meaning of a status on every call. A 304 is a success without items. It never says that something is not there.
 */
export const hubriseReadings = {
	...Object.fromEntries(REFUSALS.map((status) => [status, refusedReading])),
	304: (response: WireResponse, input: unknown, facts: Facts) =>
		facts.decides === true ? provesNothing(response, input, facts) : success<never[]>([]),
	401: inOwnForm(
		isOwnRefusal,
		refusalReading(messageIn, () => 'not_authorised', adviceFor401),
	),
	403: forbidden(
		'The connection does not reach that far. Check its Access Level, and that it may write orders and customers. Connect again with the right one.',
	),
	404: inOwnForm(
		isOwnNotFound,
		refusalReading(messageIn, () => 'not_found'),
	),
	422: unprocessable(() => 'refused'),
};

/** A 404 for a call on an order: HubRise does not distinguish a missing order from a missing delivery. */
export const notFoundReading = (message: string): Reading<unknown, never> =>
	inOwnForm<never>(isOwnNotFound, ({ status }) => failed('not_found', message, { status }));

/** A second delivery of an order is refused on the order as a whole; a wrong service type on that field. */
const ALREADY = /already/i;

export const deliveryUnprocessable = unprocessable(
	(messages) => (mentions(messages, ALREADY) ? 'already_exists' : 'refused'),
	(messages) => {
		if (mentions(messages, /^service type/i))
			return 'Only an order with the service type "delivery" can have a delivery: this one is collected or eaten in.';
		return mentions(messages, ALREADY)
			? 'The order has a delivery already, and it takes no second one. Read it with "Get Delivery", or change it with "Update Delivery" or "Create or Update Delivery".'
			: undefined;
	},
);

/** A reference that HubRise takes for no reference at all, rather than for one that is there. */
const UNFIT = /\b(long|short|invalid|not valid|blank|empty|characters?|format|string)\b/i;

/** A reference that is taken: the field is named, the sentence is not documented. */
export const referenceUnprocessable: Reading<unknown, never> = (response, input, facts) => {
	const isTaken = errorsIn(response).some(({ field, message }) => field === 'private_ref' && !UNFIT.test(message));
	return unprocessable(
		() => (isTaken ? 'already_exists' : 'refused'),
		() => (isTaken ? 'HubRise holds something with this reference already, also where it was cancelled.' : undefined),
	)(response, input, facts);
};
