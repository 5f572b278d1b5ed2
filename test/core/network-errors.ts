/** Node's errors by system call, and whether the request may have arrived. */
export const networkErrors: readonly [code: string, syscall: string | undefined, delivered: 'no' | 'maybe'][] = [
	['ECONNREFUSED', 'connect', 'no'],
	['ECONNREFUSED', undefined, 'no'],
	['ENETUNREACH', 'connect', 'no'],
	['EHOSTUNREACH', 'connect', 'no'],
	['EHOSTDOWN', 'connect', 'no'],
	['ETIMEDOUT', 'connect', 'no'],
	['ENOTFOUND', 'getaddrinfo', 'no'],
	['ENOTFOUND', undefined, 'no'],
	['EAI_AGAIN', 'getaddrinfo', 'no'],
	['CERT_HAS_EXPIRED', undefined, 'no'],
	['ERR_TLS_CERT_ALTNAME_INVALID', undefined, 'no'],
	// A connection that stood: the request may have gone out.
	['EHOSTUNREACH', 'read', 'maybe'],
	['ENETUNREACH', 'write', 'maybe'],
	['EHOSTDOWN', 'read', 'maybe'],
	['ECONNREFUSED', 'read', 'maybe'],
	['ECONNRESET', 'read', 'maybe'],
	['EPIPE', 'write', 'maybe'],
	// Without the system call, these prove nothing.
	['EHOSTUNREACH', undefined, 'maybe'],
	['ENETUNREACH', undefined, 'maybe'],
	['ETIMEDOUT', undefined, 'maybe'],
];
