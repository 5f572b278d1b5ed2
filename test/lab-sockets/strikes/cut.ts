import type { Strike } from '../passing';

/** Half of the answer: ended as if it were all, or torn off in the middle. */
export const cut = (how: 'clean' | 'torn'): Strike => ({
	says: `half of the answer, ${how}`,
	async upon(passing) {
		const answer = await passing.forward();
		const half = answer.body.subarray(0, answer.body.length / 2);
		if (how === 'clean') return passing.reply({ ...answer, body: half });
		passing.begin(answer).write(half);
		await passing.sleep(1);
		passing.reset();
	},
});
