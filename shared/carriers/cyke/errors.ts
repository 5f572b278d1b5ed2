import type { FailureCode } from '../../declare/failure';
import { isJsonObject, type Json } from '../../json';
import { inOwnForm, provesNothing } from '../../declare/own-form';
import { parseJson, refusalReading, sentencesIn } from '../../declare/reading';
import type { WireResponse } from '../../declare/wire';

const MAX_SENTENCES = 10;
const ENVELOPES = ['errors', 'error', 'message', 'messages', 'detail', 'details'] as const;

function messagesIn(body: Json | undefined): string[] {
	const enveloped = isJsonObject(body) ? ENVELOPES.flatMap((name) => sentencesIn(body[name])) : [];
	return [...new Set(enveloped.length > 0 ? enveloped : sentencesIn(body))].slice(0, MAX_SENTENCES);
}

const isJson = (response: WireResponse): boolean => parseJson(response) !== undefined;

/** A refusal that gives a reason. A gateway's JSON repeats the status and the path. */
const hasSentence = (response: WireResponse): boolean => messagesIn(parseJson(response)).length > 0;

/** Rails' own refusal of a token is a line of plain text. Only a web page certainly comes from another server. */
const isNoPage = ({ text }: WireResponse): boolean => !text.trimStart().startsWith('<');

/** What frameworks and gateways add to their own errors, and Cyke does not. */
const FOREIGN = ['path', 'timestamp', 'type', 'title', 'fault', 'request_id'] as const;

/** `errors` as sentences or by field, which CY2 documents, or `error` as one sentence. */
function hasOwnErrors(response: WireResponse): boolean {
	const body = parseJson(response);
	if (!isJsonObject(body) || FOREIGN.some((key) => key in body)) return false;
	const { error, errors } = body;
	const isList = Array.isArray(errors) && errors.every((each) => typeof each === 'string');
	return hasSentence(response) && (typeof error === 'string' || isList || isJsonObject(errors));
}

/** Cyke's response for a missing delivery. No page documents it, so it has to have the form of Cyke's other errors. */
export const isCykesNotFound = (response: WireResponse): boolean => response.status === 404 && hasOwnErrors(response);

const refusal = (code: FailureCode) => refusalReading(messagesIn, () => code);

/** Statuses of a definite no. Only 422 is documented, and may list fields alone. */
const REFUSALS = [402, 405, 406, 409, 413, 415, 428, 451] as const;

/** The meaning of a status on every call. */
export const cykeReadings = {
	...Object.fromEntries(REFUSALS.map((status) => [status, inOwnForm(hasSentence, refusal('refused'))])),
	400: inOwnForm(isJson, refusal('refused')),
	422: inOwnForm(isJson, refusal('refused')),
	401: inOwnForm(isNoPage, refusal('not_authorised')),
	403: inOwnForm(isNoPage, refusal('not_authorised')),
	404: inOwnForm(isCykesNotFound, refusal('not_found')),
	410: inOwnForm(hasOwnErrors, refusal('gone')),
};

/** CY1, CY7, CY8: a list is empty or full, never missing. */
export const listNotFound = { 404: provesNothing };
