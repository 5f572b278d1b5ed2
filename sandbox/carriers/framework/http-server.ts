import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { SandboxContext, HostedCarrier } from './context';
import { receive } from './receive';

export interface CarrierServer {
	url: string;
	close(): Promise<void>;
}

/** One carrier on one port of 127.0.0.1. */
export async function startHttpServer(
	context: SandboxContext,
	carrier: HostedCarrier,
	port: number,
): Promise<CarrierServer> {
	const server = createServer();
	server.on('request', (incoming, outgoing) => void handleRequest(context, carrier, incoming, outgoing));
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const url = `http://127.0.0.1:${portOf(server)}`;
	context.loopbackUrls.set(carrier.name, url);
	return {
		url,
		async close() {
			if (context.loopbackUrls.get(carrier.name) === url) context.loopbackUrls.delete(carrier.name);
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
		},
	};
}

function handleRequest(
	context: SandboxContext,
	carrier: HostedCarrier,
	incoming: IncomingMessage,
	outgoing: ServerResponse,
): Promise<void> {
	const listener = getRequestListener(
		async (request) => {
			const { entry, response } = await receive(context, carrier, request, {
				transport: 'socket',
				port: incoming.socket.remotePort,
				wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
			});
			context.journal.close(entry);
			if (entry.noResponse === undefined) return response;
			if (entry.noResponse.code === 'ETIMEDOUT')
				return new Promise<Response>((resolve) => outgoing.once('close', () => resolve(response)));
			// An accepted connection can be neither refused nor unknown any more: a reset comes closest.
			incoming.socket.resetAndDestroy();
			return response;
		},
		{ overrideGlobalObjects: false },
	);
	return listener(incoming, outgoing);
}

function portOf(server: Server): number {
	const address: AddressInfo | string | null = server.address();
	if (address === null || typeof address === 'string') throw new Error('The sandbox server has no port');
	return address.port;
}
