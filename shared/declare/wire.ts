import type { JsonObject } from './json';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request as a carrier's declaration gives it: relative to the connection's base, without credentials. */
export interface CallRequest {
	method: Method;
	/** Starts with a slash. */
	path: string;
	query?: Readonly<Record<string, string | number | undefined>>;
	/** Fields without a value are left out. Encoded as the connection says. */
	body?: JsonObject;
}

/** A request with everything but the credentials: `authorise` adds those. */
export interface WireRequest {
	method: Method;
	/** Absolute. */
	url: string;
	/** Lower-case names. */
	headers: Readonly<Record<string, string>>;
	body?: string;
}

export interface WireAnswer {
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
