import type { Phase, ProxyFault } from '../proxy-fault';

/** No answer ever comes; `after`: although the carrier gave one. */
export const silence = (phase: Phase): ProxyFault => ({
	description: `no answer, ${phase} the carrier`,
	async apply(exchange) {
		if (phase === 'after') await exchange.forward();
	},
});
