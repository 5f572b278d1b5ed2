import type { ProxyFault } from '../proxy-fault';

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
