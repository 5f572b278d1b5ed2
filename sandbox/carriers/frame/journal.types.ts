import type { Fault, NetworkCode, Phase } from './faults.types';
import type { Moment } from './clock.types';

export interface JournalEntry {
	n: number;
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
	answer?: string;
	/** True when the request changed the carrier's state, whatever the client got to see. */
	committed: boolean;
	fault?: Fault;
	lost?: { code: NetworkCode; phase: Phase };
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
	of(filter: JournalFilter): JournalEntry[];
	/** Called once a request is answered or lost. Returns how to unsubscribe. */
	subscribe(listener: (entry: JournalEntry) => void): () => void;
	clear(): void;
}
