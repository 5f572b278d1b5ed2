/** An answer whole, as the proxy got it from the carrier. */
export interface Answer {
	status: number;
	headers: Readonly<Record<string, string>>;
	body: Buffer;
}

/** A request that has reached the proxy, and what may be done with it. */
export interface Passing {
	/** Hands it on, and brings the carrier's answer. */
	forward(): Promise<Answer>;
	reply(answer: Answer): void;
	/** Begins an answer that comes in pieces. */
	begin(answer: Answer): { write(piece: Buffer): void; end(): void };
	/** Breaks the client's connection with a reset. */
	reset(): void;
	sleep(ms: number): Promise<void>;
	/** The client has given up. */
	gone(): boolean;
}

export type Phase = 'before' | 'after';

/** What befalls a request on its way. */
export interface Strike {
	/** For people. */
	says: string;
	/** It does not even reach the proxy. */
	refused?: true;
	upon(passing: Passing): Promise<void>;
}

/** Lets a request through unharmed. */
export const unharmed = async (passing: Passing): Promise<void> => passing.reply(await passing.forward());
