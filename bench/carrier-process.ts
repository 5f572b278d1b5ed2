import { fork, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { benches } from './carriers';

/** A carrier in a process of its own, so that its CPU time counts for nobody. */
export interface CarrierProcess {
	address: string;
	/** Requests since the last call, as "POST /deliveries": how many. */
	counts(): Promise<Record<string, number>>;
	close(): void;
}

interface ToParent {
	port?: number;
	counts?: Record<string, number>;
}

async function messageOf(child: ChildProcess): Promise<ToParent> {
	return await new Promise((resolve, reject) => {
		child.once('message', (message) => resolve(typeof message === 'object' && message !== null ? message : {}));
		child.once('exit', () => reject(new Error('The carrier ended')));
	});
}

/** Starts the bookable carrier of bench/carriers; it answers after `delayMs`. */
export async function startCarrier(carrierId: string, delayMs: number): Promise<CarrierProcess> {
	const child = fork(__filename, [carrierId, String(delayMs)]);
	const { port } = await messageOf(child);
	return {
		address: `http://127.0.0.1:${port}`,
		counts: async () => {
			const answer = messageOf(child);
			child.send('counts');
			return (await answer).counts ?? {};
		},
		close: () => void child.kill(),
	};
}

function serve(carrierId: string, delayMs: number): void {
	const booking = benches().find(({ carrier }) => carrier.id === carrierId)?.bench.booking;
	if (!booking) throw new Error(`${carrierId} books nothing here`);
	const respond = booking.createCarrier();
	let counts: Record<string, number> = {};
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://carrier');
			const method = request.method ?? '';
			const name = `${method} ${path.replace(/\d{2,}/g, '{id}')}`;
			counts[name] = (counts[name] ?? 0) + 1;
			const { status, body } = respond({ method, path, query, body: Buffer.concat(chunks).toString() });
			setTimeout(() => {
				response.writeHead(status, { 'content-type': 'application/json' });
				response.end(JSON.stringify(body));
			}, delayMs);
		});
	});
	server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
	process.on('message', () => {
		process.send?.({ counts });
		counts = {};
	});
	process.on('disconnect', () => process.exit());
}

if (require.main === module) {
	const [carrierId = '', delayMs = '0'] = process.argv.slice(2);
	serve(carrierId, Number(delayMs));
}
