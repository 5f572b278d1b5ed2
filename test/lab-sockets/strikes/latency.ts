import type { Strike } from '../passing';

/** A long way: so many milliseconds to the carrier, and so many back. */
export const latency = (there: number, back: number): Strike => ({
	says: `${there} ms on the way there, ${back} ms back`,
	async upon(passing) {
		await passing.sleep(there);
		if (passing.gone()) return;
		const answer = await passing.forward();
		await passing.sleep(back);
		passing.reply(answer);
	},
});
