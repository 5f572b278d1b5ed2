import type { ProxyFault } from '../proxy-fault';

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
