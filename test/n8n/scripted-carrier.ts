import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Json } from '../../shared/json';
import { decodeBody, decodeQuery } from '../core/decode';

/** A request as it came over the wire. */
export interface ReceivedRequest {
	method: string;
	path: string;
	query: Record<string, string>;
	headers: IncomingMessage['headers'];
	/** Decoded by its content type; undefined where there was none. */
	body: unknown;
}

export interface StubResponse {
	status: number;
	body?: Json | Buffer;
	headers?: Record<string, string>;
	/** Cuts the connection once the request has been taken, instead of answering. */
	drop?: boolean;
	/** Milliseconds before the answer. */
	delayMs?: number;
}

export type Script = (request: ReceivedRequest, nth: number) => StubResponse | Promise<StubResponse>;

/** A scripted carrier on loopback that records its requests. */
export interface ScriptedCarrier {
	address: string;
	requests: ReceivedRequest[];
	close(): Promise<void>;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}

async function respond(
	request: IncomingMessage,
	response: ServerResponse,
	script: Script,
	requests: ReceivedRequest[],
): Promise<void> {
	const url = new URL(request.url ?? '/', 'http://carrier');
	const bytes = await bytesOf(request);
	const received: ReceivedRequest = {
		method: request.method ?? '',
		path: url.pathname,
		query: decodeQuery(url),
		headers: request.headers,
		body: decodeBody(bytes, request.headers['content-type']),
	};
	requests.push(received);
	const reply = await script(received, requests.length);
	if (reply.delayMs) await new Promise((resolve) => setTimeout(resolve, reply.delayMs));
	if (reply.drop) {
		request.socket.destroy();
		return;
	}
	const isBinary = Buffer.isBuffer(reply.body);
	response.writeHead(reply.status, { 'content-type': isBinary ? 'image/png' : 'application/json', ...reply.headers });
	response.end(reply.body === undefined ? '' : Buffer.isBuffer(reply.body) ? reply.body : JSON.stringify(reply.body));
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

export async function scriptedCarrier(script: Script): Promise<ScriptedCarrier> {
	const requests: ReceivedRequest[] = [];
	const server = createServer((request, response) => void respond(request, response, script, requests));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${portOf(server)}`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
