import type { Phase, ProxyFault } from '../proxy-fault';

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
