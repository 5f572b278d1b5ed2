import type { Credentials, ReadyCredentials } from './auth';
import type { ReadyAccess } from './connection';
import type { WireRequest } from './wire';

/** RFC 7617, with the characters of any language. */
export function basicAuth(user: string, password: string): string {
	return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`;
}

interface CredentialParts {
	headers: Record<string, string>;
	query: Record<string, string>;
}

/** The parts of a request that the credentials add. */
export function credentialParts(credentials: ReadyCredentials): CredentialParts {
	switch (credentials.kind) {
		case 'headers':
			return { headers: { ...credentials.headers }, query: {} };
		case 'basic':
			return { headers: { authorization: basicAuth(credentials.username, credentials.password) }, query: {} };
		case 'apiKey': {
			const { key, place } = credentials;
			if (place.in === 'query') return { headers: {}, query: { [place.name]: key } };
			return { headers: { [place.name]: place.scheme === undefined ? key : `${place.scheme} ${key}` }, query: {} };
		}
	}
}

/** Adds the credentials. The caller has already checked the request's address. */
export function withCredentials<R extends Pick<WireRequest, 'url' | 'headers'>>(
	request: R,
	{ credentials }: Pick<ReadyAccess, 'credentials'>,
): R {
	const { headers, query } = credentialParts(credentials);
	const added = new URLSearchParams(query).toString();
	const separator = request.url.includes('?') ? '&' : '?';
	return {
		...request,
		url: added === '' ? request.url : `${request.url}${separator}${added}`,
		headers: { ...request.headers, ...headers },
	};
}

/** For the one call that repeats the credentials in its body. */
export function credentialFields(credentials: Credentials): Record<string, string> {
	if (credentials.kind !== 'basic' || !credentials.bodyFields) return {};
	const { username, password, bodyFields } = credentials;
	return { [bodyFields.username]: username, [bodyFields.password]: password };
}

/** Every text that must never be shown: the user's secrets, and the values that requests carry because of them. */
export function secretTexts(credentials: Credentials): string[] {
	switch (credentials.kind) {
		case 'headers':
			return Object.values(credentials.headers);
		case 'basic':
			return [...Object.values(credentialParts(credentials).headers), credentials.username, credentials.password];
		case 'apiKey':
			return [credentials.key];
		case 'login':
			return Object.values(credentials.call.body ?? {}).map(String);
		case 'oauth2ClientCredentials':
			return [credentials.clientSecret];
	}
}
