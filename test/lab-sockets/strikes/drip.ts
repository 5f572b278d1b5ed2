import type { Strike } from '../passing';

/** The true answer in so many pieces, spread over so many milliseconds. */
export const drip = (totalMs: number, pieces: number): Strike => ({
	says: `drips for ${totalMs} ms`,
	async upon(passing) {
		const answer = await passing.forward();
		const size = Math.max(1, Math.ceil(answer.body.length / pieces));
		const slow = passing.begin(answer);
		for (let from = 0; from < answer.body.length && !passing.gone(); from += size) {
			await passing.sleep(totalMs / pieces);
			slow.write(answer.body.subarray(from, from + size));
		}
		slow.end();
	},
});
