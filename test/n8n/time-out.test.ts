import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { transportOf } from '../../nodes/adapter/transport';
import { createN8n, type StandIn, type WorkflowFile } from '../../sandbox/hosts/n8n';
import { cyke } from '../../shared/carriers/cyke/carrier';
import type { ReadyAccess } from '../../shared/declare/connection';
import type { SendResult } from '../../shared/run/ports';
import { credentialsAt } from './run-on-n8n';

const access = (base: string): ReadyAccess => ({
	base,
	hosts: [],
	encoding: 'json',
	zone: 'UTC',
	identity: 'me',
	account: 'account me',
	stateAccount: 'account me',
	credentials: { kind: 'headers', headers: {} },
});
const node = (name: string, id: string) => ({
	id,
	name,
	type: `try.${name}`,
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
});
const file: WorkflowFile = {
	id: 'w',
	name: 'Try',
	nodes: [node('start', 'a'), node('send', 'b')],
	connections: { start: { main: [[{ node: 'send', type: 'main', index: 0 }]] } },
	settings: {},
	pinData: {},
};

/** Sends one request from inside a step of the real engine. */
async function sendFromStep(base: string, timeoutMs: number): Promise<SendResult> {
	let sent: SendResult | undefined;
	const step: StandIn = {
		async execute() {
			const fields = credentialsAt(cyke, base).cykeApi ?? {};
			sent = await transportOf(this, cyke, 'cykeApi', fields).send(
				{ method: 'GET', url: `${base}/deliveries`, headers: {} },
				access(base),
				timeoutMs,
			);
			return [[]];
		},
	};
	const n8n = await createN8n({ credentials: credentialsAt(cyke, base) });
	const run = await n8n.runFile(file, 'start', [{}], () => step);
	if (!sent) throw new Error(`The step did not run: ${run.error?.message}`);
	return sent;
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n';

/** Left alone, its answer would be whole after more than an hour. */
function startDrip(socket: Socket): void {
	socket.write(HEAD);
	const drip = setInterval(() => socket.write(' '), 50);
	socket.on('close', () => clearInterval(drip));
}

let server: Server;
beforeEach(async () => {
	server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => await new Promise((resolve) => server.close(resolve)));

test('a dripping response is abandoned in time, may have arrived, and its connection is closed', async () => {
	const closed = new Promise<void>((resolve) => {
		server.on('connection', (socket: Socket) => {
			socket.once('data', () => startDrip(socket));
			// However it closes: a client that goes while bytes are on their way resets the connection.
			socket.on('error', () => undefined);
			socket.on('close', () => resolve());
		});
	});
	// A server that listens on a port has an address of this kind.
	const { port } = server.address() as AddressInfo;
	expect(await sendFromStep(`http://127.0.0.1:${port}`, 400)).toEqual({
		noResponse: { delivered: 'maybe', reason: 'it did not answer in time' },
	});
	await closed;
});
