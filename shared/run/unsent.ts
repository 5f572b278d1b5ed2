/** Codes of failures that end a request before a byte of it has left, with what to tell a person. Both hosts' clients run on Node and speak of these alike. */
export const unsent: Readonly<Record<string, string>> = {
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
