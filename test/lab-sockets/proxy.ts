import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

import { CROSSING, type Crossings } from './crossings';
import type { Journey } from './journey';
import { unharmed, type Answer, type Passing } from './passing';

export interface Proxy {
	url: string;
	close(): Promise<void>;
}

const plain = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));

/** Hands a request on as it came; the host stays the proxy's, so that the carrier's links lead back here. */
async function forward(upstream: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
	const answer = await new Promise<IncomingMessage>((resolve, reject) => {
		ask(`${upstream}${url ?? '/'}`, { method, headers, agent: false }, resolve).on('error', reject).end(body);
	});
	return { status: answer.statusCode ?? 0, headers: plain(answer.headers), body: await buffer(answer) };
}

/** Headers of an answer that are about its way rather than about itself. */
function lasting({ headers, body }: Answer): Record<string, string> {
	const { connection: _connection, 'keep-alive': _alive, 'transfer-encoding': _encoding, ...rest } = headers;
	return { ...rest, 'content-length': String(body.length) };
}

function passingOf(upstream: string, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse, journey: Journey, sleep: Passing['sleep']): Passing {
	return {
		forward: async () => await forward(upstream, incoming, body),
		reply: (answer) => void outgoing.writeHead(answer.status, lasting(answer)).end(answer.body),
		begin(answer) {
			outgoing.writeHead(answer.status, lasting(answer)).flushHeaders();
			return { write: (piece) => void outgoing.write(piece), end: () => void outgoing.end() };
		},
		reset: () => void incoming.socket.resetAndDestroy(),
		async sleep(ms) {
			journey.rest();
			await sleep(ms);
			journey.work();
		},
		gone: () => journey.left,
	};
}

/** Stands on 127.0.0.1 between the road and a carrier, and lets befall each request what was planned for it. */
export async function openProxy(upstream: string, crossings: Crossings, sleep: Passing['sleep']): Promise<Proxy> {
	const troubles: unknown[] = [];
	const take = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
		const { strike, journey } = crossings.at(Number(incoming.headers[CROSSING]));
		journey.work();
		try {
			const body = await buffer(incoming);
			await (strike?.upon ?? unharmed)(passingOf(upstream, incoming, body, outgoing, journey, sleep));
		} catch (error) {
			// A client that went away leaves nothing to do.
			if (!journey.left) troubles.push(error);
			incoming.socket.destroy();
		}
		if (outgoing.headersSent || incoming.socket.destroyed) journey.done();
		else journey.rest();
	};
	const server = createServer((incoming, outgoing) => void take(incoming, outgoing));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
	return {
		url: `http://127.0.0.1:${address.port}`,
		async close() {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
			if (troubles.length > 0) throw new AggregateError(troubles, 'The proxy failed at what no strike was to blame for');
		},
	};
}
