import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Sample } from '../../shared/declare/sample';
import type { Json } from '../../shared/json';
import { decodeBody, decodeQuery } from '../core/decode';
import { sampleResponse } from '../core/samples';

/** A request as it reached the carrier. */
export interface ReceivedRequest {
	method: string;
	path: string;
	query: Record<string, string>;
	/** Lower-case names. */
	headers: Record<string, string | string[] | undefined>;
	body: unknown;
	raw: string;
}

export interface StubResponse {
	status: number;
	body: Json;
	headers?: Record<string, string>;
	/** Sent unchanged, in place of the body. */
	raw?: Buffer;
}

export interface ScriptedCarrier {
	address: string;
	requests: ReceivedRequest[];
	close(): Promise<void>;
}

/** A scripted carrier on loopback that records its requests. */
export async function scriptedCarrier(
	script: (request: ReceivedRequest, nth: number) => StubResponse,
): Promise<ScriptedCarrier> {
	const requests: ReceivedRequest[] = [];
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const url = new URL(request.url ?? '/', 'http://127.0.0.1');
			const bytes = Buffer.concat(parts);
			const received: ReceivedRequest = {
				method: request.method ?? '',
				path: url.pathname,
				query: decodeQuery(url),
				headers: request.headers,
				body: decodeBody(bytes, request.headers['content-type']),
				raw: bytes.toString('utf8'),
			};
			requests.push(received);
			const reply = script(received, requests.length);
			response
				.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
				.end(reply.raw ?? JSON.stringify(reply.body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// A server that listens on a port has an address of this kind.
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

/** Where a sample's files lie on the carrier's server: a Zap hands over files by their address. */
export const fileAddress = (address: string, handle: string) => `${address}/sample-files/${encodeURIComponent(handle)}`;

/**
 * Answers what the sample knows, and serves the sample's files. A look-up that the sample does not know finds nothing, in
 * the carrier's own words; another unexpected request gets a 404.
 */
export async function sampleCarrier(
	sample: Pick<Sample, 'request' | 'response' | 'otherResponses' | 'files'>,
	nothingFound?: Sample['response'],
): Promise<ScriptedCarrier> {
	const scripted = await scriptedCarrier((request) => {
		const file = Object.entries(sample.files ?? {}).find(
			([handle]) => request.path === new URL(fileAddress('http://carrier', handle)).pathname,
		)?.[1];
		if (!file)
			return (
				sampleResponse(sample, request) ??
				nothingFound ?? { status: 404, body: { error: true, message: 'Not expected' } }
			);
		const headers = { 'content-type': file.contentType, 'content-disposition': `attachment; filename="${file.name}"` };
		return { status: 200, body: null, headers, raw: Buffer.from(file.base64, 'base64') };
	});
	// Fetching the user's file is no call to the carrier.
	const isCall = ({ path }: ReceivedRequest) => !path.startsWith('/sample-files/');
	return {
		...scripted,
		get requests() {
			return scripted.requests.filter(isCall);
		},
	};
}
