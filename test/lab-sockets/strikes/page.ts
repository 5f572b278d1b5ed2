import type { Phase, Strike } from '../passing';

/** A gateway's own page in place of the carrier's answer. */
export const page = (status: number, phase: Phase, headers: Readonly<Record<string, string>> = {}): Strike => ({
	says: `a page with status ${status}, ${phase} the carrier${Object.keys(headers).length > 0 ? `, ${JSON.stringify(headers)}` : ''}`,
	async upon(passing) {
		if (phase === 'after') await passing.forward();
		const body = Buffer.from(`<!doctype html><title>${status}</title><h1>We will be back soon</h1>`);
		passing.reply({ status, headers: { 'content-type': 'text/html', ...headers }, body });
	},
});
