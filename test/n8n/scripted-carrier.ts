import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Json } from '../../shared/declare/json';
import { decodeBody, decodeQuery } from '../core/decode';

/** A request as it came over the wire. */
export interface Arrived {
	method: string;
	path: string;
	query: Record<string, string>;
	headers: IncomingMessage['headers'];
	/** Decoded by its content type; undefined where there was none. */
	body: unknown;
}

export interface Told {
	status: number;
	body?: Json | Buffer;
	headers?: Record<string, string>;
	/** Cuts the connection once the request has been taken, instead of answering. */
	drop?: boolean;
	/** Milliseconds before the answer. */
	after?: number;
}

export type Script = (request: Arrived, nth: number) => Told | Promise<Told>;

/** A carrier on loopback that answers as told and remembers what it was asked. */
export interface ScriptedCarrier {
	address: string;
	arrived: Arrived[];
	close(): Promise<void>;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}

async function answer(request: IncomingMessage, response: ServerResponse, script: Script, arrived: Arrived[]): Promise<void> {
	const url = new URL(request.url ?? '/', 'http://carrier');
	const bytes = await bytesOf(request);
	const now: Arrived = {
		method: request.method ?? '',
		path: url.pathname,
		query: decodeQuery(url),
		headers: request.headers,
		body: decodeBody(bytes, request.headers['content-type']),
	};
	arrived.push(now);
	const told = await script(now, arrived.length);
	if (told.after) await new Promise((resolve) => setTimeout(resolve, told.after));
	if (told.drop) {
		request.socket.destroy();
		return;
	}
	const raw = Buffer.isBuffer(told.body);
	response.writeHead(told.status, { 'content-type': raw ? 'image/png' : 'application/json', ...told.headers });
	response.end(told.body === undefined ? '' : Buffer.isBuffer(told.body) ? told.body : JSON.stringify(told.body));
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

export async function scriptedCarrier(script: Script): Promise<ScriptedCarrier> {
	const arrived: Arrived[] = [];
	const server = createServer((request, response) => void answer(request, response, script, arrived));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${portOf(server)}`,
		arrived,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
