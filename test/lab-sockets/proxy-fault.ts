/** A complete response, as the proxy got it from the carrier. */
export interface UpstreamResponse {
	status: number;
	headers: Readonly<Record<string, string>>;
	body: Buffer;
}

/** A request that has reached the proxy, and the ways to handle it. */
export interface ProxyExchange {
	/** Forwards it, and returns the carrier's response. */
	forward(): Promise<UpstreamResponse>;
	reply(response: UpstreamResponse): void;
	/** Starts a response that comes in pieces. */
	beginResponse(response: UpstreamResponse): { write(chunk: Buffer): void; end(): void };
	/** Breaks the client's connection with a reset. */
	reset(): void;
	sleep(ms: number): Promise<void>;
	/** The client has given up. */
	clientGone(): boolean;
}

export type Phase = 'before' | 'after';

/** The fault of a request on its way. */
export interface ProxyFault {
	/** For people. */
	description: string;
	/** It does not even reach the proxy. */
	refused?: true;
	apply(exchange: ProxyExchange): Promise<void>;
}

/** Lets a request through unharmed. */
export const passThrough = async (exchange: ProxyExchange): Promise<void> => exchange.reply(await exchange.forward());
