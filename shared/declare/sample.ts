import type { FailureCode } from './failure';
import type { Json, JsonObject } from '../json';

/** A documented or invented call: input, request and response. */
export interface Sample {
	title: string;
	input: JsonObject;
	/** The connection it is for; the carrier's first sample connection where silent. */
	connection?: string;
	/**
	 * Absent if nothing is sent. For a flow: the most important call. A list in the query is one text with commas. In a
	 * multipart body a file is `{name, contentType, size}`.
	 */
	request?: { method: string; path: string; query?: Record<string, string>; body?: JsonObject };
	response: { status: number; body: Json; headers?: Record<string, string> };
	/** Responses of all other calls, by path or by method and path: "POST /v1/files". */
	otherResponses?: Record<string, { status: number; body: Json }>;
	/** The files that the input names, by handle. */
	files?: Record<string, SampleFile>;
}

export interface SampleFile {
	name: string;
	contentType: string;
	base64: string;
}

/** A response other than the plain success, and its result. */
export interface ResponseSample {
	title: string;
	input: JsonObject;
	connection?: string;
	response: { status: number; body: Json };
	/** Responses of other calls, by path or by method and path. */
	otherResponses?: Record<string, { status: number; body: Json }>;
	files?: Record<string, SampleFile>;
	/** The failure's code, or `items` if the step succeeds. */
	expected: FailureCode | 'items';
}

/** Input that must be turned away before anything is sent. */
export interface AntiSample {
	reason: string;
	input: JsonObject;
	files?: Record<string, SampleFile>;
	/** Labels of the fields the message must name. */
	mentions: readonly string[];
}
