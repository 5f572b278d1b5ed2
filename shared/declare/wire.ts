import type { JsonObject } from '../json';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request as a carrier's declaration gives it: relative to the connection's base, without credentials. */
export interface CallRequest {
	method: Method;
	/** Starts with a slash. */
	path: string;
	/** A list is sent as one pair for each of its values. */
	query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
	/** Fields without a value are left out. The connection defines the encoding. */
	body?: JsonObject;
	/** The connection's credentials are added to the body, for a carrier's call that also wants them there. */
	credentialsInBody?: boolean;
	/** In place of a body: the parts of a multipart form, in order. */
	parts?: readonly Part[];
}

export type Part = { name: string; value: string } | { name: string; file: InputFile };

/** A file from a user. */
export interface InputFile {
	name: string;
	/** Media type, detected from the bytes where possible. */
	contentType: string;
	bytes: Uint8Array;
}

/** A request with everything but the credentials: `withCredentials` adds those. */
export interface WireRequest {
	method: Method;
	/** Absolute. */
	url: string;
	/** Lower-case names. */
	headers: Readonly<Record<string, string>>;
	body?: string | Uint8Array;
}

export interface WireResponse {
	status: number;
	/** Lower-case names. */
	headers: Readonly<Record<string, string>>;
	text: string;
}

/** A file as a carrier served it. */
export interface WireFile {
	bytes: Uint8Array;
	contentType: string;
}
