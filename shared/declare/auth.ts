import type { CallRequest } from './wire';

/** The position of a key or a token in a request. */
export type TokenPlace = { in: 'header'; name: string; scheme?: string } | { in: 'query'; name: string };

/** Keys of the fields of a connection, by the name that the carrier gives each value. */
type FieldsByName<K extends string> = Readonly<Record<string, K>>;

/** Fields become headers unchanged; header names are lower case. */
interface HeadersAuth<K extends string> {
	kind: 'headers';
	headers: FieldsByName<K>;
}

/** RFC 7617. `bodyFields`: a call with `credentialsInBody` repeats both in its body, under these names. */
interface BasicAuth<K extends string> {
	kind: 'basic';
	username: K;
	password: K;
	bodyFields?: { username: string; password: string };
}

interface ApiKeyAuth<K extends string> {
	kind: 'apiKey';
	key: K;
	place: TokenPlace;
}

/** A call with the credentials in its body yields a token that lasts for a while. */
interface LoginAuth<K extends string> {
	kind: 'login';
	path: string;
	body: FieldsByName<K>;
	/** Path of the token in the response: ['session', 'token']. */
	token: readonly string[];
	place: TokenPlace;
	lifetimeMs: number;
}

/** RFC 6749, section 4.4. The token is renewed before its end, and once after a 401. */
interface ClientCredentialsAuth<K extends string> {
	kind: 'oauth2ClientCredentials';
	clientId: K;
	clientSecret: K;
	/** How the client proves itself to the token URL. */
	clientIn: 'header' | 'body';
	/** A path under the connection's base, or a whole address. */
	tokenUrl: string;
	scope?: string;
	place: TokenPlace;
	/** For a response without `expires_in`. */
	lifetimeMs: number;
}

/**
 * RFC 6749, section 4.1, as data: each host runs the exchange by its own means. The tokens have no end, so nothing is
 * renewed. A person may paste a token instead of signing in.
 */
export interface AuthorizationCodeAuth<K extends string = string> {
	kind: 'oauth2AuthorizationCode';
	/** The address of the pages, without a slash at the end. A connection with its own address uses that. */
	host: string;
	/** Field that holds a connection's own address. */
	addressField: K;
	paths: { authorise: string; token: string; revoke?: string };
	/** The scope that is requested, by the value of one field of the connection. */
	scope: { field: K; byValue: Readonly<Record<string, string>> };
	/** Header that carries the token, lower case. */
	header: string;
	/** Field for a token that a person pastes instead of signing in. */
	tokenField: K;
	/** Field for the client's secret in that case. */
	secretField?: K;
	/** Account fields of the token response. `identity` reads these, and the client's id as `client_id`. */
	accountFields: readonly string[];
}

/** How a connection authenticates; `K` are the keys of its fields. */
export type Auth<K extends string = string> =
	| HeadersAuth<K>
	| BasicAuth<K>
	| ApiKeyAuth<K>
	| LoginAuth<K>
	| ClientCredentialsAuth<K>
	| AuthorizationCodeAuth<K>;

/** Credentials that a request can carry directly. */
export type ReadyCredentials =
	| { kind: 'headers'; headers: Readonly<Record<string, string>> }
	| { kind: 'basic'; username: string; password: string; bodyFields?: { username: string; password: string } }
	| { kind: 'apiKey'; key: string; place: TokenPlace };

/** Credentials for fetching a token. */
export type RenewableCredentials =
	| { kind: 'login'; call: CallRequest; token: readonly string[]; place: TokenPlace; lifetimeMs: number }
	| ({ kind: 'oauth2ClientCredentials'; clientId: string; clientSecret: string } & Pick<
			ClientCredentialsAuth<string>,
			'clientIn' | 'tokenUrl' | 'scope' | 'place' | 'lifetimeMs'
	  >);

export type Credentials = ReadyCredentials | RenewableCredentials;

/** Whether connections of this kind fetch tokens, and therefore sign their requests themselves on every host. */
export const isRenewable = ({ kind }: Pick<Auth, 'kind'>): boolean =>
	kind === 'login' || kind === 'oauth2ClientCredentials';

export const isReady = (credentials: Credentials): credentials is ReadyCredentials =>
	credentials.kind !== 'login' && credentials.kind !== 'oauth2ClientCredentials';

/** The credentials of one connection, from its fields. */
export function credentialsFrom(auth: Auth, fields: Readonly<Record<string, unknown>>): Credentials {
	const value = (key: string): string => String(fields[key] ?? '');
	const values = (keys: Readonly<Record<string, string>>): Record<string, string> =>
		Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, value(key)]));
	switch (auth.kind) {
		case 'headers':
			return { kind: 'headers', headers: values(auth.headers) };
		case 'basic':
			return { ...auth, username: value(auth.username), password: value(auth.password) };
		case 'apiKey':
			return { ...auth, key: value(auth.key) };
		case 'login': {
			const { path, body, ...rest } = auth;
			return { ...rest, call: { method: 'POST', path, body: values(body) } };
		}
		case 'oauth2ClientCredentials':
			return { ...auth, clientId: value(auth.clientId), clientSecret: value(auth.clientSecret) };
		case 'oauth2AuthorizationCode':
			return { kind: 'apiKey', key: value(auth.tokenField), place: { in: 'header', name: auth.header } };
	}
}
