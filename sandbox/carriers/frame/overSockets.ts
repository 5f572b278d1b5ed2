import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { House, Resident } from './house';
import { receive } from './receive';

export interface Served {
	url: string;
	close(): Promise<void>;
}

/** One carrier on one port of 127.0.0.1. */
export async function serveOverSockets(house: House, resident: Resident, port: number): Promise<Served> {
	const server = createServer();
	server.on('request', (incoming, outgoing) => void take(house, resident, incoming, outgoing));
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const url = `http://127.0.0.1:${portOf(server)}`;
	house.loopback.set(resident.name, url);
	return {
		url,
		async close() {
			if (house.loopback.get(resident.name) === url) house.loopback.delete(resident.name);
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
		},
	};
}

function take(house: House, resident: Resident, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
	const listener = getRequestListener(
		async (request) => {
			const { entry, response } = await receive(house, resident, request, {
				transport: 'socket',
				port: incoming.socket.remotePort,
				wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
			});
			house.journal.close(entry);
			if (entry.lost === undefined) return response;
			if (entry.lost.code === 'ETIMEDOUT')
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
