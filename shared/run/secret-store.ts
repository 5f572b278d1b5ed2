/** A token of a connection, with its expiry. */
export interface RenewableToken {
	token: string;
	/** Milliseconds since 1970, from when it is renewed and no longer used. */
	until: number;
}

/**
 * Tokens by connection. They are as secret as what they were given for, so a host keeps them in the memory of its
 * process, and in no store that others can read.
 */
export interface SecretStore {
	get(key: string): Promise<RenewableToken | undefined>;
	set(key: string, token: RenewableToken): Promise<void>;
	drop(key: string): Promise<void>;
}

/** Bounded: the oldest is dropped first. */
export function createSecretStore(capacity = 1_000): SecretStore {
	const tokens = new Map<string, RenewableToken>();
	return {
		async get(key) {
			return tokens.get(key);
		},
		async set(key, token) {
			tokens.delete(key);
			tokens.set(key, token);
			const oldest = tokens.keys().next();
			if (tokens.size > capacity && !oldest.done) tokens.delete(oldest.value);
		},
		async drop(key) {
			tokens.delete(key);
		},
	};
}
