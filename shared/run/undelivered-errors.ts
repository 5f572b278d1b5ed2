/** One cause of a request without a response, as Node reports it. */
export interface NetworkError {
	code: string;
	/** The system call that failed. The platforms do not always pass it on. */
	syscall?: string;
}

/** `connect` and the look-up of a name come before the first byte of a request. */
type Stage = 'connect' | 'lookup' | 'handshake' | 'encode';

interface UndeliveredError {
	at: Stage;
	reason: string;
	/** The code occurs at this stage alone, so it needs no system call as proof. */
	onlyThere?: true;
}

const REFUSED = 'the connection was refused';
const NO_ROUTE = 'there is no way to it';
const UNTRUSTED = 'its certificate is not trusted';

/**
 * Errors that may end a request before a byte of it is sent. Some of them also end a request that was sent: `read
 * EHOSTUNREACH` breaks a connection that stands. Both hosts' clients run on Node and use the same codes.
 */
const undeliveredErrors: Readonly<Record<string, UndeliveredError>> = {
	ECONNREFUSED: { at: 'connect', reason: REFUSED, onlyThere: true },
	ENETUNREACH: { at: 'connect', reason: NO_ROUTE },
	EHOSTUNREACH: { at: 'connect', reason: NO_ROUTE },
	EHOSTDOWN: { at: 'connect', reason: NO_ROUTE },
	ENOTFOUND: { at: 'lookup', reason: 'its address could not be found', onlyThere: true },
	EAI_AGAIN: { at: 'lookup', reason: 'its address could not be looked up', onlyThere: true },
	// The client checks the certificate before it sends anything.
	CERT_HAS_EXPIRED: { at: 'handshake', reason: 'its certificate has expired', onlyThere: true },
	DEPTH_ZERO_SELF_SIGNED_CERT: { at: 'handshake', reason: UNTRUSTED, onlyThere: true },
	SELF_SIGNED_CERT_IN_CHAIN: { at: 'handshake', reason: UNTRUSTED, onlyThere: true },
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: { at: 'handshake', reason: UNTRUSTED, onlyThere: true },
	ERR_TLS_CERT_ALTNAME_INVALID: {
		at: 'handshake',
		reason: 'its certificate is for another address',
		onlyThere: true,
	},
	ERR_INVALID_URL: { at: 'encode', reason: 'its address is not valid', onlyThere: true },
	ERR_INVALID_CHAR: { at: 'encode', reason: 'the request could not be written', onlyThere: true },
};

const LOOKUPS: ReadonlySet<string> = new Set(['getaddrinfo', 'queryA', 'queryAaaa', 'querySrv', 'queryCname']);

function stageOf(syscall: string | undefined): Stage | 'later' | undefined {
	if (syscall === undefined) return undefined;
	if (syscall === 'connect') return 'connect';
	return LOOKUPS.has(syscall) ? 'lookup' : 'later';
}

/** Why nothing of the request was sent, where all of its errors prove that; else undefined. */
export function undeliveredReason(errors: readonly NetworkError[]): string | undefined {
	const stages = errors.map(({ syscall }) => stageOf(syscall));
	if (stages.includes('later')) return undefined;
	const known = errors.flatMap(({ code }) => undeliveredErrors[code] ?? []);
	const proven = known.find(({ at, onlyThere }) => onlyThere === true || stages.includes(at));
	if (proven) return proven.reason;
	// No connection means no request, with any code: "connect ETIMEDOUT".
	return stages.includes('connect') || stages.includes('lookup') ? 'no connection could be made' : undefined;
}
