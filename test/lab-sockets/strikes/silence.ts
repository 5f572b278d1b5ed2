import type { Phase, Strike } from '../passing';

/** No answer ever comes; `after`: although the carrier gave one. */
export const silence = (phase: Phase): Strike => ({
	says: `no answer, ${phase} the carrier`,
	async upon(passing) {
		if (phase === 'after') await passing.forward();
	},
});
