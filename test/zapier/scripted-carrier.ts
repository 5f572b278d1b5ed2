import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Sample } from '../../shared/declare/action';
import type { Json } from '../../shared/declare/json';

/** A request as it reached the carrier. */
export interface Arrived {
	method: string;
	path: string;
	query: Record<string, string>;
	/** Lower-case names. */
	headers: Record<string, string | string[] | undefined>;
	body: unknown;
	raw: string;
}

export interface Told {
	status: number;
	body: Json;
	headers?: Record<string, string>;
	/** Sent as it is, in place of the body. */
	raw?: Buffer;
}

export interface ScriptedCarrier {
	address: string;
	arrived: Arrived[];
	close(): Promise<void>;
}

function decoded(raw: string, type: string | undefined): unknown {
	if (raw === '') return undefined;
	return type?.startsWith('application/x-www-form-urlencoded') ? Object.fromEntries(new URLSearchParams(raw)) : JSON.parse(raw);
}

/** A carrier on loopback that answers as told and keeps what arrived. */
export async function scriptedCarrier(tell: (request: Arrived, nth: number) => Told): Promise<ScriptedCarrier> {
	const arrived: Arrived[] = [];
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const url = new URL(request.url ?? '/', 'http://127.0.0.1');
			const raw = Buffer.concat(parts).toString('utf8');
			const seen: Arrived = {
				method: request.method ?? '',
				path: url.pathname,
				query: Object.fromEntries(url.searchParams),
				headers: request.headers,
				body: decoded(raw, request.headers['content-type']),
				raw,
			};
			arrived.push(seen);
			const told = tell(seen, arrived.length);
			response.writeHead(told.status, { 'content-type': 'application/json', ...told.headers }).end(told.raw ?? JSON.stringify(told.body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// A server that listens on a port has an address of this kind.
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}`,
		arrived,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

/** Answers a sample's reads and the call itself as documented; what nobody expected is a 404. */
export const sampleCarrier = async (sample: Pick<Sample, 'request' | 'answer' | 'reads'>): Promise<ScriptedCarrier> =>
	await scriptedCarrier(({ method, path }) => {
		if (method === sample.request.method && path === sample.request.path) return sample.answer;
		return sample.reads?.[path] ?? { status: 404, body: { error: true, message: 'Not expected' } };
	});
