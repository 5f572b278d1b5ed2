import type { Lost } from '../../shared/run/ports';
import { unsent } from '../../shared/run/unsent';

const late = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** n8n wraps what the network said; the code stands on one of the causes inside. */
function codes(error: unknown): string[] {
	const found: string[] = [];
	let current = error;
	for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth += 1) {
		if ('code' in current && typeof current.code === 'string') found.push(current.code);
		current = 'cause' in current ? current.cause : undefined;
	}
	return found;
}

/** Reads nothing but the codes: messages may hold addresses and bodies. */
export function lostOf(error: unknown): Lost {
	const all = codes(error);
	const proven = all.find((code) => code in unsent);
	if (proven !== undefined) return { sent: 'no', why: unsent[proven] ?? proven };
	if (all.some((code) => late.has(code))) return { sent: 'maybe', why: 'it did not answer in time' };
	if (all.includes('ERR_CANCELED')) return { sent: 'maybe', why: 'the run was cancelled meanwhile' };
	return { sent: 'maybe', why: 'the connection broke before the answer was complete' };
}
