import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';

import type { Journal, JournalEntry } from '../../sandbox/carriers';

const BEGUN = 'http.client.request.start';

/** A request of which nobody does anything until time has passed: it hangs, or its answer drips. */
const rests = ({ lost, fault }: JournalEntry): boolean => lost?.code === 'ETIMEDOUT' || fault?.kind === 'slow';

/** Every request that this process has sent and that has not ended, whoever sent it. */
export class Traffic {
	private readonly open = new Set<ClientRequest>();
	/** Ports of the clients whose requests rest at a carrier. */
	private readonly resting = new Set<number>();

	private readonly note = (message: unknown): void => {
		const request = typeof message === 'object' && message !== null && 'request' in message ? message.request : undefined;
		if (!(request instanceof ClientRequest)) throw new Error('Node no longer says which request has begun');
		// What rested on this connection before has been answered.
		const begin = () => void this.resting.delete(request.socket?.localPort ?? 0);
		if (request.socket) begin();
		else request.once('socket', begin);
		this.open.add(request);
		request.once('close', () => this.open.delete(request));
	};

	begin(): void {
		subscribe(BEGUN, this.note);
	}

	end(): void {
		unsubscribe(BEGUN, this.note);
		this.open.clear();
		this.resting.clear();
	}

	/** Learns from a carrier which requests rest there. */
	heed(journal: Pick<Journal, 'subscribe'>): void {
		journal.subscribe((entry) => {
			if (entry.port !== undefined && rests(entry)) this.resting.add(entry.port);
		});
	}

	/** Somebody has a request in hand. */
	get onTheMove(): boolean {
		return [...this.open].some(({ socket }) => !this.resting.has(socket?.localPort ?? 0));
	}
}
