import { createHash } from 'node:crypto';

import { z } from 'zod/v4';

import {
	credentialsFrom,
	type Auth,
	type AuthorizationCodeAuth,
	type Credentials,
	type ReadyCredentials,
} from './auth';
import { integer } from './field';
import { formOf, type Form } from './form';
import type { JsonObject } from '../json';
import type { CallRequest } from './wire';

/** How a body travels. */
export type BodyEncoding = 'json' | 'form';

/** The address of a connection, from its fields. */
export interface Destination {
	/** Without a slash at the end: "https://www.cyke.io/api/v2". */
	base: string;
	/** Host names that may be followed when the carrier returns an address. */
	hosts: readonly string[];
	encoding: BodyEncoding;
	/** IANA zone of times written without an offset. */
	zone: string;
	/** The country of the account's goods, ISO 3166 alpha-2. */
	country?: string;
	/** The version of the carrier's API, if there are several. */
	version?: string;
	/** The account's agreements with the carrier, in the carrier's own terms. */
	agreements?: readonly string[];
}

/**
 * The account a connection belongs to. `account`: its user or the carrier names it, and a new key does not change it.
 * `key`: nothing names it, so a digest of the key distinguishes two accounts; `noun` precedes it in messages.
 */
export type Identity = { kind: 'account'; name: string } | { kind: 'key'; noun: string; key: string };

/** The public part of a connection, without secrets. Declarations see only this. */
export interface ConnectionInfo extends Destination {
	/** The account's name, for people. */
	identity: string;
	/** The same for keys of locks, limits and caches: unique among the accounts at this base. */
	account: string;
}

/** A connection once its fields are read, for the pipeline and the hosts. */
export interface Access extends ConnectionInfo {
	credentials: Credentials;
	/** Secret that the carrier shows on its webhooks. */
	webhookSecret?: string;
	/**
	 * The owner of a host's state: as `account`, but the host's own connection id where only the key would identify it.
	 */
	stateAccount: string;
	/** The user's own bound, in requests a second. */
	mostPerSecond?: number;
}

/** With credentials that a request can carry at once. */
export interface ReadyAccess extends Access {
	credentials: ReadyCredentials;
}

/** What a host knows of a connection besides its fields. */
export interface HostConnection {
	/** The host's own id, which stays when a key is replaced. */
	id?: string;
	/** Account data from the sign-in: `accountFields` of the token response, and `client_id`. */
	granted?: JsonObject;
}

/** How a user connects to a carrier. */
export interface ConnectionDeclaration<F extends z.ZodObject = z.ZodObject> {
	fields: F;
	/** A web page that explains where to find the credentials. */
	docs: string;
	/** Name of the carrier's settings page with the credentials. */
	credentialsLocation: string;
	auth: Auth<keyof z.output<F> & string>;
	destination(fields: z.output<F>): Destination;
	identity(fields: z.output<F>, granted: JsonObject): Identity;
	webhookSecret?(fields: z.output<F>): string | undefined;
	/** A cheap call that only a valid connection can make. */
	test(connection: ConnectionInfo): CallRequest;
	/** The account, as the test response shows it. Without it, the identity is used. */
	account?(response: JsonObject, connection: ConnectionInfo): string | undefined;
	/** Advice for a status of the test other than wrong credentials. */
	testAdvice?: Readonly<Record<number, string>>;
}

export interface Connection
	extends Pick<ConnectionDeclaration, 'fields' | 'docs' | 'credentialsLocation' | 'test' | 'account' | 'testAdvice'> {
	auth: Auth;
	form: Form;
	/** Set where a user may connect by signing in. The fields then lack only the token. */
	oauth?: AuthorizationCodeAuth;
	/** For fields that have been read. Hosts call `connect` of run/connect, which reads them and reports problems. */
	accessOf(fields: unknown, host?: HostConnection): Access;
}

const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

function accountOf(identity: Identity): Pick<Access, 'identity' | 'account'> {
	if (identity.kind === 'account') return { identity: identity.name, account: `account ${identity.name}` };
	const digest = digestOf(identity.key);
	return { identity: `${identity.noun} ${digest.slice(0, 8)}`, account: `key ${digest}` };
}

/** On every connection. */
const sharedFields = {
	max_requests: integer(
		{
			label: 'Maximum Requests per Second',
			rare: true,
			help: "Leave it empty for automatic: it starts slowly, speeds up while the carrier answers quickly, and slows down when it does not. The carrier's own limits always apply.",
		},
		{ min: 1, max: 500 },
	).optional(),
};
const ownBound = z.object(sharedFields);

/** Forgets the type of the fields, which are parsed again on the way in. */
export function connection<F extends z.ZodObject>(declaration: ConnectionDeclaration<F>): Connection {
	const { destination, identity, webhookSecret, ...rest } = declaration;
	const fields = declaration.fields.extend(sharedFields);
	return {
		...rest,
		fields,
		form: formOf(fields),
		oauth: rest.auth.kind === 'oauth2AuthorizationCode' ? rest.auth : undefined,
		accessOf(fieldsGiven, { id, granted = {} } = {}) {
			const values = declaration.fields.parse(fieldsGiven);
			const whose = identity(values, granted);
			const account = accountOf(whose);
			return {
				...destination(values),
				...account,
				stateAccount: whose.kind === 'key' && id !== undefined ? `connection ${id}` : account.account,
				credentials: credentialsFrom(declaration.auth, values),
				webhookSecret: webhookSecret?.(values),
				mostPerSecond: ownBound.parse(fieldsGiven).max_requests,
			};
		},
	};
}

/** The part of a connection that declarations may see. The secrets are removed, not only hidden from the compiler. */
export const connectionInfo = ({
	base,
	hosts,
	encoding,
	zone,
	country,
	version,
	agreements,
	identity,
	account,
}: ConnectionInfo): ConnectionInfo => ({
	base,
	hosts,
	encoding,
	zone,
	country,
	version,
	agreements,
	identity,
	account,
});
