import { passThrough, type Phase, type ProxyFault } from './proxy-fault';

/** The client is sent to a closed port, so nothing is left to do here. */
export const refused: ProxyFault = { description: 'refused', refused: true, apply: passThrough };

/** The connection is reset before the request is passed on, or once the carrier's answer is there. */
export const reset = (phase: Phase): ProxyFault => ({
	description: `reset, ${phase} the carrier`,
	async apply(exchange) {
		if (phase === 'after') await exchange.forward();
		exchange.reset();
	},
});

/** No answer ever comes; `after`: although the carrier gave one. */
export const silence = (phase: Phase): ProxyFault => ({
	description: `no answer, ${phase} the carrier`,
	async apply(exchange) {
		if (phase === 'after') await exchange.forward();
	},
});

/** A gateway's own page in place of the carrier's answer. */
export const errorPage = (
	status: number,
	phase: Phase,
	headers: Readonly<Record<string, string>> = {},
): ProxyFault => ({
	description: `a page with status ${status}, ${phase} the carrier${Object.keys(headers).length > 0 ? `, ${JSON.stringify(headers)}` : ''}`,
	async apply(exchange) {
		if (phase === 'after') await exchange.forward();
		const body = Buffer.from(`<!doctype html><title>${status}</title><h1>We will be back soon</h1>`);
		exchange.reply({ status, headers: { 'content-type': 'text/html', ...headers }, body });
	},
});

/** A long way: so many milliseconds to the carrier, and so many back. */
export const latency = (toCarrierMs: number, fromCarrierMs: number): ProxyFault => ({
	description: `${toCarrierMs} ms on the way there, ${fromCarrierMs} ms back`,
	async apply(exchange) {
		await exchange.sleep(toCarrierMs);
		if (exchange.clientGone()) return;
		const response = await exchange.forward();
		await exchange.sleep(fromCarrierMs);
		exchange.reply(response);
	},
});

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

/** Half of the answer: ended as if it were all, or torn off in the middle. */
export const cut = (how: 'clean' | 'torn'): ProxyFault => ({
	description: `half of the answer, ${how}`,
	async apply(exchange) {
		const response = await exchange.forward();
		const half = response.body.subarray(0, response.body.length / 2);
		if (how === 'clean') return exchange.reply({ ...response, body: half });
		exchange.beginResponse(response).write(half);
		await exchange.sleep(1);
		exchange.reset();
	},
});
