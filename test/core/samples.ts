import type { Action } from '../../shared/declare/action';
import type { Sample, SampleFile } from '../../shared/declare/sample';
import type { Carrier } from '../../shared/declare/carrier';
import { isReady } from '../../shared/declare/auth';
import type { Access, ReadyAccess } from '../../shared/declare/connection';
import { credentialParts } from '../../shared/declare/credentials';
import { carriers } from '../../shared/registry';
import { connect } from '../../shared/run/connect';
import type { FileSource } from '../../shared/run/ports';
import { decodeBody, decodeQuery } from './decode';
import { response, noResponse, type Responder } from './scripted-ports';
import { signInResponse } from './sign-in';

export interface Case {
	carrier: Carrier;
	action: Action;
	sample: Sample;
	access: Access;
	name: string;
}

/** For a connection that fetches no token. */
export function asReady({ credentials, ...access }: Access): ReadyAccess {
	if (!isReady(credentials)) throw new Error('This connection fetches a token first');
	return { ...access, credentials };
}

/** The credentials that every request of a connection carries as headers. */
export const headersOf = ({ credentials }: Pick<Access, 'credentials'>): Record<string, string> =>
	isReady(credentials) ? credentialParts(credentials).headers : {};

export function accessOf(carrier: Carrier, connection?: string): Access {
	const name = connection ?? Object.keys(carrier.sampleConnections)[0] ?? '';
	const access = connect(carrier, carrier.sampleConnections[name] ?? {});
	if (!access.ok) throw new Error(access.failure.message);
	return access.value;
}

/** Every sample of every action of every carrier. */
export const cases: Case[] = carriers.flatMap((carrier) =>
	carrier.actions.flatMap((action) =>
		action.samples.map((sample) => ({
			carrier,
			action,
			sample,
			access: accessOf(carrier, sample.connection),
			name: `${carrier.id} ${action.id}: ${sample.title}`,
		})),
	),
);

export interface SentRequest {
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
}

/** A request by its parts, its body decoded by its own content type. */
export function partsOf(request: {
	method: string;
	url: string;
	headers: Readonly<Record<string, string>>;
	body?: string | Uint8Array;
}): SentRequest {
	const url = new URL(request.url);
	return {
		method: request.method,
		path: url.pathname,
		query: decodeQuery(url),
		body: decodeBody(request.body, request.headers['content-type']),
	};
}

type SampleResponses = Pick<Sample, 'request' | 'response' | 'otherResponses'>;

/**
 * A sample's response to a call: the documented one for its own request, one of `otherResponses` for others, undefined
 * for an unknown request.
 */
export function sampleResponse(
	{ request, response: ownResponse, otherResponses }: SampleResponses,
	{ method, path }: { method: string; path: string },
): Sample['response'] | undefined {
	if (method === request?.method && path === request.path) return ownResponse;
	return otherResponses?.[`${method} ${path}`] ?? otherResponses?.[path] ?? signInResponse({ method, path });
}

/** Responds as the sample does; a request that the sample does not know gets no response. */
export function respondFromSample(sample: SampleResponses): Responder {
	return (request) => {
		const known = sampleResponse(sample, partsOf(request));
		return known ? response(known.status, known.body, known.headers) : noResponse('no');
	};
}

/** The files of a sample, as a host hands them over. */
export const filesOf = (files: Readonly<Record<string, SampleFile>> = {}): FileSource => ({
	read: async (handle) => {
		const found = files[handle];
		return found
			? { file: { name: found.name, contentType: found.contentType, bytes: Buffer.from(found.base64, 'base64') } }
			: { problem: 'leads to no file' };
	},
});
