import type { House } from './house';
import type { JournalEntry } from './journal.types';
import type { Moment } from './clock.types';

/** One request on its way through a carrier. */
export interface Visit {
	house: House;
	entry: JournalEntry;
	request: Request;
	url: URL;
	/** Scheme and host the carrier was reached on. */
	origin: string;
	body: Body;
	/** Look-ups see the carrier as it was at that moment. */
	asOf: Moment;
	/** Waits on the socket's real time or lets simulated time pass. */
	wait(ms: number): Promise<void>;
}

export interface Body {
	text: string;
	bytes: ArrayBuffer;
}

export async function readBody(request: Request): Promise<Body> {
	if (request.body === null) return { text: '', bytes: new ArrayBuffer(0) };
	const bytes = await request.arrayBuffer();
	return { text: new TextDecoder().decode(bytes), bytes };
}
