import type { Sandbox } from '../../sandbox/carriers';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request on its way to the carrier. */
export interface PassingRequest {
	method: string;
	/** With the query. */
	path: string;
	headers: Record<string, string>;
	body: string;
}

export interface Answer {
	status: number;
	headers?: Record<string, string>;
	body: string | Buffer;
}

/** What a gateway does to one request. */
export interface Interference {
	/** Answers in the carrier's place. Undefined lets the request pass. */
	answer?(request: PassingRequest, nth: number): Answer | undefined;
	/** Changes the request before the carrier sees it. */
	change?(request: PassingRequest): PassingRequest;
	/** Changes the carrier's answer. Null breaks the connection instead. */
	reply?(answer: Answer, request: PassingRequest, nth: number): Answer | null;
}

export interface Gateway {
	url: string;
	/** What it does from now on. */
	interfere(how: Interference): void;
	/** Everything that came by, in order. */
	requests: PassingRequest[];
	close(): Promise<void>;
}

const textOf = async (request: IncomingMessage): Promise<string> => {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString('utf8');
};

/** The time at the carrier follows the time of the hosts. */
const catchUp = async ({ clock }: Sandbox) => await clock.advance(Math.max(0, Date.now() - clock.now()));

/** A server between a host and an embedded carrier, which may change or replace what passes. */
export async function startGateway(sandbox: Sandbox, carrier: string): Promise<Gateway> {
	const { urls } = await sandbox.listen();
	const origin = Object.entries(urls).find(([id]) => id === carrier)?.[1] ?? '';
	const requests: PassingRequest[] = [];
	let interference: Interference = {};

	async function pass(request: PassingRequest): Promise<Answer> {
		await catchUp(sandbox);
		const { method, path, headers, body } = interference.change?.(request) ?? request;
		const { host: _host, connection: _connection, 'content-length': _length, ...others } = headers;
		const response = await sandbox.fetch(`${origin}${path}`, {
			method,
			headers: others,
			...(body === '' ? {} : { body }),
			redirect: 'manual',
		});
		const answer = Object.fromEntries(response.headers);
		return { status: response.status, headers: answer, body: await response.text() };
	}

	async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const request: PassingRequest = {
			method: incoming.method ?? '',
			path: incoming.url ?? '/',
			headers: Object.fromEntries(
				Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
					typeof value === 'string' ? [[name, value]] : [],
				),
			),
			body: await textOf(incoming),
		};
		requests.push(request);
		const nth = requests.length;
		const own = interference.answer?.(request, nth);
		const carriers = own ?? (await pass(request));
		const answer = own ?? (interference.reply ? interference.reply(carriers, request, nth) : carriers);
		if (answer === null) {
			incoming.socket.resetAndDestroy();
			return;
		}
		const { 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = answer.headers ?? {};
		outgoing.writeHead(answer.status, headers).end(answer.body);
	}

	const server = createServer((incoming, outgoing) => void respond(incoming, outgoing));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// A server that listens on a port has an address of this kind.
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		interfere: (how) => {
			interference = how;
		},
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
