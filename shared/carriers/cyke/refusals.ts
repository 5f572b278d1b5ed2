import { refuses, textAt } from '../../declare/reading';
import { isJsonObject, type Json } from '../../declare/json';

function sentences(body: Json | undefined): string[] {
	if (!isJsonObject(body)) return [];
	const errors = Array.isArray(body.errors) ? body.errors.filter((each) => typeof each === 'string') : [];
	return [...errors, ...textAt(body, 'error', 'message')];
}

/** What a status means on every call. The bodies of 401 and 404 are documented nowhere and read loosely. */
export const cykeReadings = {
	400: refuses(sentences, () => 'refused'),
	401: refuses(sentences, () => 'not_authorised'),
	403: refuses(sentences, () => 'not_authorised'),
	404: refuses(sentences, () => 'not_found'),
	410: refuses(sentences, () => 'gone'),
	422: refuses(sentences, () => 'refused'),
};
