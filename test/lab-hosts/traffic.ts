import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';

import type { Journal, JournalEntry } from '../../sandbox/carriers';

const REQUEST_START = 'http.client.request.start';

/** A request that waits until time has passed: it hangs, or its response drips. */
const isWaiting = ({ noResponse, fault }: JournalEntry): boolean =>
	noResponse?.code === 'ETIMEDOUT' || fault?.kind === 'slow';

/**
 * Both ends of a client's connection. The client's port alone is not enough: the system may give the same one to two
 * connections that lead to different carriers.
 */
const connectionOf = (socket: Socket | null): string => `${socket?.localPort} to ${socket?.remotePort}`;
const connectionAt = ({ port, headers }: JournalEntry): string =>
	`${port} to ${new URL(`http://${headers.host}`).port}`;

/** Every unfinished request of this process, from any sender. */
export class Traffic {
	private readonly open = new Set<ClientRequest>();
	/** Connections whose request rests at a carrier. */
	private readonly waiting = new Set<string>();

	private readonly track = (message: unknown): void => {
		const request =
			typeof message === 'object' && message !== null && 'request' in message ? message.request : undefined;
		if (!(request instanceof ClientRequest)) throw new Error('Node no longer says which request has begun');
		// What rested on this connection before has been answered.
		const begin = () => void this.waiting.delete(connectionOf(request.socket));
		if (request.socket) begin();
		else request.once('socket', begin);
		this.open.add(request);
		request.once('close', () => this.open.delete(request));
	};

	begin(): void {
		this.end();
		subscribe(REQUEST_START, this.track);
	}

	end(): void {
		unsubscribe(REQUEST_START, this.track);
		this.open.clear();
		this.waiting.clear();
	}

	/** Learns from a carrier which requests rest there. */
	watch(journal: Pick<Journal, 'subscribe'>): void {
		journal.subscribe((entry) => {
			if (entry.port !== undefined && isWaiting(entry)) this.waiting.add(connectionAt(entry));
		});
	}

	/** A request is in progress. */
	get isBusy(): boolean {
		return this.moving.length > 0;
	}

	/** Takes every request in progress for one that rests. */
	letAllRest(): void {
		for (const { method, path, socket } of this.moving) {
			process.stdout.write(`${method} ${path} (${connectionOf(socket)}) got no response, and the clock stood still\n`);
			this.waiting.add(connectionOf(socket));
		}
	}

	private get moving(): readonly ClientRequest[] {
		return [...this.open].filter(({ socket }) => !this.waiting.has(connectionOf(socket)));
	}
}
