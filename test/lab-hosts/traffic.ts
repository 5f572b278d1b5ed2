import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';

import type { Journal, JournalEntry } from '../../sandbox/carriers';

const REQUEST_START = 'http.client.request.start';

/** A request that waits until time has passed: it hangs, or its response drips. */
const isWaiting = ({ noResponse, fault }: JournalEntry): boolean =>
	noResponse?.code === 'ETIMEDOUT' || fault?.kind === 'slow';

/** Every unfinished request of this process, from any sender. */
export class Traffic {
	private readonly open = new Set<ClientRequest>();
	/** Ports of the clients whose requests rest at a carrier. */
	private readonly waiting = new Set<number>();

	private readonly track = (message: unknown): void => {
		const request =
			typeof message === 'object' && message !== null && 'request' in message ? message.request : undefined;
		if (!(request instanceof ClientRequest)) throw new Error('Node no longer says which request has begun');
		// What rested on this connection before has been answered.
		const begin = () => void this.waiting.delete(request.socket?.localPort ?? 0);
		if (request.socket) begin();
		else request.once('socket', begin);
		this.open.add(request);
		request.once('close', () => this.open.delete(request));
	};

	begin(): void {
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
			if (entry.port !== undefined && isWaiting(entry)) this.waiting.add(entry.port);
		});
	}

	/** A request is in progress. */
	get isBusy(): boolean {
		return [...this.open].some(({ socket }) => !this.waiting.has(socket?.localPort ?? 0));
	}
}
