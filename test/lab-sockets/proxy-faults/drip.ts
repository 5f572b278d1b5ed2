import type { ProxyFault } from '../proxy-fault';

/** The true answer in so many pieces, spread over so many milliseconds. */
export const drip = (totalMs: number, chunkCount: number): ProxyFault => ({
	description: `drips for ${totalMs} ms`,
	async apply(exchange) {
		const response = await exchange.forward();
		const size = Math.max(1, Math.ceil(response.body.length / chunkCount));
		const writer = exchange.beginResponse(response);
		for (let from = 0; from < response.body.length && !exchange.clientGone(); from += size) {
			await exchange.sleep(totalMs / chunkCount);
			writer.write(response.body.subarray(from, from + size));
		}
		writer.end();
	},
});
