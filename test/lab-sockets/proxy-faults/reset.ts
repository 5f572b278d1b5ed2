import type { Phase, ProxyFault } from '../proxy-fault';

/** The connection is reset before the request is passed on, or once the carrier's answer is there. */
export const reset = (phase: Phase): ProxyFault => ({
	description: `reset, ${phase} the carrier`,
	async apply(exchange) {
		if (phase === 'after') await exchange.forward();
		exchange.reset();
	},
});
