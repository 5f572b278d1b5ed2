import type { FailureCode } from './failure';
import type { Json, JsonObject } from './json';

/** A documented or made-up call: input, what goes out, what comes back. */
export interface Sample {
	title: string;
	input: JsonObject;
	/** The connection it is for; the carrier's first sample connection where silent. */
	connection?: string;
	/** Absent where nothing is sent. Of a flow: the call that matters most. A list in the query is one text with commas. In a multipart body a file is `{name, contentType, size}`. */
	request?: { method: string; path: string; query?: Record<string, string>; body?: JsonObject };
	answer: { status: number; body: Json; headers?: Record<string, string> };
	/** Answers of all other calls, by path or by method and path: "POST /v1/files". */
	reads?: Record<string, { status: number; body: Json }>;
	/** The files that the input names, by handle. */
	files?: Record<string, SampleFile>;
}

export interface SampleFile {
	name: string;
	contentType: string;
	base64: string;
}

/** An answer other than the plain success, and what it comes to. */
export interface AnswerSample {
	title: string;
	input: JsonObject;
	connection?: string;
	answer: { status: number; body: Json };
	/** Answers of other calls, by path or by method and path. */
	reads?: Record<string, { status: number; body: Json }>;
	files?: Record<string, SampleFile>;
	/** The failure's code, or `items` where the step succeeds. */
	comesTo: FailureCode | 'items';
}

/** Input that must be turned away before anything is sent. */
export interface AntiSample {
	why: string;
	input: JsonObject;
	files?: Record<string, SampleFile>;
	/** Labels of the fields the message must name. */
	names: readonly string[];
}
