import type { Lost } from '../../shared/run/ports';

/** Codes of failures that end a request before a byte of it has left, with what to tell a person. */
const unsent: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'the connection was refused',
	ENOTFOUND: 'its address could not be found',
	EAI_AGAIN: 'its address could not be looked up',
	ENETUNREACH: 'there is no way to it',
	EHOSTUNREACH: 'there is no way to it',
	EHOSTDOWN: 'there is no way to it',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
	SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
	ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another address',
	ERR_INVALID_URL: 'its address is none',
	ERR_INVALID_CHAR: 'the request could not be written',
};

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
