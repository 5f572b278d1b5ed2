import type { Moment } from './clock.types';

/** Before: the carrier never handled the request. After: it did, and the response is spoilt or never arrives. */
export type Phase = 'before' | 'after';

export type NetworkCode = 'ECONNREFUSED' | 'ENOTFOUND' | 'ECONNRESET' | 'ETIMEDOUT';

export type GatewayStatus = 400 | 401 | 403 | 404 | 409 | 410 | 422 | 502;
export type GatewayPage = 'html' | 'empty' | 'text' | 'xml';

interface Delayed {
	/** Simulated time that passes before the fault shows. Default 0. */
	delayMs?: number;
}

export type Fault = Delayed &
	(
		| { kind: 'refused' }
		| { kind: 'dns' }
		| { kind: 'reset'; phase: Phase }
		/** `hang` waits in process for the request's own abort signal instead of throwing at once. */
		| { kind: 'timeout'; phase: Phase; hang?: boolean }
		| {
				kind: 'status';
				status: 408 | 429 | 500 | 502 | 503 | 504;
				phase: Phase;
				retryAfter?: { form: 'seconds' | 'date'; seconds: number };
		  }
		| { kind: 'slow'; totalMs: number; pieces?: number }
		| { kind: 'truncated' }
		| { kind: 'html'; phase: Phase }
		/** The answer of a server in front of the carrier. */
		| { kind: 'gateway'; status: GatewayStatus; page: GatewayPage; phase: Phase }
		| { kind: 'empty'; phase: Phase }
		| { kind: 'redirect'; phase: Phase; to?: string }
		/** Only on reads: the answer shows the state of that long ago. */
		| { kind: 'lag'; ms: number }
	);

export interface SeenRequest {
	carrier: string;
	route?: string;
	effect?: 'read' | 'write';
	method: string;
	path: string;
	at: Moment;
}

/** The one call of the framework before it handles a request. */
export interface FaultPlan {
	next(request: SeenRequest): Fault | undefined;
}

export interface FaultMatch {
	carrier?: string;
	route?: string;
	effect?: 'read' | 'write';
	method?: string;
	/** Exact path, or a pattern. */
	path?: string | RegExp;
}

export interface FaultRule extends FaultMatch {
	fault: Fault;
	/** Which of the matching requests, counted from 1. Default: from the first on. */
	nth?: number | number[];
	/** How often it may fire. Default: once per `nth`, else without end. */
	times?: number;
}

export interface FaultSchedule extends FaultMatch {
	/** Share of the matching requests that meet a fault, 0 to 1. */
	rate: number;
	/** What may happen. Default: one of every kind there is. */
	candidates?: readonly Fault[];
	seed?: number | string;
}

export interface FiredFault {
	request: SeenRequest;
	fault: Fault;
}

export interface Faults extends FaultPlan {
	/** Adds a rule. Returns how to take it away. */
	add(rule: FaultRule): () => void;
	/** The next matching request, once. */
	once(match: FaultMatch, fault: Fault): () => void;
	/** A seeded share of all matching requests. */
	schedule(schedule: FaultSchedule): () => void;
	/** Puts a plan of your own in place of rules and schedules; undefined brings them back. */
	use(plan: FaultPlan | undefined): void;
	clear(): void;
	readonly fired: readonly FiredFault[];
}
