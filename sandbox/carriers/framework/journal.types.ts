import type { Fault, NetworkCode, Phase } from './faults.types';
import type { Moment } from './clock.types';

export interface JournalEntry {
	seq: number;
	at: Moment;
	carrier: string;
	transport: 'process' | 'socket';
	/** Port of the client on loopback; absent in process. */
	port?: number;
	/** Name of the route, such as `deliveries.create`; absent when no route matched. */
	route?: string;
	effect?: 'read' | 'write';
	method: string;
	path: string;
	query: [name: string, value: string][];
	/** As received, credentials included: this is a test bench. */
	headers: Record<string, string>;
	body: string;
	/** Status the client was given; absent when no answer reached it. */
	status?: number;
	responseBody?: string;
	/** True when the request changed the carrier's state, even if the client never saw it. */
	committed: boolean;
	fault?: Fault;
	noResponse?: { code: NetworkCode; phase: Phase };
}

export interface JournalFilter {
	carrier?: string;
	route?: string;
	effect?: 'read' | 'write';
	method?: string;
	committed?: boolean;
	status?: number;
}

export interface Journal {
	readonly entries: readonly JournalEntry[];
	find(filter: JournalFilter): JournalEntry[];
	/** Called once a request is answered or its response is dropped. Returns how to unsubscribe. */
	subscribe(listener: (entry: JournalEntry) => void): () => void;
	clear(): void;
}
