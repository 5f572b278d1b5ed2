import type { z } from 'zod/v4';

import { formOf, type Form } from './form';
import type { JsonObject } from './json';
import type { CallRequest, WireRequest } from './wire';

/** How a body travels. */
export type BodyEncoding = 'json' | 'form';

/** What the road needs to know of one connection once its fields are read. */
export interface Access {
	/** Without a slash at the end: "https://www.cyke.io/api/v2". */
	base: string;
	/** Host names that may be followed when the carrier returns an address. */
	hosts: readonly string[];
	encoding: BodyEncoding;
	/** Credentials as headers, lower-case names. */
	headers: Readonly<Record<string, string>>;
	/** Credentials that a sign-in call carries in its body, by field. As secret as the headers. */
	signIn?: Readonly<Record<string, string>>;
	/** IANA zone of times written without an offset. */
	zone: string;
	/** Whose account it is, without anything secret. */
	identity: string;
	/** Where the account's goods lie, ISO 3166 alpha-2. */
	country?: string;
	/** Which dialect of the carrier's API is spoken, where there are several. */
	version?: string;
	/** Secret that the carrier shows on its webhooks. */
	webhookSecret?: string;
}

/** The authorisation code of OAuth 2, as data: each host runs the exchange by its own means. Its tokens have no end, so none is renewed. */
export interface OAuth {
	/** Where the pages are, without a slash at the end; a connection with an address of its own has them there. */
	host: string;
	/** Field that holds a connection's own address. */
	addressField: string;
	paths: { authorise: string; token: string; revoke?: string };
	/** What is asked for, by the value of one field of the connection. */
	scope: { field: string; byValue: Readonly<Record<string, string>> };
	/** Header that carries the token, lower case. */
	header: string;
	/** Field that the token stands in, where a person pastes one in place of connecting. */
	tokenField: string;
	/** Field that the client's secret stands in then. */
	secretField?: string;
}

/** How a user connects to a carrier. */
export interface ConnectionDeclaration<F extends z.ZodObject = z.ZodObject> {
	fields: F;
	/** Where a user finds the credentials, as a web page. */
	docs: string;
	/** Name of the place in the carrier's screens where the credentials stand. */
	whereFound: string;
	access(fields: z.output<F>): Access;
	/** A cheap call that only a valid connection can make. */
	test(access: Access): CallRequest;
	/** Whose account it is, as the test's answer tells; the access's identity where it does not. */
	account?(answer: JsonObject, access: Access): string | undefined;
	/** What a status of the test means beside wrong credentials, as advice. */
	testAdvice?: Readonly<Record<number, string>>;
	/** Where a user may connect by signing in; the fields above then lack the token alone. */
	oauth?: OAuth;
}

export interface Connection extends Omit<ConnectionDeclaration, 'access'> {
	form: Form;
	/** For fields that have been read; hosts call `connect` of run/connect, which reads them and names what is wrong. */
	accessOf(fields: unknown): Access;
}

/** Forgets the type of the fields, which are parsed again on the way in. */
export function connection<F extends z.ZodObject>(declared: ConnectionDeclaration<F>): Connection {
	const { access, ...rest } = declared;
	return { ...rest, form: formOf(declared.fields), accessOf: (fields) => access(declared.fields.parse(fields)) };
}

/** RFC 7617, with the characters of any language. */
export function basicAuth(user: string, password: string): string {
	return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`;
}

/** Adds the credentials; the caller has already checked where the request goes. */
export function withCredentials(request: WireRequest, access: Access): WireRequest {
	return { ...request, headers: { ...request.headers, ...access.headers } };
}
