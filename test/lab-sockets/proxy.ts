import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

import { REQUEST_ID_HEADER, type ProxiedRequests } from './proxied-requests';
import type { RequestProgress } from './request-progress';
import { passThrough, type UpstreamResponse, type ProxyExchange } from './proxy-fault';

export interface Proxy {
	url: string;
	close(): Promise<void>;
}

const flattenHeaders = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
	);

/** Forwards a request unchanged. The host remains the proxy's, so that the carrier's links lead back here. */
async function forward(
	upstream: string,
	{ method, url, headers }: IncomingMessage,
	body: Buffer,
): Promise<UpstreamResponse> {
	const response = await new Promise<IncomingMessage>((resolve, reject) => {
		send(`${upstream}${url ?? '/'}`, { method, headers, agent: false }, resolve)
			.on('error', reject)
			.end(body);
	});
	return { status: response.statusCode ?? 0, headers: flattenHeaders(response.headers), body: await buffer(response) };
}

/** Headers of a response that describe the connection rather than the content. */
function endToEndHeaders({ headers, body }: UpstreamResponse): Record<string, string> {
	const { connection: _connection, 'keep-alive': _alive, 'transfer-encoding': _encoding, ...rest } = headers;
	return { ...rest, 'content-length': String(body.length) };
}

function createExchange(
	upstream: string,
	incoming: IncomingMessage,
	body: Buffer,
	outgoing: ServerResponse,
	progress: RequestProgress,
	sleep: ProxyExchange['sleep'],
): ProxyExchange {
	return {
		forward: async () => await forward(upstream, incoming, body),
		reply: (response) => void outgoing.writeHead(response.status, endToEndHeaders(response)).end(response.body),
		beginResponse(response) {
			outgoing.writeHead(response.status, endToEndHeaders(response)).flushHeaders();
			return { write: (chunk) => void outgoing.write(chunk), end: () => void outgoing.end() };
		},
		reset: () => void incoming.socket.resetAndDestroy(),
		async sleep(ms) {
			progress.markWaiting();
			await sleep(ms);
			progress.markWorking();
		},
		clientGone: () => progress.clientGone,
	};
}

/** Sits on 127.0.0.1 between the pipeline and a carrier, and injects the planned fault into each request. */
export async function openProxy(
	upstream: string,
	requests: ProxiedRequests,
	sleep: ProxyExchange['sleep'],
): Promise<Proxy> {
	const errors: unknown[] = [];
	const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
		const { fault, progress } = requests.at(Number(incoming.headers[REQUEST_ID_HEADER]));
		progress.markWorking();
		try {
			const body = await buffer(incoming);
			await (fault?.apply ?? passThrough)(createExchange(upstream, incoming, body, outgoing, progress, sleep));
		} catch (error) {
			// A client that went away leaves nothing to do.
			if (!progress.clientGone) errors.push(error);
			incoming.socket.destroy();
		}
		if (outgoing.headersSent || incoming.socket.destroyed) progress.markDone();
		else progress.markWaiting();
	};
	const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
	return {
		url: `http://127.0.0.1:${address.port}`,
		async close() {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
			if (errors.length > 0) throw new AggregateError(errors, 'The proxy failed at what no strike was to blame for');
		},
	};
}
