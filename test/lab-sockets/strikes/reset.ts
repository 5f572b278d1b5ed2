import type { Phase, Strike } from '../passing';

/** The connection is reset before the request is passed on, or once the carrier's answer is there. */
export const reset = (phase: Phase): Strike => ({
	says: `reset, ${phase} the carrier`,
	async upon(passing) {
		if (phase === 'after') await passing.forward();
		passing.reset();
	},
});
