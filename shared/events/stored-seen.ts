/**
 * What a poll has seen, the way it is stored: for each fingerprint the keys one after the other, apart by their length.
 * Many items share a fingerprint and their keys a length, so this is half of what the keys take one by one.
 */
export type StoredSeen = Record<string, Record<string, string>>;

export function packSeen(seen: Readonly<Record<string, string>>): StoredSeen {
	const keysOf = new Map<string, Record<number, string>>();
	for (const [key, fingerprint] of Object.entries(seen)) {
		const keys = keysOf.get(fingerprint) ?? {};
		keys[key.length] = (keys[key.length] ?? '') + key;
		keysOf.set(fingerprint, keys);
	}
	return Object.fromEntries(keysOf);
}

export function unpackSeen(stored: StoredSeen): Record<string, string> {
	const seen: [string, string][] = [];
	for (const [fingerprint, lengths] of Object.entries(stored))
		for (const [text, keys] of Object.entries(lengths)) {
			const length = Math.max(1, Number(text));
			for (let at = 0; at < keys.length; at += length) seen.push([keys.slice(at, at + length), fingerprint]);
		}
	return Object.fromEntries(seen);
}
